package org.bnoracle.blocked;

import org.bnoracle.number.BinaryFormat;

/**
 * The results z = (s d + t) 2^-raised, d = x scale + shift, of one channel.
 *
 * <p>Where the reach of d is known, the kernel for doubles adds from an {@link Anchor}, W at least twice |s d| + |t|: v = fma(d,
 * s_hi, from), e = fma(d, s_hi, from - v), f = fma(d, s_lo, e), and f + above. With u = 2^-53 their roundings and that of above
 * itself are less than {@value #ANCHORED_ROUNDINGS} u² W: {@code affine_decided} of spec/coq/AnchoredMap.v.
 *
 * <p>Where it is not known, it takes p = s_hi d, e = fma(s_hi, d, -p), e' = fma(s_lo, d, e), q + f = p + t_hi, and the rest
 * f + (e' + t_lo). The bound is {@value #ROUNDINGS} u² of |s d| and of |t|, the errors of s and t, and what underflow can lose.
 * If q plus the rest, moved by that bound to either side, is one double, it is the result: {@code free_decided}, and {@code
 * linear_decided} where t is 0, of spec/coq/FreeMap.v.
 *
 * <p>The kernel for floats takes y = fma(s_hi, d, t_hi) in double. It errs by u |y|, moving it by the bound costs as much
 * again, and the low parts, which it drops, count as errors: {@code affine_float_decided} of spec/coq/FloatMap.v.
 *
 * @param reach no |d| is larger; infinite if that is not known
 */
record AffineMap(double scale, double shift, DoubleDouble s, DoubleDouble t, int raised, double reach)
    implements ElementMap {
  static final int SCALE = 0;
  static final int SHIFT = 1;
  static final int S = 2;
  static final int T = 4;
  /** The bound is |d| SLOPE + CONSTANT, for floats |y| {@link #FLOAT_ROUNDINGS} more. */
  static final int SLOPE = 6;
  static final int CONSTANT = 7;
  /** The four columns of an {@link Anchor}. */
  static final int ANCHOR = 8;
  static final int FROM = 9;
  static final int ABOVE = 10;
  static final int BELOW = 11;
  static final int COLUMNS = 12;
  static final double FLOAT_ROUNDINGS = 0x1p-51;

  /** Nothing is decided. */
  static final AffineMap UNKNOWN = new AffineMap(0, 0, DoubleDouble.ZERO, new DoubleDouble(0, 0, Double.NaN), 0, 0);

  static final double ROUNDINGS = 12;
  static final double ANCHORED_ROUNDINGS = 10;

  /** That result for every finite x. */
  static AffineMap constant(double value) {
    return new AffineMap(0, 0, DoubleDouble.ZERO, DoubleDouble.of(value), 0, 0);
  }

  /** s (d - offset) + shift, in the frame's d. */
  static AffineMap of(
      Frame frame, double reach, DoubleDouble offset, DoubleDouble s, DoubleDouble shift, int raised) {
    return new AffineMap(frame.scale(), frame.shift(), s, shift.minus(offset.times(s)), raised, reach);
  }

  @Override
  public boolean isUnknown() {
    return this == UNKNOWN;
  }

  @Override
  public void into(Columns columns, int lane, BinaryFormat format) {
    columns.set(SCALE, lane, scale);
    columns.set(SHIFT, lane, shift);
    columns.set(S, lane, s.hi());
    columns.set(S + 1, lane, s.lo());
    columns.set(T, lane, t.hi());
    columns.set(T + 1, lane, t.lo());
    columns.set(SLOPE, lane, s.kernelError(ROUNDINGS, format));
    columns.set(CONSTANT, lane, (isExact() ? 0 : t.kernelError(ROUNDINGS, format)) + underflow(format));
    Anchor.of(t, s.isZero() ? 0 : s.magnitude() * reach, s.isZero() ? 0 : s.error() * reach + underflow(format), ANCHORED_ROUNDINGS)
        .into(columns, ANCHOR, lane);
  }

  /** Whether the result is t, which is a double. */
  private boolean isExact() {
    return s.isZero() && t.error() == 0 && t.lo() == 0;
  }

  /** What underflow can lose; nothing from floats without a t, the products of which are normal doubles. */
  private double underflow(BinaryFormat format) {
    boolean cannot = format == BinaryFormat.F32 && t.isZero() && Math.abs(s.hi()) >= 0x1p-800;
    return s.isZero() || cannot ? 0 : DoubleDouble.UNDERFLOW * (1 + s.magnitude());
  }

  /** Whether an anchored kernel can compute it. */
  boolean isAnchored() {
    return reach < Double.POSITIVE_INFINITY;
  }

  /** Whether {@link #linear} is the same. */
  boolean isLinear() {
    return t.isZero() && scale == 1 && shift == 0 && raised == 0 && !s.isZero();
  }

  /**
   * The same for the linear kernel. There d is x scaled up and s scaled down, so that x = 0 is the only one with |d| below
   * 2^-1010. The bound is capped by |d|: a zero is decided, and any other d is far above what underflow can lose.
   */
  AffineMap linear() {
    int exponent = 64 + Math.max(0, Math.getExponent(s.hi()));
    return new AffineMap(Math.scalb(1.0, exponent), 0, s.scaled(-exponent), t, 0, Double.POSITIVE_INFINITY);
  }

  /** The result for x, or NaN if it is left open. */
  double nearest(double x, BinaryFormat format) {
    double d = Math.fma(x, scale, shift);
    DoubleDouble z = s.times(d).plus(t);
    double lost = scale < 1 ? underflow(format) : 0;
    return Nearest.decided(z.hi(), z.lo(), z.error() + lost, -raised, format);
  }
}
