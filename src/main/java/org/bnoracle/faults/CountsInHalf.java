package org.bnoracle.faults;

import org.bnoracle.equations.ComparingArithmetic;
import org.bnoracle.equations.ForwardingArithmetic;
import org.bnoracle.number.BinaryFormat;

/** An arithmetic that divides by counts rounded to f16. */
final class CountsInHalf<T> extends ForwardingArithmetic<T> {
  CountsInHalf(ComparingArithmetic<T> base) {
    super(base);
  }

  @Override
  public T over(T x, long count) {
    double rounded = BinaryFormat.F16.nearest(count);
    return Double.isInfinite(rounded) ? a.multiply(x, a.of(0)) : a.over(x, (long) rounded);
  }
}
