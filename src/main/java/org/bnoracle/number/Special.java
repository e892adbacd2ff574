package org.bnoracle.number;

/** What IEEE 754 adds to the real numbers. */
public enum Special implements ExtendedReal {
  POSITIVE_INFINITY(Double.POSITIVE_INFINITY),
  NEGATIVE_INFINITY(Double.NEGATIVE_INFINITY),
  NAN(Double.NaN);

  private final double value;

  Special(double value) {
    this.value = value;
  }

  /**
   * The special value that a double stands for.
   *
   * @throws IllegalArgumentException if the double is finite
   */
  public static Special of(double value) {
    if (Double.isFinite(value)) {
      throw new IllegalArgumentException("a special value is an infinity or NaN, was " + value);
    }
    if (Double.isNaN(value)) {
      return NAN;
    }
    return value > 0 ? POSITIVE_INFINITY : NEGATIVE_INFINITY;
  }

  /** This special value as a double. */
  public double value() {
    return value;
  }

  @Override
  public int signum() {
    return (int) Math.signum(value);
  }
}
