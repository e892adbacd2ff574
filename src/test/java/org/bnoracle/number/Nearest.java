package org.bnoracle.number;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.function.Supplier;

/**
 * What a correctly rounded result is, said by comparisons only: it lies between the midpoints to its neighbours, and
 * on one of them only if it is even. The neighbours are the JDK's, or come from an enumeration of the format.
 */
final class Nearest {
  private static final BigDecimal RESIDUAL_ERROR = new BigDecimal(0x1p-7);

  private final BinaryFormat format;
  private final Position exact;
  private final Rounded rounded;
  private final Supplier<String> facts;

  private Nearest(BinaryFormat format, Position exact, Rounded rounded, QuadraticNumber number) {
    this.format = format;
    this.exact = exact;
    this.rounded = rounded;
    this.facts = () -> "%s: %s rounded to %s".formatted(format, number.toDecimal(60), rounded);
  }

  /** Rounds the number to the format and checks value and residual against its position. */
  static Rounded check(BinaryFormat format, Position exact, QuadraticNumber number) {
    Rounded rounded = Rounding.nearest(number, format);
    Nearest nearest = new Nearest(format, exact, rounded, number);
    nearest.checkSign();
    nearest.checkValue();
    nearest.checkResidual();
    return rounded;
  }

  private void checkSign() {
    int sign = exact.against(BigDecimal.ZERO);
    assertEquals(sign < 0, Math.copySign(1, rounded.value()) < 0, facts);
  }

  private void checkValue() {
    Position magnitude = exact.magnitude();
    double value = Math.abs(rounded.value());
    if (value > 0) {
      double below = previous(value);
      int side = magnitude.against(midpoint(below, value));
      assertTrue(side > 0 || side == 0 && isEven(value), facts);
    }
    if (Double.isFinite(value)) {
      int side = magnitude.against(midpoint(value, next(value)));
      assertTrue(side < 0 || side == 0 && isEven(value), facts);
    }
  }

  private void checkResidual() {
    if (Double.isInfinite(rounded.value())) {
      assertTrue(Double.isNaN(rounded.residual()), facts);
      return;
    }
    BigDecimal value = new BigDecimal(rounded.value());
    assertEquals(exact.against(value), (int) Math.signum(rounded.residual()), facts);
    assertTrue(Math.abs(rounded.residual()) <= 0.5, facts);
    BigDecimal residual = new BigDecimal(rounded.residual());
    assertTrue(exact.against(value.add(inValue(residual.subtract(RESIDUAL_ERROR)))) >= 0, facts);
    assertTrue(exact.against(value.add(inValue(residual.add(RESIDUAL_ERROR)))) <= 0, facts);
  }

  private BigDecimal inValue(BigDecimal ulps) {
    double value = Math.abs(rounded.value());
    return ulps.multiply(extended(next(value)).subtract(new BigDecimal(value)));
  }

  private BigDecimal midpoint(double a, double b) {
    return Dyadic.half(extended(a).add(extended(b)));
  }

  /** An infinity stands for the next power of two. */
  private BigDecimal extended(double value) {
    return Double.isInfinite(value) ? Dyadic.twoTo(format.maxExponent() + 1) : new BigDecimal(value);
  }

  private double next(double value) {
    return switch (format.name()) {
      case "f64" -> Math.nextUp(value);
      case "f32" -> Math.nextUp((float) value);
      default -> SmallFormat.of(format).next(value);
    };
  }

  private double previous(double value) {
    return switch (format.name()) {
      case "f64" -> Math.nextDown(value);
      case "f32" -> Math.nextDown((float) value);
      default -> SmallFormat.of(format).previous(value);
    };
  }

  /** Infinity counts as even, as its bits are. */
  private boolean isEven(double value) {
    return switch (format.name()) {
      case "f64" -> (Double.doubleToLongBits(value) & 1) == 0;
      case "f32" -> (Float.floatToIntBits((float) value) & 1) == 0;
      default -> Double.isInfinite(value) || SmallFormat.of(format).indexOf(value) % 2 == 0;
    };
  }
}
