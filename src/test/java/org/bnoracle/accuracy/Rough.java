package org.bnoracle.accuracy;

/**
 * A simulated floating-point number.
 *
 * @param value as rounded
 * @param left with {@code right}: the factors of a product that a following addition may fuse; NaN if it is none
 */
record Rough(double value, double left, double right) {
  static Rough of(double value) {
    return new Rough(value, Double.NaN, Double.NaN);
  }

  boolean isProduct() {
    return !Double.isNaN(left);
  }
}
