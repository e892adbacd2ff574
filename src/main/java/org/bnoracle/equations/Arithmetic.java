package org.bnoracle.equations;

import java.util.List;

/**
 * What the equations are computed in. The equations never compare numbers, so symbols, intervals, derivatives and
 * floating-point formats are arithmetics as well as exact numbers.
 *
 * @param <T> the numbers
 */
public interface Arithmetic<T> {
  /** The number that stands for this double. */
  T of(double exact);

  T add(T a, T b);

  T subtract(T a, T b);

  T multiply(T a, T b);

  T divide(T a, T b);

  T square(T a);

  /** a ÷ count. */
  T over(T a, long count);

  T sqrt(T a);

  /** The sum of the terms, in an order that the arithmetic chooses; of no terms, zero. */
  T sum(List<T> terms);

  /** Marks a computed quantity by its name; an arithmetic may record it or round it for storage. */
  default T named(Quantity quantity, T value) {
    return value;
  }
}
