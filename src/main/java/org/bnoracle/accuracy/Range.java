package org.bnoracle.accuracy;

/** The errors from -below to above; both are at least 0 and may be infinite. */
record Range(double below, double above) {
  static final Range ZERO = new Range(0, 0);
  static final Range INFINITE = symmetric(Double.POSITIVE_INFINITY);

  static Range symmetric(double size) {
    return new Range(size, size);
  }

  Range plus(Range other) {
    return new Range(below + other.below, above + other.above);
  }

  Range plus(double size) {
    return new Range(below + size, above + size);
  }

  /** The products of the errors with a factor of either sign. */
  Range times(double factor) {
    if (factor == 0) {
      return ZERO;
    }
    return factor > 0 ? new Range(below * factor, above * factor) : new Range(above * -factor, below * -factor);
  }

  /** The smallest range that has both. */
  Range or(Range other) {
    return new Range(Math.max(below, other.below), Math.max(above, other.above));
  }

  /** The largest magnitude of an error. */
  double size() {
    return Math.max(below, above);
  }

  boolean isZero() {
    return below == 0 && above == 0;
  }

  boolean isWithin(Range other) {
    return below <= other.below && above <= other.above;
  }

  boolean has(double error) {
    return -below <= error && error <= above;
  }
}
