package org.bnoracle.faults;

import static org.bnoracle.faults.Fault.EMPTY_SHARD_NAN;
import static org.bnoracle.faults.Fault.INVERSE_STD_AS_VARIANCE;
import static org.bnoracle.faults.Fault.MEAN_OF_SHARD_MEANS;
import static org.bnoracle.faults.Fault.SAMPLE_IN_BACKWARD;
import static org.bnoracle.faults.Fault.SAMPLE_NORMALISES;
import static org.bnoracle.faults.Fault.SHARD_VARIANCES_AVERAGED;
import static org.bnoracle.faults.Fault.SINGLE_SHARD_NAN;
import static org.bnoracle.faults.Fault.SINGLE_VALUE_NAN;
import static org.bnoracle.faults.Fault.WHOLE_STATISTICS;

import java.util.List;
import java.util.function.Function;
import org.bnoracle.equations.ComparingArithmetic;
import org.bnoracle.equations.Equations;
import org.bnoracle.equations.Lists;
import org.bnoracle.operation.Attribute;
import org.bnoracle.operation.Slot;
import org.bnoracle.tensor.Tensor;

/** The statistics that a program with faults takes of a batch. */
final class FaultyStatistics<T> {
  private final FaultyChannel<T> c;
  private final ComparingArithmetic<T> a;
  private final Equations<T> equations;
  private final List<T> x;
  private final T mean;
  private final T variance;

  /** @param x the values of the channel, or of a part of it */
  FaultyStatistics(FaultyChannel<T> c, List<T> x) {
    this.c = c;
    this.a = c.a();
    this.equations = c.equations();
    this.x = c.has(WHOLE_STATISTICS) ? whole(c) : x;
    this.mean = computedMean();
    this.variance = computedVariance();
  }

  T mean() {
    return mean;
  }

  T variance() {
    return variance;
  }

  /** The variance that values are normalised with. */
  T normalisingVariance() {
    return c.has(SAMPLE_NORMALISES) ? sampleVariance() : variance;
  }

  /** Of a single value, the population variance. */
  T sampleVariance() {
    return x.size() > 1 ? sample(a, variance, x.size(), x.size() - 1) : variance;
  }

  /** 1/√(v), as the backward sees it. */
  T r() {
    T r = equations.inverseStd(c.has(SAMPLE_IN_BACKWARD) ? sampleVariance() : variance, c.in().epsilon());
    return c.has(INVERSE_STD_AS_VARIANCE) ? a.divide(a.of(1), a.sqrt(a.add(r, c.in().epsilon()))) : r;
  }

  /** count/divisor of a variance. */
  static <T> T sample(ComparingArithmetic<T> a, T variance, int count, int divisor) {
    return a.over(a.multiply(a.of(count), variance), divisor);
  }

  private static <T> List<T> whole(FaultyChannel<T> c) {
    Tensor data = c.question().data();
    return Lists.tabulate(data.size(), i -> c.a().of(data.get(i)));
  }

  private T computedMean() {
    if (isUndefined()) {
      return a.of(Double.NaN);
    }
    return isSharded() && c.has(MEAN_OF_SHARD_MEANS) ? ofShards(equations::mean) : equations.mean(x);
  }

  private T computedVariance() {
    if (isUndefined() || x.size() == 1 && c.has(SINGLE_VALUE_NAN)) {
      return a.of(Double.NaN);
    }
    if (isSharded() && c.has(SHARD_VARIANCES_AVERAGED)) {
      return ofShards(shard -> equations.variance(shard, equations.mean(shard)));
    }
    return equations.variance(x, mean);
  }

  private boolean isSharded() {
    return c.question().attributes().has(Attribute.PARTITION);
  }

  /** Whether a worker divides by nothing. */
  private boolean isUndefined() {
    return isSharded() && shards().stream().anyMatch(shard ->
        shard.isEmpty() && c.has(EMPTY_SHARD_NAN) || shard.size() == 1 && c.has(SINGLE_SHARD_NAN));
  }

  private List<List<T>> shards() {
    return c.in().parts(Slot.X, Attribute.PARTITION);
  }

  /** The average of what the workers with samples have, without weights. */
  private T ofShards(Function<List<T>, T> statistic) {
    List<T> each = shards().stream().filter(shard -> !shard.isEmpty()).map(statistic).toList();
    return a.over(a.sum(each), each.size());
  }
}
