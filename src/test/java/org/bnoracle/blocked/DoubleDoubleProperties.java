package org.bnoracle.blocked;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Every operation against exact arithmetic: for operands anywhere within their errors, and for exact ones. */
class DoubleDoubleProperties {
  /** A double-double and a number that it may stand for. */
  record Known(DoubleDouble approximate, BigDecimal number) {
    boolean holds() {
      return distance(approximate, number).compareTo(big(approximate.error())) <= 0;
    }
  }

  private static BigDecimal big(double value) {
    return new BigDecimal(value);
  }

  private static BigDecimal value(DoubleDouble a) {
    return big(a.hi()).add(big(a.lo()));
  }

  private static BigDecimal distance(DoubleDouble a, BigDecimal number) {
    return value(a).subtract(number).abs();
  }

  private static void assertHolds(DoubleDouble result, BigDecimal number) {
    assertTrue(new Known(result, number).holds(), () -> result + " is not " + number);
    assertEquals(result.hi(), result.hi() + result.lo(), "normalized");
  }

  @Provide
  Arbitrary<Double> doubles() {
    return Combinators.combine(
        Arbitraries.longs().between(1L << 52, (1L << 53) - 1), Arbitraries.integers().between(-180, 180), Arbitraries.of(-1, 1))
        .as((units, exponent, sign) -> sign * Math.scalb((double) units, exponent - 52))
        .withoutEdgeCases();
  }

  @Provide
  Arbitrary<Known> exact() {
    return Combinators.combine(doubles(), Arbitraries.longs().between(-(1L << 52), 1L << 52))
        .as((hi, part) -> {
          DoubleDouble number = DoubleDouble.sum(hi, Math.ulp(hi) * 0x1p-53 * part);
          return new Known(number, value(number));
        })
        .withoutEdgeCases();
  }

  @Provide
  Arbitrary<Known> known() {
    return Combinators.combine(
        exact(), Arbitraries.integers().between(20, 110), Arbitraries.doubles().between(-1, 1))
        .as((known, bits, place) -> {
          DoubleDouble number = known.approximate();
          double error = Math.scalb(Math.abs(number.hi()), -bits);
          return new Known(
              new DoubleDouble(number.hi(), number.lo(), error), known.number().add(big(place).multiply(big(error))));
        })
        .withoutEdgeCases();
  }

  @Property
  void sumsHold(@ForAll("known") Known a, @ForAll("known") Known b) {
    assertHolds(a.approximate().plus(b.approximate()), a.number().add(b.number()));
    assertHolds(a.approximate().minus(b.approximate()), a.number().subtract(b.number()));
  }

  @Property
  void sumsThatCancelHold(@ForAll("known") Known a, @ForAll("doubles") double b) {
    DoubleDouble near = DoubleDouble.sum(-a.approximate().hi(), b * Math.ulp(a.approximate().hi()) * 0x1p-60);
    assertHolds(a.approximate().plus(near), a.number().add(value(near)));
  }

  @Property
  void productsHold(@ForAll("known") Known a, @ForAll("known") Known b, @ForAll("doubles") double c) {
    assertHolds(a.approximate().times(b.approximate()), a.number().multiply(b.number()));
    assertHolds(a.approximate().square(), a.number().multiply(a.number()));
    assertHolds(a.approximate().times(c), a.number().multiply(big(c)));
  }

  @Property
  void quotientsHold(@ForAll("known") Known a, @ForAll("doubles") double b) {
    DoubleDouble quotient = a.approximate().over(b);
    BigDecimal divisor = big(b).abs();
    BigDecimal distance = value(quotient).multiply(big(b)).subtract(a.number()).abs();
    assertTrue(distance.compareTo(big(quotient.error()).multiply(divisor)) <= 0);
  }

