package org.bnoracle.blocked;

import org.bnoracle.number.BinaryFormat;

/** Rounds the results of which a channel has one. */
record Results(Mode mode, BinaryFormat format, Reference reference) {
  /** The number times 2^exponent, rounded; exactly evaluated if its error leaves that open. */
  double rounded(ChannelResult result, DoubleDouble number, int exponent) {
    double value = mode == Mode.PLAIN
        ? Nearest.nearest(number.hi(), number.lo(), exponent, format)
        : Nearest.decided(number.hi(), number.lo(), number.error(), exponent, format);
    return Double.isNaN(value) ? reference.value(result) : value;
  }
}
