package org.bnoracle.accuracy;

import org.bnoracle.number.BinaryFormat;

/**
 * What lies between a result and the exact one.
 *
 * @param ulps distance to the exact result in ulp of the golden value; infinite where a special value is wrong
 * @param boundRatio distance over what is allowed to sums in any order; 0 where the result is faithful
 * @param text the name of what makes it unstable; empty if nothing does
 */
public record Discrepancy(Grade grade, double ulps, double boundRatio, String text) {
  private static final Discrepancy NONE = new Discrepancy(Grade.CORRECTLY_ROUNDED, 0);

  /** Without a bound. */
  public Discrepancy(Grade grade, double ulps) {
    this(grade, ulps, 0, "");
  }

  /**
   * Compares with a golden value: correctly rounded, faithful, or else wrong until a bound says that it is not.
   *
   * @param golden the correctly rounded value of the format
   * @param residual exact result minus golden, in ulp of golden; NaN where golden is not finite
   * @param got a value of the same format
   */
  public static Discrepancy of(double golden, double residual, double got, BinaryFormat format) {
    if (isSame(golden, got) || golden == 0 && residual == 0 && got == 0) {
      return new Discrepancy(Grade.CORRECTLY_ROUNDED, Double.isNaN(residual) ? 0 : Math.abs(residual));
    }
    if (Double.isNaN(got) || Double.isNaN(golden)) {
      return new Discrepancy(Grade.WRONG, Double.POSITIVE_INFINITY);
    }
    return new Discrepancy(isOtherNeighbour(golden, residual, got, format) ? Grade.FAITHFUL : Grade.WRONG,
        distance(golden, residual, got, format));
  }

  /** That the result is one of several right ones. */
  public static Discrepancy none() {
    return NONE;
  }

  /** The worst of both: grade with its text, distance and ratio. */
  public Discrepancy and(Discrepancy other) {
    Discrepancy worse = grade.compareTo(other.grade) >= 0 ? this : other;
    return new Discrepancy(worse.grade, Math.max(ulps, other.ulps), Math.max(boundRatio, other.boundRatio), worse.text);
  }

  /** The grade's name, with the text that makes it unstable. */
  public String label() {
    return text.isEmpty() ? grade.label() : grade.label() + ": " + text;
  }

  /** Equal bits; all NaN are the same. */
  public static boolean isSame(double a, double b) {
    return Double.doubleToLongBits(a) == Double.doubleToLongBits(b);
  }

  private static boolean isOtherNeighbour(double golden, double residual, double got, BinaryFormat format) {
    if (golden == 0 && got == 0) {
      return true;
    }
    if (Double.isInfinite(golden)) {
      return Math.abs(got) == format.maxValue() && Math.signum(got) == Math.signum(golden);
    }
    return residual > 0 && got == format.up(golden) || residual < 0 && got == format.down(golden);
  }

  private static double distance(double golden, double residual, double got, BinaryFormat format) {
    if (Double.isInfinite(golden) || Double.isInfinite(got)) {
      return Double.POSITIVE_INFINITY;
    }
    int quantum = format.quantumOf(golden);
    return Math.abs(Math.scalb(got, -quantum) - Math.scalb(golden, -quantum) - residual);
  }
}
