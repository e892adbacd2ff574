package org.bnoracle.number;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** An exact sum is that of BigDecimal, whatever the terms' sizes and their order are. */
class ExactSumProperties {
  private static final int MANY = (1 << 20) + 3;

  /** Any sizes and all bits of the significand. */
  @Provide
  Arbitrary<List<Double>> terms() {
    return Arbitraries.longs().map(Double::longBitsToDouble).filter(Double::isFinite).list().ofMaxSize(40);
  }

  private static void assertSum(BigDecimal expected, ExactSum sum) {
    QuadraticField field = new QuadraticField(3);
    assertEquals(0, ((QuadraticNumber) sum.in(field)).minus(field.of(expected)).signum(), () -> expected + " was " + sum.in(field));
  }

  @Property(seed = "20150211")
  void aSumOfProductsHasNoError(@ForAll("terms") List<Double> some, @ForAll("terms") List<Double> others) {
    ExactSum sum = new ExactSum();
    BigDecimal expected = BigDecimal.ZERO;
    for (int i = 0; i < Math.min(some.size(), others.size()); i++) {
      sum.add(some.get(i), others.get(i));
      expected = expected.add(new BigDecimal(some.get(i)).multiply(new BigDecimal(others.get(i))));
    }
    assertSum(expected, sum);
  }

  @Property(seed = "20150211")
  void aSumHasNoErrorAndWhatIsTakenAwayLeavesNothing(@ForAll("terms") List<Double> terms) {
    ExactSum sum = new ExactSum();
    terms.forEach(sum::add);
    assertSum(terms.stream().map(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add), sum);
    terms.forEach(term -> sum.add(-term));
    assertSum(BigDecimal.ZERO, sum);
  }

  /** More of the largest significands than 128 bits can hold of their products unless they are collected on the way. */
  @Example
  void manyLargeTermsAreCollectedInTime() {
    double large = Math.nextDown(2.0);
    for (double sign : new double[] {1, -1}) {
      ExactSum sum = new ExactSum();
      for (int i = 0; i < 3 * MANY; i++) {
        sum.add(large, sign * large);
      }
      assertSum(new BigDecimal(large).pow(2).multiply(BigDecimal.valueOf(3L * MANY)).multiply(new BigDecimal(sign)), sum);
    }
  }

  @Example
  void theSmallestAndTheLargestProductsHaveAPlace() {
    ExactSum sum = new ExactSum();
    sum.add(Double.MIN_VALUE, -Double.MIN_VALUE);
    sum.add(Double.MAX_VALUE, Double.MAX_VALUE);
    assertSum(new BigDecimal(Double.MAX_VALUE).pow(2).subtract(new BigDecimal(Double.MIN_VALUE).pow(2)), sum);
  }

  @Example
  void specialTermsMakeWhatIeee754SaysOfThem() {
    ExactSum infinite = new ExactSum();
    infinite.add(1);
    infinite.add(-2, Double.POSITIVE_INFINITY);
    assertEquals(Special.of(Double.NEGATIVE_INFINITY), infinite.in(new QuadraticField(1)));
    infinite.add(Double.POSITIVE_INFINITY);
    assertEquals(Special.NAN, infinite.in(new QuadraticField(1)));
    ExactSum ofZero = new ExactSum();
    ofZero.add(0, Double.NEGATIVE_INFINITY);
    assertEquals(Special.NAN, ofZero.in(new QuadraticField(1)));
  }
}
