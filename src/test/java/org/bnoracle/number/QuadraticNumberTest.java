package org.bnoracle.number;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuadraticNumberTest {
  private final QuadraticField field = new QuadraticField(12);

  private QuadraticNumber number(String decimal) {
    return field.of(new BigDecimal(decimal));
  }

  private static void assertSame(QuadraticNumber expected, QuadraticNumber actual) {
    assertEquals(0, expected.minus(actual).signum(), () -> expected + " and " + actual);
  }

  private static void assertRefused(String message, Runnable division) {
    assertEquals(message, assertThrows(ArithmeticException.class, division::run).getMessage());
  }

  @Test
  void zeroHasNoReciprocal() {
    assertRefused("division by zero", () -> field.zero().reciprocal());
    assertRefused("division by zero", () -> number("9").sqrt().minus(number("3")).reciprocal());
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1, Long.MIN_VALUE})
  void aCountIsPositive(long count) {
    assertRefused("division by a count of " + count, () -> number("1").over(count));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "-1e-300"})
  void onlyAPositiveNumberHasARoot(String square) {
    assertRefused("the square root of a number that is not positive", () -> number(square).sqrt());
  }

  @Test
  void anIrrationalNumberHasNoRoot() {
    QuadraticNumber root = number("2").sqrt();
    assertRefused("a second radicand in one channel", root::sqrt);
    assertRefused("a second radicand in one channel", () -> root.plus(number("2")).sqrt());
  }

  @Test
  void aChannelHasOneRadicand() {
    QuadraticNumber root = number("2").sqrt();
    assertSame(root, number("6").over(3).sqrt());
    assertRefused("a second radicand in one channel", () -> number("2.5").sqrt());
    assertRefused("a second radicand in one channel", () -> number("8").sqrt());
  }

  @ParameterizedTest
  @CsvSource({"9, 3", "0.25, 0.5", "1e-40, 1e-20", "1e40, 1e20", "0.0625, 0.25"})
  void theRootOfASquareIsRational(String square, String root) {
    assertSame(number(root), number(square).sqrt());
  }

  @Test
  void theReciprocalOfTwiceARationalRootIsRational() {
    QuadraticNumber six = number("9").sqrt().plus(number("3"));
    for (QuadraticNumber sixth : List.of(six.reciprocal(), six.negate().reciprocal().negate(), six.over(12).reciprocal().over(12))) {
      assertEquals(1, sixth.signum());
      assertSame(number("1").over(6), sixth);
    }
  }

  @Test
  void differentFormsOfOneNumberAreEqual() {
    QuadraticNumber root = number("2").sqrt();
    List<QuadraticNumber> halves = List.of(
        number("0.5"), number("1").over(2), number("6").over(12), number("3").over(6), number("2").reciprocal(),
        root.times(root).over(4), root.reciprocal().times(root).over(2), root.reciprocal().times(root.reciprocal()),
        number("12").over(12).over(12).times(number("6")), number("0.5").plus(root).minus(root),
        number("2").over(12).reciprocal().over(12));
    for (QuadraticNumber a : halves) {
      for (QuadraticNumber b : halves) {
        assertSame(a, b);
      }
    }
  }

  @Test
  void zeroIsNeutral() {
    QuadraticNumber one = number("1");
    QuadraticNumber hiddenZero = one.minus(number("1"));
    for (QuadraticNumber zero : List.of(field.zero(), number("0"), hiddenZero)) {
      assertSame(one, one.plus(zero));
      assertSame(one, zero.plus(one));
      assertSame(zero, zero.times(one));
      assertEquals(0, zero.signum());
      assertEquals(BigDecimal.ZERO, zero.toDecimal(17));
    }
  }

  @Test
  void theTextHasAllParts() {
    assertEquals("(6 + 0 √W) / (2^0 m^0 W^0 1)", number("6").toString());
    QuadraticNumber root = number("3").over(12).sqrt();
    QuadraticNumber sum = root.plus(number("0.2")).over(12).over(10);
    assertTrue(sum.toString().contains("√" + field.radicand()), sum.toString());
    assertTrue(sum.toString().endsWith(" W^0 %s)".formatted(sum.divisor())), sum.toString());
    assertTrue(sum.toString().contains("2^%d m^%d".formatted(sum.twos(), sum.counts())), sum.toString());
    assertTrue(sum.toString().startsWith("(%s + %s √".formatted(sum.p(), sum.q())), sum.toString());
    assertTrue(root.reciprocal().toString().contains("W^1"), root.reciprocal().toString());
  }

  @Test
  void divisionByTheCountDoesNotGrowTheNumerator() {
    QuadraticNumber one = number("1");
    assertEquals("(1 + 0 √W) / (2^2 m^1 W^0 1)", one.over(12).toString());
    assertEquals("(1 + 0 √W) / (2^3 m^0 W^0 1)", one.over(8).toString());
    assertEquals("(1 + 0 √W) / (2^1 m^0 W^0 7)", one.over(14).toString());
  }

  @ParameterizedTest
  @CsvSource({
    "12345, 3, 12300", "12350, 3, 12400", "12450, 3, 12400", "12450.0000001, 3, 12500", "0.99951, 3, 1.00",
    "-12450, 3, -12400", "-12550, 3, -12600", "25, 1, 20", "35, 1, 40", "1, 1, 1", "1e300, 5, 1e300", "15e-400, 1, 2e-399",
    "999999.5, 6, 1000000",
  })
  void aDecimalIsRoundedToTheEvenDigit(String exact, int digits, BigDecimal expected) {
    BigDecimal actual = number(exact).toDecimal(digits);
    assertEquals(0, expected.compareTo(actual), () -> actual + " for " + exact);
  }

  @ParameterizedTest
  @CsvSource({
    "112.5, 0, 12", "113.5, 0, 14", "112.5, 1e-60, 12", "113.5, 1e-60, 13", "112.5, -1e-60, 13", "113.5, -1e-60, 14",
  })
  void aTieThatARootIsTakenFromIsDecided(BigDecimal minuend, BigDecimal more, BigDecimal expected) {
    QuadraticNumber root = field.of(new BigDecimal(10000).add(more)).sqrt();
    assertEquals(expected, field.of(minuend).minus(root).toDecimal(2));
  }

  @Test
  void aBoundaryItselfIsNeitherBelowNorAbove() {
    QuadraticNumber five = number("10").over(2);
    assertEquals(0, five.compareTo(5, 0));
    assertEquals(0, five.compareTo(10, -1));
    assertEquals(1, five.compareTo(4, 0));
    assertEquals(-1, five.compareTo(3, 1));
    assertEquals(1, five.plus(number("1e-300")).compareTo(5, 0));
    assertEquals(-1, five.minus(number("1e-300")).compareTo(5, 0));
    assertEquals(1, five.compareTo(0, 100));
  }
}
