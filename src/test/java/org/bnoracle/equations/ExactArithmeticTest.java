package org.bnoracle.equations;

import static org.bnoracle.equations.ExactAssertions.assertSameNumber;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.Stream;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.number.ExactSum;
import org.bnoracle.number.ExtendedReal;
import org.bnoracle.number.QuadraticNumber;
import org.bnoracle.number.Rounding;
import org.bnoracle.number.Special;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Exact numbers extended by IEEE 754's special values. */
class ExactArithmeticTest {
  private static final double INFINITY = Double.POSITIVE_INFINITY;
  private static final List<Double> OPERANDS = List.of(0.0, 2.0, -3.0, 0.25, INFINITY, -INFINITY, Double.NaN);

  private final ExactArithmetic a = new ExactArithmetic(3);

  private double rounded(ExtendedReal number) {
    return Rounding.nearest(number, BinaryFormat.F64).value();
  }

  @TestFactory
  Stream<DynamicTest> operationsOnSmallDoublesAndSpecialValuesAreIeee754sWithOneZero() {
    return Stream.of(
        likeDouble("+", a::add, (x, y) -> x + y), likeDouble("-", a::subtract, (x, y) -> x - y),
        likeDouble("*", a::multiply, (x, y) -> x * y), likeDouble("/", a::divide, (x, y) -> x / y)).flatMap(List::stream);
  }

  /** Adding +0 makes both zeros one. */
  private List<DynamicTest> likeDouble(String sign, BinaryOperator<ExtendedReal> exact, DoubleBinaryOperator ieee) {
    List<DynamicTest> tests = new ArrayList<>();
    for (double x : OPERANDS) {
      for (double y : OPERANDS) {
        double expected = ieee.applyAsDouble(x, y) + 0.0;
        tests.add(dynamicTest(x + " " + sign + " " + y, () -> assertEquals(expected, rounded(exact.apply(a.of(x), a.of(y))))));
      }
    }
    return tests;
  }

  @Test
  void squaresRootsAndCountsOfSpecialValuesAreIeee754s() {
    assertSame(Special.POSITIVE_INFINITY, a.square(a.of(-INFINITY)));
    assertSame(Special.NAN, a.square(Special.NAN));
    assertSame(Special.POSITIVE_INFINITY, a.sqrt(a.of(INFINITY)));
    assertSame(Special.NAN, a.sqrt(a.of(-INFINITY)));
    assertSame(Special.NAN, a.sqrt(a.of(-4)));
    assertSame(Special.NAN, a.sqrt(Special.NAN));
    assertSame(Special.NEGATIVE_INFINITY, a.over(a.of(-INFINITY), 3));
    assertSame(Special.POSITIVE_INFINITY, a.over(a.of(5), 0));
    assertSame(Special.NAN, a.over(a.of(0), 0));
  }

  @Test
  void reluIsTheLargerOfZeroAndLetsNanPassBn24And25() {
    assertSameNumber(a.of(2), a.relu(a.of(2)));
    assertSameNumber(a.of(0), a.relu(a.of(-2)));
    assertSameNumber(a.of(0), a.relu(a.of(-INFINITY)));
    assertSame(Special.POSITIVE_INFINITY, a.relu(a.of(INFINITY)));
    assertSame(Special.NAN, a.relu(Special.NAN));
    assertSameNumber(a.of(5), a.reluGradient(a.of(0x1p-1000), a.of(5)));
    assertSameNumber(a.of(0), a.reluGradient(a.of(0), a.of(5)));
    assertSameNumber(a.of(0), a.reluGradient(a.of(-INFINITY), Special.NAN));
    assertSameNumber(a.of(5), a.reluGradient(Special.NAN, a.of(5)));
  }

  @Test
  void theRootOfZeroIsZeroAndItsReciprocalInfinite() {
    ExtendedReal root = a.sqrt(a.of(0));
    assertSameNumber(a.of(0), root);
    assertSame(Special.POSITIVE_INFINITY, a.divide(a.of(1), root));
  }

  @Test
  void numbersAreNeverRounded() {
    assertSameNumber(a.of(1), a.multiply(a.of(3), a.over(a.of(1), 3)));
    assertSameNumber(a.of(1), a.multiply(a.of(49), a.divide(a.of(1), a.of(49))));
    assertSameNumber(a.of(2), a.square(a.sqrt(a.of(2))));
    assertSameNumber(a.of(0x1p-1000), a.subtract(a.add(a.of(0x1p1000), a.of(0x1p-1000)), a.of(0x1p1000)));
    assertEquals(1, ((QuadraticNumber) a.subtract(a.sqrt(a.of(2)), a.of(Math.nextDown(Math.sqrt(2))))).signum());
  }

  @Test
  void aChannelHasOneRadicand() {
    a.sqrt(a.of(2));
    ExtendedReal three = a.of(3);
    Exception e = assertThrows(ArithmeticException.class, () -> a.sqrt(three));
    assertEquals("a second radicand in one channel", e.getMessage());
  }

  @Test
  void sumsOfSpecialValuesMeetInNan() {
    assertSameNumber(a.of(0), a.sum(List.of()));
    assertSameNumber(a.of(6), a.sum(List.of(a.of(1), a.of(2), a.of(3))));
    assertSame(Special.POSITIVE_INFINITY, a.sum(List.of(a.of(1), a.of(INFINITY), a.of(-5))));
    assertSame(Special.NAN, a.sum(List.of(a.of(-INFINITY), a.of(1), a.of(INFINITY), a.of(7))));
  }

  @Test
  void aSumOfManyDoublesIsANumberLikeOthers() {
    ExactSum sum = new ExactSum();
    sum.add(3);
    sum.add(0x1p-60, 5);
    assertSameNumber(a.add(a.of(3), a.of(0x1.4p-58)), a.of(sum));
  }
}
