package org.bnoracle.blocked;

import org.bnoracle.number.BinaryFormat;

/**
 * The results z = (a g + b d + k) 2^-raised, g = dy gradientScale, d = x scale + shift, of one channel.
 *
 * <p>The kernel for doubles is that of {@link AffineMap} with two products. With S = |p_a| + |p_b| + |k| its roundings are at
 * most 2.1 u² S in the rests of the products, 2.1 and 2.2 in adding them up with k_lo, 2.1 in adding the two errors of sums,
 * 4.3 in adding all, and 4.3 in adding the bound: {@value #ROUNDINGS} u² S are enough. The kernel for floats computes
 * fma(a, g, h), h = fma(b, d, k), in double.
 */
record CombinedMap(
    double scale, double shift, double gradientScale, DoubleDouble a, DoubleDouble b, DoubleDouble k, int raised)
    implements ElementMap {
  static final int SCALE = 0;
  static final int SHIFT = 1;
  static final int GRADIENT_SCALE = 2;
  static final int A = 3;
  static final int B = 5;
  static final int K = 7;
  /** The bound is |g| A_SLOPE + |d| B_SLOPE + CONSTANT, for floats (|z| + |h|) {@link AffineMap#FLOAT_ROUNDINGS} more. */
  static final int A_SLOPE = 9;
  static final int B_SLOPE = 10;
  static final int CONSTANT = 11;
  static final int COLUMNS = 12;

  /** Nothing is decided. */
  static final CombinedMap UNKNOWN =
      new CombinedMap(0, 0, 0, DoubleDouble.ZERO, DoubleDouble.ZERO, new DoubleDouble(0, 0, Double.NaN), 0);

  private static final double ROUNDINGS = 18;

  @Override
  public boolean isUnknown() {
    return this == UNKNOWN;
  }

  @Override
  public void into(Columns columns, int lane, BinaryFormat format) {
    columns.set(SCALE, lane, scale);
    columns.set(SHIFT, lane, shift);
    columns.set(GRADIENT_SCALE, lane, gradientScale);
    put(a, columns, A, lane);
    put(b, columns, B, lane);
    put(k, columns, K, lane);
    columns.set(A_SLOPE, lane, a.kernelError(ROUNDINGS, format));
    columns.set(B_SLOPE, lane, b.kernelError(ROUNDINGS, format));
    columns.set(CONSTANT, lane, k.kernelError(ROUNDINGS, format) + underflow());
  }

  private static void put(DoubleDouble number, Columns columns, int column, int lane) {
    columns.set(column, lane, number.hi());
    columns.set(column + 1, lane, number.lo());
  }

  private double underflow() {
    return a.isZero() && b.isZero() ? 0 : DoubleDouble.UNDERFLOW * (2 + a.magnitude() + b.magnitude());
  }

  /** The result for x and dy, or NaN if it is left open. */
  double nearest(double x, double dy, BinaryFormat format) {
    DoubleDouble z = a.times(dy * gradientScale).plus(b.times(Math.fma(x, scale, shift))).plus(k);
    double lost = scale < 1 || gradientScale < 1 ? underflow() : 0;
    return Nearest.decided(z.hi(), z.lo(), z.error() + lost, -raised, format);
  }
}
