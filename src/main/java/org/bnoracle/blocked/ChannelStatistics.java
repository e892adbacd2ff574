package org.bnoracle.blocked;

/**
 * The statistics of one channel, found in at most four passes. The first one takes the numbers as they are, which serves
 * ordinary data. Where squares overflow or underflow, or where the mean is far off zero, so that Σd²/m - (Σd/m)² cancels, the
 * range of the numbers says what to do: scale them by a power of two, or subtract a pivot near the mean. Constant channels and
 * those with a NaN or an infinity show in the range, too.
 */
final class ChannelStatistics {
  private static final double SMALLEST_SQUARES = 0x1p-800;
  /** The square of how many standard deviations the mean may lie off the pivot. */
  private static final double FAR = 1024;
  private static final int LARGEST_EPSILON = 900;

  private final long count;
  private final double epsilon;
  private Frame frame = Frame.PLAIN;
  private DoubleDouble offset;
  private DoubleDouble variance;
  private boolean inRange;
  private boolean isRescaled;
  private boolean isSettled;

  ChannelStatistics(long count, double epsilon) {
    this.count = count;
    this.epsilon = epsilon;
  }

  Frame frame() {
    return frame;
  }

  /** (mean - pivot) 2^exponent; unknown if a number of the channel is not finite, like the variance. */
  DoubleDouble offset() {
    return offset;
  }

  /** variance 2^(2 exponent). */
  DoubleDouble variance() {
    return variance;
  }

  /** Whether all numbers of the channel are finite. */
  boolean isFinite() {
    return offset.isKnown();
  }

  /** Whether variance + epsilon is 0. */
  boolean isDegenerate() {
    return isConstant() && epsilon == 0;
  }

  /** Whether all numbers of the channel are the same. */
  boolean isConstant() {
    return variance.isZero();
  }

  /** epsilon 2^(2 exponent). */
  DoubleDouble epsilon() {
    return DoubleDouble.of(epsilon).scaled(2 * frame.exponent());
  }

  /** 1/√(variance + epsilon) 2^-exponent. */
  DoubleDouble inverseRoot() {
    return variance.plus(epsilon()).inverseRoot();
  }

  /** The mean itself. */
  DoubleDouble mean() {
    return DoubleDouble.of(frame.pivot()).plus(offset.scaled(-frame.exponent()));
  }

  /** The mean, with Σ d known better; matters where there is no pivot. */
  DoubleDouble meanOf(DoubleDouble sum) {
    return frame.pivot() == 0 && isFinite() ? sum.over(count).scaled(-frame.exponent()) : mean();
  }

  /** Takes the sums of a pass by the present frame; false if they are not good enough. */
  boolean accepts(Sums sums) {
    if (!isSettled) {
      offset = sums.first().over(count);
      variance = sums.squares().over(count).minus(offset.square());
      inRange = SMALLEST_SQUARES <= sums.squares().hi() && sums.squares().hi() <= Anchors.LARGEST_SQUARES;
      isSettled = (inRange || isRescaled) && (offset.hi() * offset.hi() <= FAR * variance.hi() || frame.pivot() != 0);
    }
    return isSettled;
  }

  /** Chooses the frame of another pass, if that is what it takes. */
  boolean refine(double low, double high) {
    if (isSettled) {
      return false;
    }
    if (!Double.isFinite(low) || !Double.isFinite(high)) {
      settleUnknown();
    } else if (low == high) {
      settleConstant(low);
    } else if (!inRange && !isRescaled) {
      isRescaled = true;
      frame = new Frame(exponentFor(Math.max(Math.abs(low), Math.abs(high))), 0);
    } else {
      double pivot = Math.scalb(offset.hi(), -frame.exponent());
      isSettled = !Frame.isExactAround(pivot, low, high);
      frame = isSettled ? frame : new Frame(frame.exponent(), pivot);
    }
    return !isSettled;
  }

  private void settleUnknown() {
    offset = DoubleDouble.UNKNOWN;
    variance = DoubleDouble.UNKNOWN;
    isSettled = true;
  }

  private void settleConstant(double value) {
    frame = new Frame(0, value);
    offset = DoubleDouble.ZERO;
    variance = DoubleDouble.ZERO;
    isSettled = true;
  }

  /** Brings the largest number near 1, unless epsilon would become too large. */
  private int exponentFor(double largest) {
    int exponent = -Math.getExponent(largest);
    return epsilon == 0 ? exponent : Math.min(exponent, (LARGEST_EPSILON - Math.getExponent(epsilon)) / 2);
  }
}
