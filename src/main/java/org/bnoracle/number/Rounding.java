package org.bnoracle.number;

/**
 * Correct rounding, decided. An enclosure of the number leaves one or two candidates; where it leaves two, the number
 * is compared exactly with the midpoint between them.
 */
public final class Rounding {
  private Rounding() {}

  /**
   * The value of the format nearest to the number, ties to even, with subnormals, overflow to infinity. Exact zero
   * gives +0; a nonzero number that rounds to zero keeps its sign.
   */
  public static Rounded nearest(ExtendedReal number, BinaryFormat format) {
    if (number instanceof Special special) {
      return new Rounded(special.value(), Double.NaN);
    }
    QuadraticNumber z = (QuadraticNumber) number;
    return switch (z.signum()) {
      case 0 -> Rounded.ZERO;
      case 1 -> nearestToPositive(z, format);
      default -> nearestToPositive(z.negate(), format).negate();
    };
  }

  private static Rounded nearestToPositive(QuadraticNumber z, BinaryFormat format) {
    Enclosure around = z.enclosure();
    double low = format.nearest(around.low(), around.exponent());
    double high = format.nearest(around.high(), around.exponent());
    double value = low == high || isBelowMidpoint(z, low, format) ? low : high;
    return new Rounded(value, residual(z, around, value, format));
  }

  /** Whether z rounds to low, not to the next value of the format; a tie goes to the even one. */
  private static boolean isBelowMidpoint(QuadraticNumber z, double low, BinaryFormat format) {
    long units = format.units(low);
    int side = z.compareTo(2 * units + 1, format.quantumOf(low) - 1);
    return side < 0 || side == 0 && units % 2 == 0;
  }

  private static double residual(QuadraticNumber z, Enclosure around, double value, BinaryFormat format) {
    if (Double.isInfinite(value)) {
      return Double.NaN;
    }
    int quantum = format.quantumOf(value);
    double low = inUlps(around.low(), around.exponent(), value, quantum);
    double high = inUlps(around.high(), around.exponent(), value, quantum);
    if (low > 0 || high < 0) {
      return Math.max(-0.5, Math.min(low + (high - low) / 2, 0.5));
    }
    int side = z.compareTo(format.units(value), quantum);
    return side == 0 ? 0 : Math.copySign(Math.max((high - low) / 2, Double.MIN_VALUE), side);
  }

  /** significand · 2^exponent minus value, in units of 2^quantum. */
  private static double inUlps(long significand, int exponent, double value, int quantum) {
    int bits = quantum - exponent;
    if (bits >= Long.SIZE - 1) {
      return Math.scalb((double) significand, -bits) - Math.scalb(value, -quantum);
    }
    long units = (long) Math.scalb(value, -quantum);
    return Math.scalb((double) (significand - (units << bits)), -bits);
  }
}
