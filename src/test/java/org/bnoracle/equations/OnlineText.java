package org.bnoracle.equations;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Mean and variance by Welford's updates and Chan's merges in a random tree; what follows is spelled.
 *
 * @param seed of the tree and of the forms of the single steps
 */
public record OnlineText(Spelling spelling, long seed) implements Text {
  @Override
  public <T> Equations<T> over(Arithmetic<T> arithmetic) {
    return new OnlineEquations<>(arithmetic, this);
  }

  private static final class OnlineEquations<T> extends SpelledEquations<T> {
    private static final int LEAST_WEIGHTED = 4;

    private final SplittableRandom random;
    private final double chance;
    private T sumOfSquares;

    /** A part of the channel. */
    private record Part<T>(int count, T mean, T squares) {}

    OnlineEquations(Arithmetic<T> arithmetic, OnlineText text) {
      super(arithmetic, text.spelling);
      this.random = new SplittableRandom(text.seed);
      this.chance = random.nextInt(4) / 3.0;
    }

    @Override
    public T mean(List<T> x) {
      Part<T> all = part(x);
      sumOfSquares = all.squares;
      return a.named(Quantity.MEAN, all.mean);
    }

    @Override
    public T variance(List<T> x, T mean) {
      return a.named(Quantity.VARIANCE, a.over(sumOfSquares, x.size()));
    }

    private Part<T> part(List<T> x) {
      int m = x.size();
      if (m == 1) {
        return first(x.get(0));
      }
      int left = random.nextDouble() < chance ? m - 1 : 1 + random.nextInt(m - 1);
      Part<T> first = part(x.subList(0, left));
      return left == m - 1 && random.nextBoolean()
          ? updated(first, x.get(m - 1))
          : merged(first, part(x.subList(left, m)));
    }

    /** Welford's first step, from a mean of 0: δ (x - mean) = x (x - x), which is 0, or NaN where x is not finite. */
    private Part<T> first(T x) {
      return new Part<>(1, x, a.multiply(x, a.subtract(x, x)));
    }

    /** Welford: mean + δ/n, and δ (x - new mean). */
    private Part<T> updated(Part<T> old, T x) {
      int n = old.count + 1;
      T delta = a.subtract(x, old.mean);
      T mean = a.add(old.mean, a.over(delta, n));
      return new Part<>(n, mean, a.add(old.squares, a.multiply(delta, a.subtract(x, mean))));
    }

    /** Chan: δ² n_A n_B / n. */
    private Part<T> merged(Part<T> p, Part<T> q) {
      int n = p.count + q.count;
      T delta = a.subtract(q.mean, p.mean);
      T weight = a.over(a.multiply(a.of(p.count), a.of(q.count)), n);
      T squares = a.add(a.add(p.squares, q.squares), a.multiply(a.square(delta), weight));
      return new Part<>(n, mean(p, q, n, delta), squares);
    }

    private T mean(Part<T> p, Part<T> q, int n, T delta) {
      if (Math.min(p.count, q.count) >= LEAST_WEIGHTED && random.nextBoolean()) {
        return a.over(a.add(a.multiply(a.of(p.count), p.mean), a.multiply(a.of(q.count), q.mean)), n);
      }
      return a.add(p.mean, random.nextBoolean()
          ? a.multiply(delta, a.over(a.of(q.count), n)) : a.over(a.multiply(delta, a.of(q.count)), n));
    }
  }
}
