package org.bnoracle.blocked;

import org.bnoracle.number.BinaryFormat;

/**
 * The results z = (a g + b d + k) 2^-raised, g = dy gradientScale, d = x scale + shift, of one channel.
 *
 * <p>The kernel for doubles adds the two products from an {@link Anchor}, W at least twice |a g| + |b d| + |k|, as that of
 * {@link AffineMap} does with one. With u = 2^-53 the roundings are less than {@value #ROUNDINGS} u² W: {@code
 * combined_decided} of spec/coq/AnchoredMap.v. The kernel for floats computes fma(a, g, h), h = fma(b, d, k), in double: {@code
 * combined_float_decided} of spec/coq/FloatMap.v.
 *
 * @param reach no |d| is larger
 * @param gradientReach no |g| is larger
 */
record CombinedMap(
    double scale, double shift, double gradientScale, DoubleDouble a, DoubleDouble b, DoubleDouble k, int raised,
    double reach, double gradientReach)
    implements ElementMap {
  static final int SCALE = 0;
  static final int SHIFT = 1;
  static final int GRADIENT_SCALE = 2;
  static final int A = 3;
  static final int B = 5;
  static final int K = 7;
  /** For floats the bound is |g| A_SLOPE + |d| B_SLOPE + CONSTANT and (|z| + |h|) {@link AffineMap#FLOAT_ROUNDINGS}. */
  static final int A_SLOPE = 8;
  static final int B_SLOPE = 9;
  static final int CONSTANT = 10;
  /** The four columns of an {@link Anchor}. */
  static final int ANCHOR = 11;
  static final int FROM = 12;
  static final int ABOVE = 13;
  static final int BELOW = 14;
  static final int COLUMNS = 15;

  /** Nothing is decided. */
  static final CombinedMap UNKNOWN =
      new CombinedMap(0, 0, 0, DoubleDouble.ZERO, DoubleDouble.ZERO, new DoubleDouble(0, 0, Double.NaN), 0, 0, 0);

  static final double ROUNDINGS = 18;

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
    columns.set(K, lane, k.hi());
    columns.set(A_SLOPE, lane, a.floatError());
    columns.set(B_SLOPE, lane, b.floatError());
    columns.set(CONSTANT, lane, k.floatError() + underflow());
    double largest = a.magnitude() * gradientReach + b.magnitude() * reach;
    Anchor.of(k, largest, a.error() * gradientReach + b.error() * reach + underflow(), ROUNDINGS).into(columns, ANCHOR, lane);
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
