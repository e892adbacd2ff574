package org.bnoracle.blocked;

import org.bnoracle.number.BinaryFormat;

/**
 * A number known as the unevaluated sum hi + lo of two doubles, |lo| at most half an ulp of hi, and how far off that may be.
 * Every operation gives a bound of its own result's error: what the operands may be off, carried through, and its own
 * roundings. With u = 2^-53 these are, relative to the result, 4 u² for sums and quotients by a double, 3 u² for products
 * with a double, 5 u² for products, 24 u² for {@link #inverseRoot}; products that underflow err by at most {@link #UNDERFLOW}.
 * Sums and products of two doubles, quotients by powers of two and inverse roots of powers of four are exact, so that ties which
 * come from such numbers are seen.
 * Source of all but the last: M. Joldes, J.-M. Muller, V. Popescu, "Tight and rigorous error bounds for basic building blocks
 * of double-word arithmetic", ACM TOMS 44 (2017), algorithms 6, 9, 12 and 15, each a little enlarged here.
 *
 * @param error a bound of |hi + lo - the number|; zero only if they are equal, NaN or infinite if nothing is known
 */
record DoubleDouble(double hi, double lo, double error) {
  /** u², the square of the unit roundoff. */
  static final double U2 = 0x1p-106;
  /** More than products of double-doubles can lose where they underflow. */
  static final double UNDERFLOW = 0x1p-1070;
  static final DoubleDouble ZERO = new DoubleDouble(0, 0, 0);
  static final DoubleDouble UNKNOWN = new DoubleDouble(Double.NaN, 0, Double.NaN);
  static final DoubleDouble ONE = new DoubleDouble(1, 0, 0);

  /** More than a few roundings of bounds. */
  static final double OUTWARDS = 1 + 0x1p-49;
  /** |1/√(1 ± t) - 1| ≤ 0.65 t for 0 ≤ t ≤ 1/4. */
  private static final double ROOT_SLOPE = 0.65;
  /** A product of two doubles that is larger is the sum of two doubles. */
  private static final double SMALLEST_PRODUCT = 0x1p-900;

  /** The double itself; exact. */
  static DoubleDouble of(double exact) {
    return new DoubleDouble(exact, 0, 0);
  }

  /** a + b; exact. */
  static DoubleDouble sum(double a, double b) {
    double sum = a + b;
    return new DoubleDouble(sum, sumError(a, b, sum), 0);
  }

  /** a + b - sum, where sum is a + b rounded; exact. Source: D. Knuth, TAOCP 2, 4.2.2, theorem B. */
  static double sumError(double a, double b, double sum) {
    double bb = sum - a;
    return (a - (sum - bb)) + (b - bb);
  }

  /** The sum a + b of two doubles of any order, known up to that error. */
  static DoubleDouble sum(double a, double b, double error) {
    double sum = a + b;
    return new DoubleDouble(sum, sumError(a, b, sum), error);
  }

  DoubleDouble plus(DoubleDouble b) {
    if (isDouble() && b.isDouble()) {
      return sum(hi, b.hi);
    }
    double sum = hi + b.hi;
    double low = lo + b.lo;
    double rest = sumError(hi, b.hi, sum) + low;
    double high = sum + rest;
    double last = sumError(lo, b.lo, low) + (rest - (high - sum));
    return normalized(high, last, error + b.error, 4, 0);
  }

  DoubleDouble plus(double b) {
    return plus(of(b));
  }

  DoubleDouble minus(DoubleDouble b) {
    return plus(b.negated());
  }

  DoubleDouble negated() {
    return new DoubleDouble(-hi, -lo, error);
  }

  DoubleDouble times(double b) {
    if (b == 0 && isKnown() || isZero() && Double.isFinite(b)) {
      return ZERO;
    }
    double product = hi * b;
    if (isDouble() && Math.abs(product) >= SMALLEST_PRODUCT) {
      return new DoubleDouble(product, Math.fma(hi, b, -product), 0);
    }
    double rest = Math.fma(lo, b, Math.fma(hi, b, -product));
    return normalized(product, rest, error * Math.abs(b), 3, UNDERFLOW);
  }

