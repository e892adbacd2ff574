package org.bnoracle.equations;

import static org.bnoracle.equations.ExactAssertions.assertSameNumber;

import java.util.List;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.BeforeTry;
import org.bnoracle.number.ExtendedReal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The rules of differentiation, on exact numbers. */
class DualArithmeticTest {
  private ExactArithmetic a;
  private DualArithmetic<ExtendedReal> duals;

  /** A field has one root, so every try needs its own. */
  @BeforeEach
  @BeforeTry
  void newField() {
    a = new ExactArithmetic(3);
    duals = new DualArithmetic<>(a);
  }

  private Dual<ExtendedReal> dual(double value, double dot) {
    return new Dual<>(a.of(value), a.of(dot));
  }

  private void assertDual(double value, double dot, Dual<ExtendedReal> actual) {
    assertSame(dual(value, dot), actual);
  }

  private static void assertSame(Dual<ExtendedReal> expected, Dual<ExtendedReal> actual) {
    assertSameNumber(expected.value(), actual.value());
    assertSameNumber(expected.dot(), actual.dot());
  }

  @Test
  void everyOperationHasItsRule() {
    Dual<ExtendedReal> x = dual(3, 5);
    Dual<ExtendedReal> y = dual(2, 7);
    assertDual(3, 0, duals.of(3));
    assertDual(5, 12, duals.add(x, y));
    assertDual(1, -2, duals.subtract(x, y));
    assertDual(6, 5 * 2 + 3 * 7, duals.multiply(x, y));
    assertDual(1.5, (5 * 2 - 3 * 7) / 4.0, duals.divide(x, y));
    assertDual(9, 2 * 3 * 5, duals.square(x));
    assertDual(0.75, 1.25, duals.over(x, 4));
    assertDual(3, 1.25, duals.sqrt(dual(9, 7.5)));
    assertDual(8, 17, duals.sum(List.of(x, y, x)));
    assertDual(0, 0, duals.sum(List.of()));
  }

  @Property
  void aRootSquaredAndAQuotientTimesItsDivisorGiveTheDualBack(
      @ForAll(supplier = ChannelData.PositiveNumbers.class) double x, @ForAll(supplier = ChannelData.Numbers.class) double xDot,
      @ForAll(supplier = ChannelData.Numbers.class) double y, @ForAll(supplier = ChannelData.Numbers.class) double yDot) {
    Assume.that(y != 0);
    assertSame(dual(x, xDot), duals.square(duals.sqrt(dual(x, xDot))));
    assertSame(dual(x, xDot), duals.multiply(dual(y, yDot), duals.divide(dual(x, xDot), dual(y, yDot))));
    assertSame(duals.multiply(dual(y, yDot), dual(y, yDot)), duals.square(dual(y, yDot)));
  }

  @Test
  void reluKeepsValueAndDerivativeWhereItsArgumentIsPositive() {
    Dual<ExtendedReal> g = dual(3, 5);
    assertDual(3, 5, duals.relu(g));
    assertDual(0, 0, duals.relu(dual(-3, 5)));
    assertDual(3, 5, duals.reluGradient(dual(2, 7), g));
    assertDual(0, 0, duals.reluGradient(dual(-2, 7), g));
    assertDual(0, 0, duals.reluGradient(dual(0, 7), g));
  }
}
