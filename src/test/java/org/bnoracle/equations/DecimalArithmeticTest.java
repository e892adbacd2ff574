package org.bnoracle.equations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

/** Every operation on intervals contains the operation on each pair of their numbers, and no more than rounding asks. */
class DecimalArithmeticTest {
  private static final int DIGITS = 12;

  private final DecimalArithmetic a = new DecimalArithmetic(DIGITS);

  private static DecimalInterval interval(BigDecimal one, BigDecimal other) {
    return new DecimalInterval(one.min(other), one.max(other));
  }

  private static DecimalInterval interval(String low, String high) {
    return new DecimalInterval(new BigDecimal(low), new BigDecimal(high));
  }

  private static void assertSame(DecimalInterval expected, DecimalInterval actual) {
    assertTrue(
        expected.low().compareTo(actual.low()) == 0 && expected.high().compareTo(actual.high()) == 0,
        () -> "expected " + expected + ", was " + actual);
  }

  private static void assertContains(DecimalInterval interval, BigDecimal number) {
    assertTrue(interval.low().compareTo(number) <= 0 && number.compareTo(interval.high()) <= 0,
        () -> interval + " does not contain " + number);
  }

  @Property
  void sumsDifferencesProductsAndSquaresContainThoseOfTheNumbers(
      @ForAll("small") BigDecimal x1, @ForAll("small") BigDecimal x2, @ForAll("small") BigDecimal y1,
      @ForAll("small") BigDecimal y2, @ForAll @IntRange(max = 8) int eighths) {
    DecimalInterval x = interval(x1, x2);
    DecimalInterval y = interval(y1, y2);
    BigDecimal within = between(x, eighths);
    for (BigDecimal other : List.of(y1, y2, between(y, 8 - eighths))) {
      assertContains(a.add(x, y), within.add(other));
      assertContains(a.subtract(x, y), within.subtract(other));
      assertContains(a.multiply(x, y), within.multiply(other));
    }
    assertContains(a.square(x), within.multiply(within));
  }

  @Provide
  Arbitrary<BigDecimal> small() {
    return Arbitraries.bigDecimals().between(BigDecimal.valueOf(-9), BigDecimal.valueOf(9)).ofScale(4).withoutEdgeCases();
  }

  private static BigDecimal between(DecimalInterval interval, int eighths) {
    return interval.low().add(interval.high().subtract(interval.low()).multiply(new BigDecimal(eighths * 0.125)));
  }

  @Test
  void sumsDifferencesProductsAndSquaresAreExact() {
    assertSame(interval("-1.5", "7.25"), a.add(interval("-2", "3"), interval("0.5", "4.25")));
    assertSame(interval("-6.25", "2.5"), a.subtract(interval("-2", "3"), interval("0.5", "4.25")));
    assertSame(interval("-8.5", "12.75"), a.multiply(interval("-2", "3"), interval("0.5", "4.25")));
    assertSame(interval("-15", "10"), a.multiply(interval("-2", "3"), interval("-5", "1")));
    assertSame(interval("0", "9"), a.square(interval("-2", "3")));
    assertSame(interval("4", "9"), a.square(interval("-3", "-2")));
    assertSame(interval("6", "9"), a.sum(List.of(interval("1", "2"), interval("2", "3"), interval("3", "4"))));
    assertSame(interval("0", "0"), a.sum(List.of()));
    DecimalInterval third = DecimalInterval.of(new BigDecimal("0.123456789012345678"));
    assertSame(DecimalInterval.of(new BigDecimal("0.015241578753238836527968299765279684")), a.square(third));
  }

  @Property
  void aQuotientIsRoundedOutwardsToNeighbours(
      @ForAll @IntRange(min = -10000, max = 10000) int x, @ForAll @IntRange(min = -10000, max = 10000) int y) {
    Assume.that(y != 0);
    DecimalInterval quotient = a.divide(a.of(x), a.of(y));
    BigDecimal divisor = new BigDecimal(y);
    BigDecimal sign = BigDecimal.valueOf(Integer.signum(y));
    BigDecimal dividend = new BigDecimal(x).multiply(sign);
    assertTrue(quotient.low().multiply(divisor.abs()).compareTo(dividend) <= 0, () -> quotient + " is too high");
    assertTrue(quotient.high().multiply(divisor.abs()).compareTo(dividend) >= 0, () -> quotient + " is too low");
    assertNeighbours(quotient, 1);
  }

