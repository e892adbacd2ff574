package org.bnoracle.blocked;

import org.bnoracle.number.BinaryFormat;

/**
 * Rounds an unevaluated sum of two doubles into a format, once: with subnormals and overflow, and never by way of another
 * format. Ties are seen exactly.
 */
final class Nearest {
  private Nearest() {}

  /**
   * The value of the format nearest to every number between (hi + lo - error) 2^exponent and (hi + lo + error) 2^exponent;
   * NaN if they have not all the same. A zero has the sign of the numbers.
   *
   * @param lo at most an ulp of hi
   * @param error at least 0, NaN if nothing is known
   */
  static double decided(double hi, double lo, double error, int exponent, BinaryFormat format) {
    if (error == 0) {
      return nearest(hi, lo, exponent, format);
    }
    double outwards = error + (Math.abs(lo) + error) * 0x1p-52;
    double low = nearest(hi, lo - outwards, exponent, format);
    double high = nearest(hi, lo + outwards, exponent, format);
    return Double.doubleToRawLongBits(low) == Double.doubleToRawLongBits(high) ? low : Double.NaN;
  }

  /** The value of the format nearest to (a + b) 2^exponent, ties to even; NaN if that is not finite arithmetic. */
  static double nearest(double a, double b, int exponent, BinaryFormat format) {
    double high = a + b;
    double low = DoubleDouble.sumError(a, b, high);
    if (high == 0) {
      return 0.0;
    }
    if (!Double.isFinite(low) || exponent > 0 && Math.abs(high) < Double.MIN_NORMAL) {
      return Double.NaN;
    }
    int leading = Math.getExponent(high) + exponent;
    int quantum = Math.max(leading - (format.precision() - 1), format.minQuantum());
    double units = inUnits(high, low, exponent - quantum);
    double value = Math.scalb(units, quantum);
    return Math.copySign(Math.abs(value) > format.maxValue() ? Double.POSITIVE_INFINITY : value, high);
  }

  /** (high + low) 2^exponent rounded to a whole number; at most 2^53. Where high is half-way, low decides. */
  private static double inUnits(double high, double low, int exponent) {
    double scaled = Math.scalb(high, exponent);
    double whole = Math.rint(scaled);
    if (low != 0 && Math.abs(scaled - whole) == 0.5) {
      return low > 0 ? Math.ceil(scaled) : Math.floor(scaled);
    }
    return whole;
  }
}
