package org.bnoracle.blocked;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.bnoracle.equations.ExactArithmetic;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.number.ExtendedReal;
import org.bnoracle.number.Rounding;

/** Against the rounding of exact numbers, also at midpoints, with subnormal results and where results overflow. */
class NearestProperties {
  /** (hi + lo) 2^exponent. */
  record Number(double hi, double lo, int exponent) {}

  private static ExtendedReal exact(Number number, double shift) {
    ExactArithmetic a = new ExactArithmetic(1);
    ExtendedReal power = a.of(Math.scalb(1.0, number.exponent() / 2));
    ExtendedReal rest = a.of(Math.scalb(1.0, number.exponent() - number.exponent() / 2));
    ExtendedReal sum = a.add(a.add(a.of(number.hi()), a.of(number.lo())), a.of(shift));
    return a.multiply(a.multiply(sum, power), rest);
  }

  private static double rounded(Number number, double shift, BinaryFormat format) {
    return Rounding.nearest(exact(number, shift), format).value();
  }

  @Provide
  Arbitrary<BinaryFormat> formats() {
    return Arbitraries.of(BinaryFormat.F64, BinaryFormat.F32, BinaryFormat.F16, BinaryFormat.BF16);
  }

  /** Long ones, and those with few bits, which are midpoints of a format or near one. */
  @Provide
  Arbitrary<Number> numbers() {
    Arbitrary<Double> significand = Arbitraries.oneOf(
        Arbitraries.longs().between(1L << 52, (1L << 53) - 1).map(units -> (double) units),
        Arbitraries.longs().between(1L << 24, (1L << 25) - 1).map(units -> (double) (units << 28)),
        Arbitraries.longs().between(1L << 11, (1L << 12) - 1).map(units -> (double) (units << 41)));
    Arbitrary<Double> low = Arbitraries.of(0.0, 0.5, -0.5, 0x1p-40, -0x1p-40, 0x1p-52, 0.3, -0.3);
    return Combinators.combine(
        significand, low, Arbitraries.of(-1, 1), Arbitraries.integers().between(-1100, 1000),
        Arbitraries.integers().between(-50, 50))
        .as((hi, lo, sign, exponent, own) ->
            new Number(sign * Math.scalb(hi, own - 52), sign * Math.scalb(lo, own - 52), exponent))
        .withoutEdgeCases();
  }

  @Property(tries = 5000)
  void isTheNearestValue(@ForAll("numbers") Number number, @ForAll("formats") BinaryFormat format) {
    assertEquals(
        rounded(number, 0, format), Nearest.nearest(number.hi(), number.lo(), number.exponent(), format), number.toString());
  }

  @Property(tries = 5000)
  void whatIsDecidedIsNearestToBothEnds(
      @ForAll("numbers") Number number, @ForAll("formats") BinaryFormat format, @ForAll("bits") int bits) {
    double error = Math.scalb(Math.abs(number.hi()), -bits);
    double decided = Nearest.decided(number.hi(), number.lo(), error, number.exponent(), format);
    double low = rounded(number, -error, format);
    double high = rounded(number, error, format);
    if (!Double.isNaN(decided)) {
      assertEquals(decided, low, number.toString());
      assertEquals(decided, high, number.toString());
    } else if (bits < 50) { // else the roundings of the interval's ends matter
      assertNotEquals(rounded(number, -1.01 * error, format), rounded(number, 1.01 * error, format), number.toString());
    }
  }

  @Provide
  Arbitrary<Integer> bits() {
    return Arbitraries.integers().between(3, 140).withoutEdgeCases();
  }

  @Property
  void nothingIsDecidedWhereNothingIsKnown(@ForAll("numbers") Number number, @ForAll("formats") BinaryFormat format) {
    assertEquals(Double.NaN, Nearest.decided(number.hi(), number.lo(), Double.NaN, number.exponent(), format));
  }
}
