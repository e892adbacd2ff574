package org.bnoracle.number;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * The exact number (p + q √W) / (2^twos m^counts W^radicands divisor), where m is the odd part of the channel's count
 * and W its radicand. The exponents may be negative; nothing is ever reduced, so numbers are compared by value only.
 *
 * <p>Whether W is a square does not matter: the sign of p + q √W follows from the signs of p and q and, where they
 * differ, from p² against q² W.
 */
public final class QuadraticNumber implements ExtendedReal {
  private static final int SAFE_BITS = 96;
  private static final int GUARD_DIGITS = 3;
  private static final double LOG10_OF_2 = 0.30102999566398120;

  private final QuadraticField field;
  private final BigInteger p;
  private final BigInteger q;
  private final int twos;
  private final int counts;
  private final int radicands;
  private final BigInteger divisor;

  QuadraticNumber(QuadraticField field, BigInteger p, BigInteger q, int twos, int counts, int radicands, BigInteger divisor) {
    this.field = field;
    this.p = p;
    this.q = q;
    this.twos = twos;
    this.counts = counts;
    this.radicands = radicands;
    this.divisor = divisor;
  }

  BigInteger p() {
    return p;
  }

  BigInteger q() {
    return q;
  }

  int twos() {
    return twos;
  }

  int counts() {
    return counts;
  }

  BigInteger divisor() {
    return divisor;
  }

  public QuadraticNumber plus(QuadraticNumber other) {
    if (other.isZero()) {
      return this;
    }
    if (isZero()) {
      return other;
    }
    int k = Math.max(twos, other.twos);
    int j = Math.max(counts, other.counts);
    int i = Math.max(radicands, other.radicands);
    BigInteger factor = factorTo(j, i);
    BigInteger otherFactor = other.factorTo(j, i);
    BigInteger common = divisor;
    if (!divisor.equals(other.divisor)) {
      factor = factor.multiply(other.divisor);
      otherFactor = otherFactor.multiply(divisor);
      common = divisor.multiply(other.divisor);
    }
    return with(
        scaled(p, factor, k - twos).add(scaled(other.p, otherFactor, k - other.twos)),
        scaled(q, factor, k - twos).add(scaled(other.q, otherFactor, k - other.twos)), k, j, i, common);
  }

  private BigInteger factorTo(int j, int i) {
    BigInteger counted = field.countPower(j - counts);
    return i == radicands ? counted : counted.multiply(field.radicandPower(i - radicands));
  }

  private static BigInteger scaled(BigInteger a, BigInteger factor, int shift) {
    if (a.signum() == 0) {
      return a;
    }
    BigInteger product = factor.equals(BigInteger.ONE) ? a : a.multiply(factor);
    return shift == 0 ? product : product.shiftLeft(shift);
  }

  public QuadraticNumber minus(QuadraticNumber other) {
    return plus(other.negate());
  }

  public QuadraticNumber negate() {
    return with(p.negate(), q.negate(), twos, counts, radicands, divisor);
  }

  public QuadraticNumber times(QuadraticNumber other) {
    BigInteger rational = product(p, other.p);
    BigInteger roots = product(q, other.q);
    if (roots.signum() != 0) {
      rational = rational.add(roots.multiply(field.radicand()));
    }
    return with(
        rational, product(p, other.q).add(product(q, other.p)), twos + other.twos, counts + other.counts,
        radicands + other.radicands, product(divisor, other.divisor));
  }

  private static BigInteger product(BigInteger a, BigInteger b) {
    if (a.signum() == 0 || b.signum() == 0) {
      return BigInteger.ZERO;
    }
    return b.equals(BigInteger.ONE) ? a : a.multiply(b);
  }

  /** @throws ArithmeticException if this is zero */
  public QuadraticNumber reciprocal() {
    if (signum() == 0) {
      throw new ArithmeticException("division by zero");
    }
    if (p.signum() == 0) {
      return overNorm(BigInteger.ZERO, BigInteger.ONE, q, 1);
    }
    BigInteger norm = p.multiply(p).subtract(rootSquared());
    return norm.signum() == 0
        ? overNorm(BigInteger.ONE, BigInteger.ZERO, p.shiftLeft(1), 0)
        : overNorm(p, q.negate(), norm, 0);
  }

  /** (a + b √W) / (norm W^normRadicands) · 2^twos m^counts W^radicands divisor; the norm's sign goes upstairs. */
  private QuadraticNumber overNorm(BigInteger a, BigInteger b, BigInteger norm, int normRadicands) {
    BigInteger factor = norm.signum() < 0 ? divisor.negate() : divisor;
    return with(a.multiply(factor), b.multiply(factor), -twos, -counts, normRadicands - radicands, norm.abs());
  }

  /** This divided by a positive whole number; cheapest for the channel's count and powers of two. */
  public QuadraticNumber over(long count) {
    if (count <= 0) {
      throw new ArithmeticException("division by a count of " + count);
    }
    return field.over(this, count);
  }

  QuadraticNumber shifted(int moreTwos, int moreCounts, BigInteger moreDivisor) {
    return with(p, q, twos + moreTwos, counts + moreCounts, radicands, product(divisor, moreDivisor));
  }

  /**
   * The square root of a positive rational number, which becomes the root of the channel's field.
   *
   * @throws ArithmeticException if this is not positive, not rational, or if the field has another radicand already
   */
  public QuadraticNumber sqrt() {
    if (signum() <= 0) {
      throw new ArithmeticException("the square root of a number that is not positive");
    }
    return field.sqrt(this);
  }

