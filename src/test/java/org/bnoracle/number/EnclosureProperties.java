package org.bnoracle.number;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import org.apache.commons.math3.fraction.BigFraction;

class EnclosureProperties {
  private static void check(Enclosure around, Position exact) {
    assertTrue(exact.against(Dyadic.of(around.low(), around.exponent())) >= 0, around::toString);
    assertTrue(exact.against(Dyadic.of(around.high(), around.exponent())) <= 0, around::toString);
    assertTrue(around.high() - around.low() <= 4, around::toString);
    assertTrue(around.low() >= 1L << 59, around::toString);
  }

  @Property(tries = 1000)
  @Domain(Inputs.class)
  void aNumberLiesInItsEnclosure(@ForAll Inputs.Three numbers) {
    Twin rest = numbers.a().minus(numbers.b());
    Twin a = rest.naive().signum() < 0 ? rest.negate() : rest;
    Assume.that(a.naive().signum() > 0);
    check(a.exact().enclosure(), a.naive());
  }

  @Property
  void aQuotientLiesInItsEnclosure(
      @ForAll("positive") BigInteger a, @ForAll("positive") BigInteger b, @ForAll @IntRange(min = -99, max = 99) int exponent) {
    BigFraction two = new BigFraction(2);
    Surd exact = Surd.rational(new BigFraction(a, b).multiply(two.pow(exponent)), BigFraction.ONE);
    check(Enclosure.ofQuotient(a, b, exponent), exact);
  }

  @Property
  void theLogarithmIsThatOfTheLowEnd(@ForAll("positive") BigInteger a, @ForAll @IntRange(min = -99, max = 99) int exponent) {
    Enclosure around = Enclosure.ofQuotient(a, BigInteger.ONE, exponent);
    BigDecimal low = Dyadic.of(around.low(), around.exponent());
    assertTrue(Dyadic.twoTo(around.log2()).compareTo(low) <= 0, around::toString);
    assertTrue(Dyadic.twoTo(around.log2() + 1).compareTo(low) > 0, around::toString);
  }

  @Property
  void aQuotientKnowsNoMoreOfItsDivisorThanItNeeds(@ForAll("positive") BigInteger a, @ForAll("positive") BigInteger b) {
    BigInteger longer = b.shiftLeft(999);
    Enclosure expected = Enclosure.ofQuotient(a, b.shiftLeft(200), 0);
    assertEquals(new Enclosure(expected.low(), expected.high(), expected.exponent() - 799), Enclosure.ofQuotient(a, longer, 0));
  }

  @Provide
  Arbitrary<BigInteger> positive() {
    Arbitrary<BigInteger> bits = Arbitraries.bigIntegers()
        .between(BigInteger.ONE, BigInteger.TWO.pow(400)).withDistribution(RandomDistribution.uniform());
    return Combinators.combine(bits, Arbitraries.integers().between(0, 399))
        .as((a, dropped) -> a.shiftRight(dropped).max(BigInteger.ONE))
        .withoutEdgeCases();
  }
}
