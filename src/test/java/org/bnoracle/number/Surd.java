package org.bnoracle.number;

import java.math.BigDecimal;
import org.apache.commons.math3.fraction.BigFraction;

/** The naive form of {@link QuadraticNumber}: a + b √v in reduced fractions, as a textbook has it. */
record Surd(BigFraction a, BigFraction b, BigFraction v) implements Position {
  static Surd rational(BigFraction a, BigFraction v) {
    return new Surd(a, BigFraction.ZERO, v);
  }

  static Surd root(BigFraction v) {
    return new Surd(BigFraction.ZERO, BigFraction.ONE, v);
  }

  Surd plus(Surd other) {
    return new Surd(a.add(other.a), b.add(other.b), v);
  }

  Surd negate() {
    return new Surd(a.negate(), b.negate(), v);
  }

  Surd times(Surd other) {
    BigFraction rational = a.multiply(other.a).add(b.multiply(other.b).multiply(v));
    return new Surd(rational, a.multiply(other.b).add(b.multiply(other.a)), v);
  }

  Surd over(BigFraction divisor) {
    return new Surd(a.divide(divisor), b.divide(divisor), v);
  }

  int signum() {
    int signOfA = sign(a);
    int signOfB = sign(b);
    return signOfA * signOfB >= 0
        ? Integer.signum(signOfA + signOfB)
        : signOfA * a.multiply(a).compareTo(b.multiply(b).multiply(v));
  }

  @Override
  public int against(BigDecimal boundary) {
    return new Surd(a.subtract(Dyadic.fraction(boundary)), b, v).signum();
  }

  private static int sign(BigFraction a) {
    return a.getNumerator().signum();
  }
}