  private static void assertNeighbours(DecimalInterval interval, int units) {
    BigDecimal unit = interval.high().abs().max(interval.low().abs()).round(new MathContext(DIGITS, RoundingMode.CEILING)).ulp();
    BigDecimal most = interval.high().precision() < DIGITS ? unit.scaleByPowerOfTen(interval.high().precision() - DIGITS) : unit;
    BigDecimal width = interval.high().subtract(interval.low());
    assertTrue(width.compareTo(most.multiply(BigDecimal.valueOf(units))) <= 0, () -> interval + " is wider than rounding asks");
  }

  @Test
  void quotientsTakeTheExtremesOfTheEnds() {
    assertSame(interval("-4", "6"), a.divide(interval("-2", "3"), interval("0.5", "4")));
    assertSame(interval("-6", "4"), a.divide(interval("-2", "3"), interval("-4", "-0.5")));
    assertSame(interval("0.333333333333", "0.666666666667"), a.divide(interval("1", "2"), a.of(3)));
    assertSame(interval("-0.666666666667", "-0.333333333333"), a.divide(interval("-2", "-1"), a.of(3)));
    assertSame(interval("0.25", "0.5"), a.over(interval("1", "2"), 4));
    assertSame(interval("0.142857142857", "0.142857142858"), a.over(a.of(1), 7));
  }

  @Test
  void aDivisorThatContainsZeroIsRefused() {
    Exception e = assertThrows(ArithmeticException.class, () -> a.divide(a.of(1), interval("-1", "1")));
    assertEquals("division by an interval that contains zero", e.getMessage());
  }

  @Property
  void aRootIsEnclosedAndVerifiedBySquaring(@ForAll @BigRange(min = "0", max = "1000000") @Scale(9) BigDecimal x) {
    DecimalInterval root = a.sqrt(DecimalInterval.of(x));
    assertTrue(root.low().multiply(root.low()).compareTo(x) <= 0, () -> root + " squared is above " + x);
    assertTrue(root.high().multiply(root.high()).compareTo(x) >= 0, () -> root + " squared is below " + x);
    assertTrue(x.signum() == 0 || root.low().signum() > 0);
    assertNeighbours(root, 2);
  }

  /** Such roots are nearer to a decimal of 12 digits than any working precision tells. */
  @Property
  void aRootNextToADecimalIsEnclosedToo(
      @ForAll @LongRange(min = 100_000_000_000L, max = 999_999_999_999L) long units, @ForAll boolean above) {
    BigDecimal decimal = BigDecimal.valueOf(units, DIGITS - 1);
    BigDecimal tiny = new BigDecimal(above ? "1E-60" : "-1E-60");
    BigDecimal root = decimal.add(tiny);
    DecimalInterval enclosure = a.sqrt(DecimalInterval.of(root.multiply(root)));
    assertContains(enclosure, root);
    assertNeighbours(enclosure, 2);
  }

  @Test
  void theRootOfAnIntervalReachesFromRootToRoot() {
    assertSame(interval("1.41421356237", "3"), a.sqrt(interval("2", "9")));
    assertSame(interval("2", "3.16227766017"), a.sqrt(interval("4", "10")));
  }

  @Test
  void theRootOfANegativeNumberIsRefused() {
    assertThrows(ArithmeticException.class, () -> a.sqrt(interval("-1", "4")));
  }

  @Test
  void aDoubleStandsForItself() {
    BigDecimal tenth = new BigDecimal("0.1000000000000000055511151231257827021181583404541015625");
    assertSame(DecimalInterval.of(tenth), a.of(0.1));
    assertThrows(NumberFormatException.class, () -> a.of(Double.NaN));
  }

  @Test
  void theReluOfAnIntervalHasNothingBelowZeroBn24() {
    assertSame(interval("2", "3"), a.relu(interval("2", "3")));
    assertSame(interval("0", "3"), a.relu(interval("-2", "3")));
    assertSame(interval("0", "0"), a.relu(interval("-3", "-2")));
  }

  @Test
  void whereASignIsNotKnownTheGradientOfReluReachesToZeroBn25() {
    DecimalInterval g = interval("5", "7");
    assertSame(g, a.reluGradient(interval("2", "3"), g));
    assertSame(interval("0", "7"), a.reluGradient(interval("-2", "3"), g));
    assertSame(interval("-7", "0"), a.reluGradient(interval("0", "3"), interval("-7", "-5")));
    assertSame(interval("0", "0"), a.reluGradient(interval("-2", "0"), g));
  }
}