  @Property
  void inverseRootsHold(@ForAll("known") Known a) {
    DoubleDouble positive = a.approximate().hi() > 0 ? a.approximate() : a.approximate().negated();
    BigDecimal number = a.number().abs();
    DoubleDouble root = positive.inverseRoot();
    BigDecimal low = value(root).subtract(big(root.error()));
    BigDecimal high = value(root).add(big(root.error()));
    assertTrue(low.signum() > 0 && low.multiply(low).multiply(number).compareTo(BigDecimal.ONE) <= 0);
    assertTrue(high.multiply(high).multiply(number).compareTo(BigDecimal.ONE) >= 0);
  }

  /** Of exact operands, that is: the roundings alone. */
  @Property
  void errorsAreTheStatedOnes(@ForAll("exact") Known a, @ForAll("exact") Known b, @ForAll("doubles") double c) {
    assertRoundings(4, a.approximate().plus(b.approximate()));
    assertRoundings(5, a.approximate().times(b.approximate()));
    assertRoundings(3, a.approximate().times(c));
    assertRoundings(4, a.approximate().over(c));
    assertRoundings(24, (a.approximate().hi() > 0 ? a.approximate() : a.approximate().negated()).inverseRoot());
  }

  private static void assertRoundings(int roundings, DoubleDouble result) {
    double stated = (roundings * DoubleDouble.U2 * Math.abs(result.hi()) + DoubleDouble.UNDERFLOW) * (1 + 0x1p-40);
    assertTrue(result.error() <= stated, () -> result + " errs by more than " + stated);
  }

  @Property
  void theSumOfTwoDoublesIsExact(@ForAll("doubles") double a, @ForAll("doubles") double b) {
    DoubleDouble sum = DoubleDouble.sum(a, b);
    assertEquals(0, sum.error());
    assertEquals(0, value(sum).compareTo(big(a).add(big(b))));
  }

  @Property
  void operationsOnTwoDoublesAreExact(@ForAll("doubles") double a, @ForAll("doubles") double b) {
    assertExact(DoubleDouble.of(a).plus(b), big(a).add(big(b)));
    assertExact(DoubleDouble.of(a).times(b), big(a).multiply(big(b)));
    assertExact(DoubleDouble.of(a).times(DoubleDouble.of(b)), big(a).multiply(big(b)));
  }

  @Property
  void quotientsByPowersOfTwoAreExact(@ForAll("exact") Known a, @ForAll("powers") int exponent) {
    double power = Math.scalb(1.0, exponent);
    assertEquals(0, value(a.approximate().over(power)).multiply(big(power)).compareTo(a.number()));
    assertEquals(0, a.approximate().over(power).error());
  }

  @Property
  void inverseRootsOfPowersOfFourAreExact(@ForAll("powers") int exponent) {
    DoubleDouble root = DoubleDouble.of(Math.scalb(1.0, 2 * (exponent / 2))).inverseRoot();
    assertEquals(DoubleDouble.of(Math.scalb(1.0, -(exponent / 2))), root);
  }

  private static void assertExact(DoubleDouble result, BigDecimal number) {
    assertEquals(0, result.error());
    assertEquals(0, value(result).compareTo(number));
  }

  @Property
  void scalingIsExactAwayFromUnderflow(@ForAll("exact") Known a, @ForAll("powers") int exponent) {
    DoubleDouble scaled = a.approximate().scaled(exponent);
    BigDecimal power = big(Math.scalb(1.0, exponent));
    assertEquals(0, value(scaled).compareTo(a.number().multiply(power)));
    assertHolds(scaled, a.number().multiply(power));
  }

  @Provide
  Arbitrary<Integer> powers() {
    return Arbitraries.integers().between(-600, 600);
  }

  @Property
  void zeroTimesAnythingKnownIsZero(@ForAll("known") Known a) {
    assertTrue(a.approximate().times(DoubleDouble.ZERO).isZero());
    assertTrue(DoubleDouble.ZERO.times(a.approximate().hi()).isZero());
    assertTrue(DoubleDouble.ZERO.over(a.approximate().hi()).isZero());
  }
}