  DoubleDouble times(DoubleDouble b) {
    if (isZero() && b.isKnown() || b.isZero() && isKnown()) {
      return ZERO;
    }
    if (b.isDouble()) {
      return times(b.hi);
    }
    if (isDouble()) {
      return b.times(hi);
    }
    double product = hi * b.hi;
    double cross = Math.fma(lo, b.hi, Math.fma(hi, b.lo, lo * b.lo));
    double rest = Math.fma(hi, b.hi, -product) + cross;
    return normalized(product, rest, error * b.magnitude() + (magnitude() + error) * b.error, 5, UNDERFLOW);
  }

  DoubleDouble square() {
    return times(this);
  }

  DoubleDouble over(double b) {
    if (isZero()) {
      return ZERO;
    }
    if (isPowerOfTwo(b)) {
      return scaled(-Math.getExponent(b));
    }
    double quotient = hi / b;
    double product = quotient * b;
    double rest = ((hi - product) - Math.fma(quotient, b, -product) + lo) / b;
    return normalized(quotient, rest, error / Math.abs(b), 4, UNDERFLOW);
  }

  /** This times a power of two; exact, where neither overflows nor underflows. */
  DoubleDouble scaled(int exponent) {
    return exponent == 0 ? this : new DoubleDouble(
        Math.scalb(hi, exponent), Math.scalb(lo, exponent), Math.scalb(error, exponent) + lostBelow(exponent));
  }

  private double lostBelow(int exponent) {
    return exponent < 0 && (error > 0 || !survives(hi, exponent) || !survives(lo, exponent)) ? UNDERFLOW : 0;
  }

  private static boolean survives(double value, int exponent) {
    return Math.scalb(Math.scalb(value, exponent), -exponent) == value;
  }

  /**
   * 1/√this. One step from the double w = 1/√hi: with h = 1 - w² v it is w (1 + h/2 + 3/8 h² + …), where |h| ≤ 5 u. Two
   * products and the dropped low part leave h an error of 11 u², the correction itself has three roundings of 2.5 u w, and
   * the terms from h³ on are far below u²: together 14 u² w.
   */
  DoubleDouble inverseRoot() {
    double w = 1 / Math.sqrt(hi);
    if (isDouble() && isPowerOfTwo(hi) && Math.getExponent(hi) % 2 == 0) {
      return of(w);
    }
    double h = ONE.minus(times(w).times(w)).hi;
    double correction = w * (h * (0.5 + 0.375 * h));
    double propagated = error <= 0.2 * hi ? ROOT_SLOPE * error / (hi - error) * w : Double.POSITIVE_INFINITY;
    return normalized(w, correction, propagated, 24, 0);
  }

  /** What a kernel errs for each unit that this is multiplied by: with doubles so many u², with floats the low part. */
  double kernelError(double roundings, BinaryFormat format) {
    return format == BinaryFormat.F32 ? floatError() : (error + roundings * U2 * Math.abs(hi)) * OUTWARDS;
  }

  /** What a kernel errs that drops the low part. */
  double floatError() {
    return (error + Math.abs(lo)) * OUTWARDS;
  }

  /** |hi + lo|, or a little more. */
  double magnitude() {
    return Math.abs(hi) * OUTWARDS;
  }

  /** Whether anything is known. */
  boolean isKnown() {
    return error < Double.POSITIVE_INFINITY && Double.isFinite(hi);
  }

  /** The number, if it is known that its exact value is a multiple of 2^exponent: this one where its error is smaller. */
  DoubleDouble asMultipleOf(int exponent) {
    return error < Math.scalb(1.0, exponent) ? new DoubleDouble(hi, lo, 0) : this;
  }

  /** Whether this is a double, exactly. */
  private boolean isDouble() {
    return lo == 0 && error == 0 && Double.isFinite(hi);
  }

  private static boolean isPowerOfTwo(double value) {
    return value >= Double.MIN_NORMAL && value == Math.scalb(1.0, Math.getExponent(value));
  }

  /** Whether this is zero, exactly. */
  boolean isZero() {
    return hi == 0 && lo == 0 && error == 0;
  }

  private static DoubleDouble normalized(double high, double low, double propagated, int roundings, double underflow) {
    double hi = high + low;
    double lo = low - (hi - high);
    return new DoubleDouble(hi, lo, (propagated + (roundings * U2 * Math.abs(hi) + underflow)) * OUTWARDS);
  }
}
