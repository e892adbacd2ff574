package org.bnoracle.blocked;

/** By which power of two the upstream gradient of one channel is multiplied before products: g = dy 2^exponent. */
final class GradientScale {
  private static final double SMALLEST_SQUARES = 0x1p-800;

  private int exponent;
  private boolean isSettled;
  private boolean isFinite = true;
  /** Whether all values are zero. */
  private boolean isZero;

  int exponent() {
    return exponent;
  }

  boolean isFinite() {
    return isFinite;
  }

  /** Σ g. */
  DoubleDouble sum(Sums sums) {
    if (!isFinite) {
      return DoubleDouble.UNKNOWN;
    }
    return isZero ? DoubleDouble.ZERO : sums.gradients();
  }

  /** Σ g d, for a channel with these statistics. */
  DoubleDouble products(Sums sums, ChannelStatistics found) {
    if (!isFinite || !found.isFinite()) {
      return DoubleDouble.UNKNOWN;
    }
    return isZero || found.isConstant() ? DoubleDouble.ZERO : sums.products();
  }

  /** Takes the sums of a pass; false if they are not good enough. */
  boolean accepts(Sums sums) {
    isSettled |= SMALLEST_SQUARES <= sums.gradientSquares() && sums.gradientSquares() <= Anchors.LARGEST_SQUARES;
    return isSettled;
  }

  /** Chooses the scale of another pass, if that is what it takes. */
  boolean refine(double low, double high) {
    if (isSettled) {
      return false;
    }
    isSettled = true;
    isFinite = Double.isFinite(low) && Double.isFinite(high);
    isZero = low == 0 && high == 0;
    if (isFinite && !isZero) {
      exponent = -Math.getExponent(Math.max(Math.abs(low), Math.abs(high)));
    }
    return exponent != 0;
  }
}
