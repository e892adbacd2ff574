package org.bnoracle.equations;

import org.bnoracle.number.BinaryFormat;

/** An arithmetic that can do what faulty programs do beyond the equations. */
public interface ComparingArithmetic<T> extends Arithmetic<T> {
  /** The larger of two numbers. */
  T max(T a, T b);

  /** The number as a format stores it. */
  T stored(T a, BinaryFormat format);
}
