package org.bnoracle.number;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.apache.commons.math3.fraction.BigFraction;

/** Powers of two, exact in each kind of number that the tests use. */
final class Dyadic {
  private Dyadic() {}

  static BigDecimal twoTo(int exponent) {
    return exponent >= 0
        ? new BigDecimal(BigInteger.TWO.pow(exponent))
        : new BigDecimal(BigInteger.valueOf(5).pow(-exponent), -exponent);
  }

  static BigDecimal of(long units, int exponent) {
    return BigDecimal.valueOf(units).multiply(twoTo(exponent));
  }

  static BigDecimal half(BigDecimal a) {
    return a.multiply(twoTo(-1));
  }

  static BigFraction fraction(BigDecimal a) {
    return a.scale() >= 0
        ? new BigFraction(a.unscaledValue(), BigInteger.TEN.pow(a.scale()))
        : new BigFraction(a.toBigIntegerExact());
  }
}
