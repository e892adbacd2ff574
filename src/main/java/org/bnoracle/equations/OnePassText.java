package org.bnoracle.equations;

import java.util.List;

/** The variance as E[x²] - mean²: exact in real numbers, cancels in floating point. */
public final class OnePassText<T> extends Equations<T> {
  public OnePassText(Arithmetic<T> arithmetic) {
    super(arithmetic);
  }

  @Override
  public T variance(List<T> x, T mean) {
    T meanOfSquares = a.over(a.sum(Lists.map(x, a::square)), x.size());
    return a.named(Quantity.VARIANCE, a.subtract(meanOfSquares, a.square(mean)));
  }
}
