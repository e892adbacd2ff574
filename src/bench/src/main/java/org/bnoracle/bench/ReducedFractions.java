package org.bnoracle.bench;

import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;
import org.bnoracle.equations.Arithmetic;

/** a + b √v with fractions in lowest terms: the obvious representation, for comparison. */
final class ReducedFractions implements Arithmetic<ReducedFractions.Number> {
  private BigFraction radicand = BigFraction.ZERO;

  record Number(BigFraction a, BigFraction b) {}

  @Override
  public Number of(double exact) {
    return new Number(new BigFraction(exact), BigFraction.ZERO);
  }

  @Override
  public Number add(Number x, Number y) {
    return new Number(x.a.add(y.a), x.b.add(y.b));
  }

  @Override
  public Number subtract(Number x, Number y) {
    return new Number(x.a.subtract(y.a), x.b.subtract(y.b));
  }

  @Override
  public Number multiply(Number x, Number y) {
    return new Number(
        x.a.multiply(y.a).add(x.b.multiply(y.b).multiply(radicand)), x.a.multiply(y.b).add(x.b.multiply(y.a)));
  }

  @Override
  public Number divide(Number x, Number y) {
    BigFraction norm = y.a.multiply(y.a).subtract(y.b.multiply(y.b).multiply(radicand));
    return multiply(x, new Number(y.a.divide(norm), y.b.negate().divide(norm)));
  }

  @Override
  public Number square(Number x) {
    return multiply(x, x);
  }

  @Override
  public Number over(Number x, long count) {
    return new Number(x.a.divide(count), x.b.divide(count));
  }

  @Override
  public Number sqrt(Number x) {
    radicand = x.a;
    return new Number(BigFraction.ZERO, BigFraction.ONE);
  }

  @Override
  public Number sum(List<Number> terms) {
    Number sum = of(0);
    for (Number term : terms) {
      sum = add(sum, term);
    }
    return sum;
  }
}
