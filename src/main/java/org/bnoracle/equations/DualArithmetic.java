package org.bnoracle.equations;

import java.util.List;

/**
 * Dual numbers over another arithmetic. Over exact numbers they differentiate the equations exactly: applied to the
 * forward they give its derivative along a direction.
 */
public final class DualArithmetic<T> implements Arithmetic<Dual<T>> {
  private final Arithmetic<T> a;

  public DualArithmetic(Arithmetic<T> base) {
    this.a = base;
  }

  @Override
  public Dual<T> of(double exact) {
    return new Dual<>(a.of(exact), a.of(0));
  }

  @Override
  public Dual<T> add(Dual<T> x, Dual<T> y) {
    return new Dual<>(a.add(x.value(), y.value()), a.add(x.dot(), y.dot()));
  }

  @Override
  public Dual<T> subtract(Dual<T> x, Dual<T> y) {
    return new Dual<>(a.subtract(x.value(), y.value()), a.subtract(x.dot(), y.dot()));
  }

  @Override
  public Dual<T> multiply(Dual<T> x, Dual<T> y) {
    return new Dual<>(
        a.multiply(x.value(), y.value()), a.add(a.multiply(x.dot(), y.value()), a.multiply(x.value(), y.dot())));
  }

  /** (x/y)˙ = (ẋ - (x/y) ẏ) / y. */
  @Override
  public Dual<T> divide(Dual<T> x, Dual<T> y) {
    T quotient = a.divide(x.value(), y.value());
    return new Dual<>(quotient, a.divide(a.subtract(x.dot(), a.multiply(quotient, y.dot())), y.value()));
  }

  @Override
  public Dual<T> square(Dual<T> x) {
    return new Dual<>(a.square(x.value()), a.multiply(a.of(2), a.multiply(x.value(), x.dot())));
  }

  @Override
  public Dual<T> over(Dual<T> x, long count) {
    return new Dual<>(a.over(x.value(), count), a.over(x.dot(), count));
  }

  /** (√x)˙ = ẋ / (2 √x). */
  @Override
  public Dual<T> sqrt(Dual<T> x) {
    T root = a.sqrt(x.value());
    return new Dual<>(root, a.over(a.divide(x.dot(), root), 2));
  }

  @Override
  public Dual<T> relu(Dual<T> x) {
    return new Dual<>(a.relu(x.value()), a.reluGradient(x.value(), x.dot()));
  }

  @Override
  public Dual<T> reluGradient(Dual<T> x, Dual<T> g) {
    return new Dual<>(a.reluGradient(x.value(), g.value()), a.reluGradient(x.value(), g.dot()));
  }

  @Override
  public Dual<T> sum(List<Dual<T>> terms) {
    return new Dual<>(a.sum(dissect(terms, true)), a.sum(dissect(terms, false)));
  }

  private List<T> dissect(List<Dual<T>> terms, boolean values) {
    return Lists.tabulate(terms.size(), i -> values ? terms.get(i).value() : terms.get(i).dot());
  }
}