  @Override
  public int signum() {
    return signOf(p, q);
  }

  /** The sign of a + b √W. */
  private int signOf(BigInteger a, BigInteger b) {
    if (a.signum() * b.signum() >= 0) {
      return a.signum() != 0 ? a.signum() : b.signum();
    }
    return a.signum() * a.multiply(a).compareTo(b.multiply(b).multiply(field.radicand()));
  }

  /** q² W. */
  private BigInteger rootSquared() {
    return q.signum() == 0 ? BigInteger.ZERO : q.multiply(q).multiply(field.radicand());
  }

  private boolean isZero() {
    return p.signum() == 0 && q.signum() == 0;
  }

  /** The sign of this minus {@code units · 2^exponent}; decided, never approximated. */
  int compareTo(long units, int exponent) {
    QuadraticNumber z = lifted();
    BigInteger boundary = denominator().multiply(BigInteger.valueOf(units));
    int shift = twos + exponent;
    return shift >= 0
        ? signOf(z.p.subtract(boundary.shiftLeft(shift)), z.q)
        : signOf(z.p.shiftLeft(-shift).subtract(boundary), z.q.shiftLeft(-shift));
  }

  /** The same number without negative exponents of m and W. */
  private QuadraticNumber lifted() {
    if (counts >= 0 && radicands >= 0) {
      return this;
    }
    BigInteger factor = factorTo(Math.max(counts, 0), Math.max(radicands, 0));
    return with(product(p, factor), product(q, factor), twos, Math.max(counts, 0), Math.max(radicands, 0), divisor);
  }

  /** m^counts W^radicands divisor, without negative exponents. */
  private BigInteger denominator() {
    BigInteger known = field.countPower(Math.max(counts, 0)).multiply(field.radicandPower(Math.max(radicands, 0)));
    return product(known, divisor);
  }

  /** Around this number, which must be positive. */
  Enclosure enclosure() {
    QuadraticNumber z = lifted();
    if (z.q.signum() == 0) {
      return Enclosure.ofQuotient(z.p, denominator(), -twos);
    }
    BigInteger sum = z.scaledSum(z.p);
    if (sum.bitLength() - z.q.bitLength() >= SAFE_BITS) {
      return Enclosure.ofQuotient(sum, denominator(), -twos - field.rootScale());
    }
    return z.enclosureByConjugate();
  }

  /** p + q √W = (p² - q² W) / (p - q √W), where nothing cancels any more. */
  private Enclosure enclosureByConjugate() {
    BigInteger norm = p.multiply(p).subtract(rootSquared()).abs();
    BigInteger conjugate = scaledSum(p.negate()).abs();
    return Enclosure.ofQuotient(norm, conjugate.multiply(denominator()), field.rootScale() - twos);
  }

  /** (a + q √W) 2^rootScale to an absolute error of |q|. */
  private BigInteger scaledSum(BigInteger a) {
    return a.shiftLeft(field.rootScale()).add(q.multiply(field.scaledRoot()));
  }

  /**
   * This number rounded to that many significant decimal digits, to nearest, ties to even; decided on the integer part
   * of a decimal multiple and on whether anything is left.
   */
  public BigDecimal toDecimal(int digits) {
    int sign = signum();
    if (sign == 0) {
      return BigDecimal.ZERO;
    }
    QuadraticNumber z = (sign < 0 ? negate() : this).lifted();
    int scale = digits + GUARD_DIGITS - (int) Math.floor(z.enclosure().log2() * LOG10_OF_2);
    BigInteger divisor = denominator();
    if (scale < 0) {
      divisor = divisor.multiply(BigInteger.TEN.pow(-scale));
    }
    BigInteger factor = BigInteger.TEN.pow(Math.max(scale, 0)).shiftLeft(Math.max(-twos, 0));
    BigDecimal floor = z.floorWithSticky(factor, divisor.shiftLeft(Math.max(twos, 0)));
    BigDecimal magnitude = floor.scaleByPowerOfTen(-scale).round(new MathContext(digits, RoundingMode.HALF_EVEN));
    return sign < 0 ? magnitude.negate() : magnitude;
  }

  /** ⌊(p + q √W) factor / divisor⌋, and a tenth more where that is not the whole number itself. */
  private BigDecimal floorWithSticky(BigInteger factor, BigInteger divisor) {
    BigInteger[] root = rootSquared().multiply(factor).multiply(factor).sqrtAndRemainder();
    boolean isRootExact = root[1].signum() == 0;
    BigInteger roots = q.signum() < 0 ? (isRootExact ? root[0] : root[0].add(BigInteger.ONE)).negate() : root[0];
    BigInteger[] quotient = p.multiply(factor).add(roots).divideAndRemainder(divisor);
    BigDecimal floor = new BigDecimal(quotient[0]);
    return isRootExact && quotient[1].signum() == 0 ? floor : floor.add(new BigDecimal("0.1"));
  }

  private QuadraticNumber with(BigInteger newP, BigInteger newQ, int k, int j, int i, BigInteger newDivisor) {
    return new QuadraticNumber(field, newP, newQ, k, j, i, newDivisor);
  }

  @Override
  public String toString() {
    return "(%s + %s √%s) / (2^%d m^%d W^%d %s)".formatted(
        p, q, q.signum() == 0 ? "W" : field.radicand(), twos, counts, radicands, divisor);
  }
}
