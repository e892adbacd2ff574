package org.bnoracle.number;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

@Domain(Inputs.class)
@Domain(DomainContext.Global.class)
class QuadraticNumberProperties {
  private static void assertSame(QuadraticNumber expected, QuadraticNumber actual) {
    assertEquals(0, expected.minus(actual).signum(), () -> expected + " and " + actual);
  }

  @Property
  void additionCommutesAndAssociates(@ForAll Inputs.Three of) {
    QuadraticNumber a = of.a().exact();
    QuadraticNumber b = of.b().exact();
    QuadraticNumber c = of.c().exact();
    assertSame(a.plus(b), b.plus(a));
    assertSame(a.plus(b).plus(c), a.plus(b.plus(c)));
  }

  @Property
  void multiplicationCommutesAndAssociates(@ForAll Inputs.Three of) {
    QuadraticNumber a = of.a().exact();
    QuadraticNumber b = of.b().exact();
    QuadraticNumber c = of.c().exact();
    assertSame(a.times(b), b.times(a));
    assertSame(a.times(b).times(c), a.times(b.times(c)));
  }

  @Property
  void multiplicationDistributes(@ForAll Inputs.Three of) {
    QuadraticNumber a = of.a().exact();
    QuadraticNumber b = of.b().exact();
    QuadraticNumber c = of.c().exact();
    assertSame(a.times(b).plus(a.times(c)), a.times(b.plus(c)));
  }

  @Property
  void theOppositeAndTheReciprocalUndo(@ForAll Inputs.Three of) {
    QuadraticNumber a = of.a().exact();
    QuadraticNumber b = of.b().exact();
    Assume.that(of.a().naive().signum() != 0);
    assertEquals(0, a.plus(a.negate()).signum());
    assertSame(b, b.plus(a).minus(a));
    assertEquals(a.signum(), a.reciprocal().signum());
    assertSame(b, b.times(a).times(a.reciprocal()));
    assertSame(a, a.reciprocal().reciprocal());
    assertEquals(0, a.times(a.reciprocal()).compareTo(1, 0));
  }

  @Property
  void divisionByACountIsUndoneByMultiplication(@ForAll Inputs.Three of, @ForAll @LongRange(min = 1) long divisor) {
    for (long count : new long[] {divisor, divisor % 40 + 1, of.count()}) {
      QuadraticNumber whole = of.field().of(BigDecimal.valueOf(count));
      assertSame(of.a().exact(), of.a().exact().over(count).times(whole));
      assertSame(of.a().exact(), of.a().exact().times(whole).over(count));
    }
  }

  @Property
  void theSquareOfTheRootIsTheRadicand(@ForAll("positive") BigDecimal square, @ForAll("counts") long count) {
    QuadraticField field = new QuadraticField(count);
    QuadraticNumber a = field.of(square).over(count).over(count).over(count);
    QuadraticNumber root = a.sqrt();
    assertEquals(1, root.signum());
    assertSame(a, root.times(root));
    assertSame(a.reciprocal(), root.reciprocal().times(root.reciprocal()));
  }

  @Property
  void theSignIsThatOfTheNaiveForm(@ForAll Inputs.Three of) {
    Twin rest = of.a().minus(of.b());
    assertEquals(rest.naive().signum(), rest.exact().signum());
    assertEquals(of.c().naive().signum(), of.c().exact().signum());
  }

  @Property(tries = 500)
  void comparisonWithABoundaryIsThatOfTheNaiveForm(
      @ForAll Inputs.Three of, @ForAll long units, @ForAll @IntRange(min = -1100, max = 1000) int exponent) {
    int expected = of.a().naive().against(Dyadic.of(units, exponent));
    assertEquals(expected, of.a().exact().compareTo(units, exponent));
  }

  @Property
  void comparisonWithTheNearestBoundariesIsThatOfTheNaiveForm(@ForAll Inputs.Three of) {
    Twin a = of.a().naive().signum() < 0 ? of.a().negate() : of.a();
    Assume.that(a.naive().signum() > 0);
    Enclosure around = a.exact().enclosure();
    for (long units = around.low() - 1; units <= around.high() + 1; units++) {
      int expected = a.naive().against(Dyadic.of(units, around.exponent()));
      assertEquals(expected, a.exact().compareTo(units, around.exponent()));
    }
  }

  @Property
  void aDecimalHasTheDigitsThatTheJdkRounds(@ForAll("decimals") BigDecimal exact, @ForAll @IntRange(min = 1, max = 60) int digits) {
    BigDecimal expected = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
    BigDecimal actual = new QuadraticField(1).of(exact).toDecimal(digits);
    assertEquals(0, expected.compareTo(actual), () -> actual + " instead of " + expected);
  }

  @Property(tries = 500)
  void aDecimalTieGoesToTheEvenDigit(@ForAll @LongRange(min = 1) long unscaled, @ForAll @IntRange(min = -400, max = 400) int scale) {
    BigDecimal tie = BigDecimal.valueOf(unscaled, scale).add(BigDecimal.valueOf(5, scale + 1));
    int digits = BigDecimal.valueOf(unscaled).precision();
    BigDecimal tiny = tie.ulp().movePointLeft(99);
    for (BigDecimal exact : new BigDecimal[] {tie, tie.add(tiny), tie.subtract(tiny)}) {
      BigDecimal expected = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
      assertEquals(0, expected.compareTo(new QuadraticField(1).of(exact).toDecimal(digits)), exact::toString);
      assertEquals(0, expected.negate().compareTo(new QuadraticField(1).of(exact.negate()).toDecimal(digits)), exact::toString);
    }
  }

  @Property
  void theDecimalOfANumberWithRootsIsTheNearest(@ForAll Inputs.Three of, @ForAll @IntRange(min = 1, max = 60) int digits) {
    Assume.that(of.a().naive().signum() != 0);
    BigDecimal decimal = of.a().exact().toDecimal(digits);
    Position magnitude = of.a().naive().magnitude();
    BigDecimal value = decimal.abs();
    assertEquals(of.a().naive().signum(), decimal.signum());
    assertEquals(digits, decimal.precision());
    BigDecimal half = Dyadic.half(value.ulp());
    boolean startsDecade = value.unscaledValue().equals(BigInteger.TEN.pow(digits - 1));
    assertTrue(magnitude.against(value.subtract(startsDecade ? half.movePointLeft(1) : half)) >= 0, decimal::toString);
    assertTrue(magnitude.against(value.add(half)) <= 0, decimal::toString);
  }

  @Provide
  Arbitrary<BigDecimal> decimals() {
    return Inputs.decimals();
  }

  @Provide
  Arbitrary<BigDecimal> positive() {
    return Inputs.positiveDecimals();
  }

  @Provide
  Arbitrary<Long> counts() {
    return Arbitraries.of(1L, 2L, 3L, 6L, 7L, 8L, 12L);
  }
}
