package org.bnoracle.equations;

import java.util.ArrayList;
import java.util.List;

/**
 * BN-23 as workers compute it: each the mean and variance of its own shard, merged with the shards' counts: mean = Σ m_k
 * mean_k / m, variance = Σ m_k (variance_k + (mean_k - mean)²) / m. Empty shards contribute nothing.
 */
final class MergedText<T> extends Equations<T> {
  private final List<Integer> shards;

  /** @param shards the counts of the shards, in the order of the channel's values */
  MergedText(Arithmetic<T> arithmetic, List<Integer> shards) {
    super(arithmetic);
    this.shards = shards;
  }

  @Override
  public T mean(List<T> x) {
    List<T> terms = new ArrayList<>();
    for (List<T> shard : cut(x)) {
      terms.add(a.multiply(a.of(shard.size()), super.mean(shard)));
    }
    return a.over(a.sum(terms), x.size());
  }

  @Override
  public T variance(List<T> x, T mean) {
    List<T> terms = new ArrayList<>();
    for (List<T> shard : cut(x)) {
      T own = super.mean(shard);
      T spread = a.add(super.variance(shard, own), a.square(a.subtract(own, mean)));
      terms.add(a.multiply(a.of(shard.size()), spread));
    }
    return a.over(a.sum(terms), x.size());
  }

  private List<List<T>> cut(List<T> x) {
    List<List<T>> parts = new ArrayList<>();
    int from = 0;
    for (int size : shards) {
      parts.add(x.subList(from, from + size));
      from += size;
    }
    return parts.stream().filter(part -> !part.isEmpty()).toList();
  }
}
