package org.bnoracle.accuracy;

import org.bnoracle.number.BinaryFormat;

/**
 * The floating-point arithmetic that runs of a text are assumed to use: round to nearest, sums in any tree of a height.
 *
 * @param compute the format of sums, and of the range of all operations
 * @param precise the format whose precision single operations have; another than {@code compute} where an implementation
 *     may store what it has in between
 * @param height the height K of summation trees
 * @param flushes whether subnormal numbers are taken as zero
 * @param data the format of what is read and written
 */
record Machine(BinaryFormat compute, BinaryFormat precise, long height, boolean flushes, BinaryFormat data) {
  /** u of single operations: half an ulp of 1. */
  double unit() {
    return Math.scalb(1.0, -precise.precision());
  }

  /** u of the sums' additions. */
  double sumUnit() {
    return Math.scalb(1.0, -compute.precision());
  }

  /** Whether what single operations give may be stored in another format than sums are. */
  boolean stores() {
    return !precise.equals(compute);
  }

  /** Whether a number is a value of the formats and is not flushed. */
  boolean holds(double value) {
    return compute.holds(value) && (precise == compute || precise.holds(value)) && !(flushes && isSubnormal(value));
  }

  private boolean isSubnormal(double value) {
    return value != 0 && Math.abs(value) < precise.minNormal();
  }

  /** What a product or a quotient that is no normal number loses beyond its relative error. */
  double underflow() {
    return flushes ? precise.minNormal() : precise.minValue() / 2;
  }

  /** The same of a sum or a difference, which lose nothing unless they are flushed. */
  double flushed() {
    return flushes ? underflow() : 0;
  }

  /** The largest positive number that is zero as data. */
  double zeroAsData() {
    return flushes ? data.minNormal() : data.minValue() / 2;
  }

  /** γ_k = k u / (1 - k u), infinite unless k u < 1. */
  double gamma(long k) {
    double ku = Math.min(k, height) * sumUnit();
    return ku < 1 ? ku / (1 - ku) : Double.POSITIVE_INFINITY;
  }

  /** The smallest step between values: every value is a multiple of it. */
  double step() {
    return flushes ? precise.minNormal() : compute.minValue();
  }
}
