package org.bnoracle.blocked;

/** The loops of {@link Kernels} that compute a result z for each element. Rows of z lie as those of x. */
interface MapKernels {
  /** z by {@link AffineMap}'s columns of an anchored kernel. False if some z is left open. */
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
