package org.bnoracle.equations;

import java.util.List;
import org.bnoracle.number.ExactSum;
import org.bnoracle.number.ExtendedReal;
import org.bnoracle.number.QuadraticField;
import org.bnoracle.number.QuadraticNumber;
import org.bnoracle.number.Special;

/**
 * Exact numbers of one channel, extended by the infinities and NaN of IEEE 754. Nothing is rounded. Where an operand
 * is special, or where the result would not be a number, the result is IEEE 754's for operands of those signs, zero
 * counting as +0: so 1/√0 = +∞, √-1 = NaN, 0 · ∞ = NaN, 1/∞ = 0.
 */
public final class ExactArithmetic implements Arithmetic<ExtendedReal> {
  private final QuadraticField field;

  /** The numbers of a channel of that many values. */
  public ExactArithmetic(long count) {
    this.field = new QuadraticField(count);
  }

  @Override
  public ExtendedReal of(double exact) {
    return field.of(exact);
  }

  @Override
  public ExtendedReal add(ExtendedReal a, ExtendedReal b) {
    return a instanceof QuadraticNumber p && b instanceof QuadraticNumber q ? p.plus(q) : of(sketch(a) + sketch(b));
  }

  @Override
  public ExtendedReal subtract(ExtendedReal a, ExtendedReal b) {
    return a instanceof QuadraticNumber p && b instanceof QuadraticNumber q ? p.minus(q) : of(sketch(a) - sketch(b));
  }

  @Override
  public ExtendedReal multiply(ExtendedReal a, ExtendedReal b) {
    return a instanceof QuadraticNumber p && b instanceof QuadraticNumber q ? p.times(q) : of(sketch(a) * sketch(b));
  }

  @Override
  public ExtendedReal divide(ExtendedReal a, ExtendedReal b) {
    return a instanceof QuadraticNumber p && b instanceof QuadraticNumber q && q.signum() != 0
        ? p.times(q.reciprocal())
        : of(sketch(a) / sketch(b));
  }

  @Override
  public ExtendedReal square(ExtendedReal a) {
    return multiply(a, a);
  }

  @Override
  public ExtendedReal over(ExtendedReal a, long count) {
    return a instanceof QuadraticNumber p && count != 0 ? p.over(count) : of(sketch(a) / count);
  }

  @Override
  public ExtendedReal sqrt(ExtendedReal a) {
    return a instanceof QuadraticNumber p && p.signum() > 0 ? p.sqrt() : of(Math.sqrt(sketch(a)));
  }

  @Override
  public ExtendedReal sum(List<ExtendedReal> terms) {
    ExtendedReal sum = of(0);
    for (ExtendedReal term : terms) {
      sum = add(sum, term);
    }
    return sum;
  }

  /** A sum over many doubles. */
  public ExtendedReal of(ExactSum sum) {
    return sum.in(field);
  }

  @Override
  public ExtendedReal relu(ExtendedReal a) {
    return a == Special.NAN || a.signum() > 0 ? a : of(0);
  }

  @Override
  public ExtendedReal reluGradient(ExtendedReal a, ExtendedReal g) {
    return a == Special.NAN || a.signum() > 0 ? g : of(0);
  }

  /** The special value itself, or the sign of a number: all that IEEE 754 asks of an operand beside a special one. */
  private static double sketch(ExtendedReal a) {
    return a instanceof Special special ? special.value() : a.signum();
  }
}
