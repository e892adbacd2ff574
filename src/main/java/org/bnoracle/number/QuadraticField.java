package org.bnoracle.number;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * The numbers of one channel: everything that +, -, ×, ÷ and the square root of one rational can reach from binary
 * numbers. The field learns its radicand W at the first square root. Not for use by several threads.
 */
public final class QuadraticField {
  private static final int ROOT_BITS = 160;

  private final QuadraticNumber zero = new QuadraticNumber(this, BigInteger.ZERO, BigInteger.ZERO, 0, 0, 0, BigInteger.ONE);
  private final long count;
  private final int countTwos;
  private final List<BigInteger> countPowers;
  private List<BigInteger> radicandPowers;
  private QuadraticNumber square;
  private QuadraticNumber root;
  private int rootScale;
  private BigInteger scaledRoot;

  /** The field of a channel of that many values; division by the count is cheap in it. */
  public QuadraticField(long count) {
    if (count < 0) {
      throw new IllegalArgumentException("a channel has 0 or more values, was " + count);
    }
    this.count = count;
    this.countTwos = Long.numberOfTrailingZeros(count);
    this.countPowers = powersOf(BigInteger.valueOf(count >> countTwos));
  }

  /** The number itself; exact. */
  public ExtendedReal of(double value) {
    if (!Double.isFinite(value)) {
      return Special.of(value);
    }
    if (value == 0) {
      return zero;
    }
    long significand = BinaryFormat.significand(value);
    int twos = Long.numberOfTrailingZeros(significand);
    long odd = significand >> twos;
    return rational(BigInteger.valueOf(value < 0 ? -odd : odd), -(BinaryFormat.quantumOfDouble(value) + twos), BigInteger.ONE);
  }

  /** The number itself; exact. */
  public QuadraticNumber of(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    BigInteger fives = BigInteger.valueOf(5).pow(Math.abs(stripped.scale()));
    return stripped.scale() >= 0
        ? rational(stripped.unscaledValue(), stripped.scale(), fives)
        : rational(stripped.unscaledValue().multiply(fives), stripped.scale(), BigInteger.ONE);
  }

  /** significand 2^exponent; exact. */
  QuadraticNumber of(BigInteger significand, int exponent) {
    return rational(significand, -exponent, BigInteger.ONE);
  }

  /** p / (2^twos divisor). */
  private QuadraticNumber rational(BigInteger p, int twos, BigInteger divisor) {
    return new QuadraticNumber(this, p, BigInteger.ZERO, twos, 0, 0, divisor);
  }

  QuadraticNumber zero() {
    return zero;
  }

  /** a ÷ divisor. */
  QuadraticNumber over(QuadraticNumber a, long divisor) {
    int twos = Long.numberOfTrailingZeros(divisor);
    long odd = divisor >> twos;
    if (odd == 1) {
      return a.shifted(twos, 0, BigInteger.ONE);
    }
    return divisor == count ? a.shifted(countTwos, 1, BigInteger.ONE) : a.shifted(twos, 0, BigInteger.valueOf(odd));
  }

  /**
   * The square root of a positive rational.
   *
   * @throws ArithmeticException if the field already has the root of another number
   */
  QuadraticNumber sqrt(QuadraticNumber a) {
    if (root == null) {
      adjoinRootOf(a);
    } else if (a.minus(square).signum() != 0) {
      throw new ArithmeticException("a second radicand in one channel");
    }
    return root;
  }

  /** √(p / (2^k m^j g)) = √(p 2^(k mod 2) m^(j mod 2) g) / (2^⌈k/2⌉ m^⌈j/2⌉ g). */
  private void adjoinRootOf(QuadraticNumber a) {
    int oddTwo = Math.floorMod(a.twos(), 2);
    int oddCount = Math.floorMod(a.counts(), 2);
    BigInteger radicand = a.p().shiftLeft(oddTwo).multiply(countPower(oddCount)).multiply(a.divisor());
    square = a;
    radicandPowers = powersOf(radicand);
    rootScale = Math.max(0, ROOT_BITS - radicand.bitLength() / 2);
    scaledRoot = radicand.shiftLeft(2 * rootScale).sqrt();
    root = new QuadraticNumber(
        this, BigInteger.ZERO, BigInteger.ONE, (a.twos() + oddTwo) / 2, (a.counts() + oddCount) / 2, 0, a.divisor());
  }

  BigInteger radicand() {
    return radicandPower(1);
  }

  /** ⌊√W 2^rootScale⌋, of at least 160 bits. */
  BigInteger scaledRoot() {
    return scaledRoot;
  }

  int rootScale() {
    return rootScale;
  }

  BigInteger countPower(int exponent) {
    return power(countPowers, exponent);
  }

  BigInteger radicandPower(int exponent) {
    return exponent == 0 ? BigInteger.ONE : power(radicandPowers, exponent);
  }

  private static List<BigInteger> powersOf(BigInteger base) {
    return new ArrayList<>(List.of(BigInteger.ONE, base));
  }

  private static BigInteger power(List<BigInteger> powers, int exponent) {
    while (powers.size() <= exponent) {
      powers.add(powers.get(powers.size() - 1).multiply(powers.get(1)));
    }
    return powers.get(exponent);
  }
}
