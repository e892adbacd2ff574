package org.bnoracle.blocked;

import java.util.function.Supplier;
import org.bnoracle.number.BinaryFormat;

/** Rounds the results of which a channel has one. */
record Results(Mode mode, BinaryFormat format, Reference reference) {
  /** The number times 2^exponent, rounded; exactly evaluated if its error leaves that open. */
  double rounded(ChannelResult result, DoubleDouble number, int exponent) {
    return rounded(result, number, exponent, () -> number);
  }

  /** The same with the number known better, if it has to be. */
  double rounded(ChannelResult result, DoubleDouble number, int exponent, Supplier<DoubleDouble> better) {
    if (mode == Mode.PLAIN && number.isKnown()) {
      return Nearest.nearest(number.hi(), number.lo(), exponent, format);
    }
    double value = decided(number, exponent);
    if (Double.isNaN(value)) {
      value = decided(better.get(), exponent);
    }
    return Double.isNaN(value) ? reference.value(result) : value;
  }

  private double decided(DoubleDouble number, int exponent) {
    return Nearest.decided(number.hi(), number.lo(), number.error(), exponent, format);
  }
}
