package org.bnoracle.blocked;

import org.bnoracle.tensor.ChannelView;

/**
 * The unit of a channel's values. Additions of its multiples round to its multiples; so a sum of them whose error is smaller
 * than the unit has none, and what is a tie is seen as one. Looked for where a sum is left open: for data with few bits, such as
 * floats in doubles, that is often a tie.
 */
final class Quantum {
  private static final long FRACTION = (1L << 52) - 1;

  private Quantum() {}

  /** The exponent of a power of two that all values of the channel are multiples of. */
  static int of(ChannelView view, int channel, Elements values) {
    int smallest = Double.MAX_EXPONENT;
    for (int i = 0; i < view.count(); i++) {
      double value = values.get(view.index(channel, i));
      smallest = value == 0 ? smallest : Math.min(smallest, lowestBit(value));
    }
    return smallest;
  }

  private static int lowestBit(double value) {
    long fraction = Double.doubleToRawLongBits(value) & FRACTION;
    boolean isNormal = Math.abs(value) >= Double.MIN_NORMAL;
    long significand = isNormal ? fraction | FRACTION + 1 : fraction;
    return (isNormal ? Math.getExponent(value) : Double.MIN_EXPONENT) - 52 + Long.numberOfTrailingZeros(significand);
  }
}
