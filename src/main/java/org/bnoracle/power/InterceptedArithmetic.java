package org.bnoracle.power;

import java.util.List;
import org.bnoracle.equations.Arithmetic;
import org.bnoracle.equations.Quantity;
import org.bnoracle.power.Form.Operands;

/** Another arithmetic, each of whose operations comes by here first. */
abstract class InterceptedArithmetic<T> implements Arithmetic<T> {
  protected final Arithmetic<T> a;

  InterceptedArithmetic(Arithmetic<T> base) {
    this.a = base;
  }

  /** What becomes of operands that the text wants to see in this form. */
  protected abstract T intercept(Form form, Operands<T> operands);

  @Override
  public T of(double exact) {
    return a.of(exact);
  }

  @Override
  public T add(T x, T y) {
    return intercept(Form.SUM, Operands.of(x, y));
  }

  @Override
  public T subtract(T x, T y) {
    return intercept(Form.DIFFERENCE, Operands.of(x, y));
  }

  @Override
  public T multiply(T x, T y) {
    return intercept(Form.PRODUCT, Operands.of(x, y));
  }

  @Override
  public T divide(T x, T y) {
    return intercept(Form.QUOTIENT, Operands.of(x, y));
  }

  @Override
  public T square(T x) {
    return intercept(Form.SQUARE, Operands.of(x, null));
  }

  @Override
  public T over(T x, long count) {
    return intercept(Form.PART, new Operands<>(x, null, count, List.of()));
  }

  @Override
  public T sqrt(T x) {
    return intercept(Form.ROOT, Operands.of(x, null));
  }

  @Override
  public T relu(T x) {
    return intercept(Form.POSITIVE_PART, Operands.of(x, null));
  }

  @Override
  public T reluGradient(T x, T g) {
    return intercept(Form.PASSED_ABOVE_ZERO, Operands.of(x, g));
  }

  /** All terms are computed, whatever becomes of them. */
  @Override
  public T sum(List<T> terms) {
    return intercept(Form.TOTAL, new Operands<>(null, null, 0, List.copyOf(terms)));
  }

  @Override
  public T named(Quantity quantity, T value) {
    return a.named(quantity, value);
  }
}
