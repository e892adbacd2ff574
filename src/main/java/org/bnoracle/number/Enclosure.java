package org.bnoracle.number;

import java.math.BigInteger;

/**
 * Two positive numbers {@code low · 2^exponent} and {@code high · 2^exponent} around a third, so close together
 * that at most one rounding boundary of any format lies between them: high - low ≤ 4 and low ≥ 2^59.
 */
record Enclosure(long low, long high, int exponent) {
  private static final int QUOTIENT_BITS = 61;
  private static final int DIVISOR_BITS = 128;
  private static final int SLACK = 1;

  /** The whole part of the binary logarithm. */
  int log2() {
    return exponent + (Long.SIZE - 1 - Long.numberOfLeadingZeros(low));
  }

  /** Around {@code a / b · 2^exponent}, for positive a and b that are each known to a relative error of 2^-70. */
  static Enclosure ofQuotient(BigInteger a, BigInteger b, int exponent) {
    int droppedOfB = Math.max(0, b.bitLength() - DIVISOR_BITS);
    BigInteger divisor = b.shiftRight(droppedOfB);
    int scale = divisor.bitLength() + QUOTIENT_BITS - a.bitLength();
    long quotient = a.shiftLeft(scale).divide(divisor).longValueExact();
    return new Enclosure(quotient - SLACK, quotient + 1 + SLACK, exponent - scale - droppedOfB);
  }
}
