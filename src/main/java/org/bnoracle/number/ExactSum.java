package org.bnoracle.number;

import java.math.BigInteger;

/**
 * Σ a b over doubles, exactly, in a few nanoseconds a term: products are added up by their exponents, 128 bits each, and seldom
 * all together. Not for use by several threads.
 */
public final class ExactSum {
  private static final int LOWEST = 2 * BinaryFormat.quantumOfDouble(0);
  private static final int PLACES = 2 * BinaryFormat.quantumOfDouble(Double.MAX_VALUE) - LOWEST + 1;
  /** So many products of 106 bits have less than 127. */
  private static final int MOST = 1 << 20;

  private final long[] high = new long[PLACES];
  private final long[] low = new long[PLACES];
  private int pending;
  private BigInteger sum = BigInteger.ZERO;
  private double special;

  /** Adds a. */
  public void add(double a) {
    add(a, 1);
  }

  /** Adds a b. */
  public void add(double a, double b) {
    if (!Double.isFinite(a) || !Double.isFinite(b)) {
      special += a * b;
      return;
    }
    int place = BinaryFormat.quantumOfDouble(a) + BinaryFormat.quantumOfDouble(b) - LOWEST;
    long p = signed(a);
    long q = signed(b);
    long product = p * q;
    low[place] += product;
    high[place] += Math.multiplyHigh(p, q) + (Long.compareUnsigned(low[place], product) < 0 ? 1 : 0);
    if (++pending == MOST) {
      collect();
    }
  }

  private static long signed(double value) {
    return value < 0 ? -BinaryFormat.significand(value) : BinaryFormat.significand(value);
  }

  private void collect() {
    for (int place = 0; place < PLACES; place++) {
      if (high[place] != 0 || low[place] != 0) {
        BigInteger upper = BigInteger.valueOf(high[place]).shiftLeft(Long.SIZE);
        BigInteger lower = BigInteger.valueOf(low[place] >>> 1).shiftLeft(1).add(BigInteger.valueOf(low[place] & 1));
        sum = sum.add(upper.add(lower).shiftLeft(place));
        high[place] = 0;
        low[place] = 0;
      }
    }
    pending = 0;
  }

  /** The sum as a number of the field; where a term is not finite, what IEEE 754 makes of those terms. */
  public ExtendedReal in(QuadraticField field) {
    collect();
    int twos = Math.max(0, sum.getLowestSetBit());
    return special == 0 ? field.of(sum.shiftRight(twos), twos + LOWEST) : Special.of(special);
  }
}
