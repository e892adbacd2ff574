package org.bnoracle.equations;

import java.util.List;
import org.bnoracle.number.BinaryFormat;

/** Another arithmetic but for the operations that are overridden. */
public class ForwardingArithmetic<T> implements ComparingArithmetic<T> {
  protected final ComparingArithmetic<T> a;

  public ForwardingArithmetic(ComparingArithmetic<T> base) {
    this.a = base;
  }

  @Override
  public T of(double exact) {
    return a.of(exact);
  }

  @Override
  public T add(T x, T y) {
    return a.add(x, y);
  }

  @Override
  public T subtract(T x, T y) {
    return a.subtract(x, y);
  }

  @Override
  public T multiply(T x, T y) {
    return a.multiply(x, y);
  }

  @Override
  public T divide(T x, T y) {
    return a.divide(x, y);
  }

  @Override
  public T square(T x) {
    return a.square(x);
  }

  @Override
  public T over(T x, long count) {
    return a.over(x, count);
  }

  @Override
  public T sqrt(T x) {
    return a.sqrt(x);
  }

  @Override
  public T sum(List<T> terms) {
    return a.sum(terms);
  }

  @Override
  public T relu(T x) {
    return a.relu(x);
  }

  @Override
  public T reluGradient(T x, T g) {
    return a.reluGradient(x, g);
  }

  @Override
  public T named(Quantity quantity, T value) {
    return a.named(quantity, value);
  }

  @Override
  public T max(T x, T y) {
    return a.max(x, y);
  }

  @Override
  public T stored(T x, BinaryFormat format) {
    return a.stored(x, format);
  }
}
