package org.bnoracle.blocked;

/** The loops of {@link Kernels} that add up. */
interface SumKernels {
  /** The most rows that one call of a sum takes: a sum of so many terms has the error bounds of {@link Anchors}. */
  int CHUNK = 64;

  /**
   * Sums over at most {@link #CHUNK} rows at each of two places, which memory serves faster than one: d = x scale + shift, Σ d
   * and its rest, Σ d² and its rest, one row each, then those of the other place. False if an anchor is too small.
   */
  boolean moments(
      double[] x, int at, int other, int stride, int rows, Columns frame, Columns anchors, int lane, double[] partial);

  /**
   * Sums over at most {@link #CHUNK} rows, g = dy gradientScale: those of d at one place, Σ g and its rest, Σ g d and its rest,
   * Σ g². False if an anchor is too small.
   */
  boolean gradientMoments(
      double[] x, int at, double[] dy, int dyAt, int stride, int rows, Columns frame, Columns anchors, int lane,
      double[] partial);

  /** Adds a sum and its rest, rows of {@code partial} from {@code at} on, to the double-doubles of two columns. */
  void accumulate(double[] partial, int at, Columns totals, int column, int lane);

  /** Takes the smallest and the largest of the rows into a column and the next one; NaN stays. */
  void range(double[] values, int at, int stride, int rows, Columns range, int column, int lane);
}
