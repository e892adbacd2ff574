package org.bnoracle.number;

import java.math.BigDecimal;
import org.apache.commons.math3.fraction.BigFraction;

/** One number twice: in the project's form and in the naive one. Each operation is done to both. */
record Twin(QuadraticNumber exact, Surd naive) {
  /** The twin of a number without roots, in a field of that radicand. */
  static Twin of(QuadraticField field, BigDecimal a, BigFraction radicand) {
    return new Twin(field.of(a), Surd.rational(Dyadic.fraction(a), radicand));
  }

  Twin plus(Twin other) {
    return new Twin(exact.plus(other.exact), naive.plus(other.naive));
  }

  Twin minus(Twin other) {
    return new Twin(exact.minus(other.exact), naive.plus(other.naive.negate()));
  }

  Twin times(Twin other) {
    return new Twin(exact.times(other.exact), naive.times(other.naive));
  }

  Twin negate() {
    return new Twin(exact.negate(), naive.negate());
  }

  Twin over(long count) {
    return new Twin(exact.over(count), naive.over(new BigFraction(count)));
  }

  /** The reciprocal of √v, which the naive form has as √v / v. */
  static Twin reciprocalOf(Twin root) {
    BigFraction v = root.naive.v();
    return new Twin(root.exact.reciprocal(), Surd.root(v).over(v));
  }
}
