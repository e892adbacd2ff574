package org.bnoracle.blocked;

/**
 * The loops over elements. Each works on rows of as many elements as a vector has lanes; row r begins at {@code at + r stride}.
 * In a run of one channel's values the rows follow each other and all lanes have the same coefficients; where channels lie
 * side by side a row is a piece of one position, and each lane is a channel of its own. Every loop therefore takes its
 * coefficients from {@link Columns}, at the lanes from {@code lane} on.
 *
 * <p>Implementations differ in the number of lanes and hence in the order of sums. What is decided from their results does
 * not differ.
 */
interface Kernels {
  /** The most rows that one call of a sum takes: a sum of so many terms has the error bounds of {@link Anchors}. */
  int CHUNK = 64;

  /** The name for people. */
  String name();

  /** Elements of a row. */
  int lanes();

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

  /** z by {@link AffineMap}'s columns of an anchored kernel; rows of z lie as those of x. False if some z is left open. */
  boolean anchored(double[] x, int at, int stride, int rows, Columns map, int lane, double[] z, int zAt);

  /** z by {@link AffineMap}'s columns. */
  boolean affine(double[] x, int at, int stride, int rows, Columns map, int lane, double[] z, int zAt);

  /** The same, rounded to floats. */
  boolean affine(double[] x, int at, int stride, int rows, Columns map, int lane, float[] z, int zAt);

  /** The same as the first, where t is 0: {@link AffineMap#linear}. */
  boolean linear(double[] x, int at, int stride, int rows, Columns map, int lane, double[] z, int zAt);

  /** z by {@link CombinedMap}'s columns of an anchored kernel. */
  boolean combined(
      double[] x, int at, double[] dy, int dyAt, int stride, int rows, Columns map, int lane, double[] z, int zAt);

  /** z by {@link CombinedMap}'s columns, rounded to floats. */
  boolean combined(
      double[] x, int at, double[] dy, int dyAt, int stride, int rows, Columns map, int lane, float[] z, int zAt);

  /** z = fma(s, d, t) by the high parts. */
  void affinePlainly(double[] x, int at, int stride, int rows, Columns map, int lane, double[] z, int zAt);

  /** The same, rounded to floats. */
  void affinePlainly(double[] x, int at, int stride, int rows, Columns map, int lane, float[] z, int zAt);

  /** z = fma(a, g, fma(b, d, k)) by the high parts. */
  void combinedPlainly(
      double[] x, int at, double[] dy, int dyAt, int stride, int rows, Columns map, int lane, double[] z, int zAt);

  /** The same, rounded to floats. */
  void combinedPlainly(
      double[] x, int at, double[] dy, int dyAt, int stride, int rows, Columns map, int lane, float[] z, int zAt);
}
