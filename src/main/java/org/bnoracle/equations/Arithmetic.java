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

  /** max(0, a); NaN stays NaN. Symbols cannot be compared. */
  default T relu(T a) {
    throw new UnsupportedOperationException("numbers that cannot be compared have no relu");
  }

  /** The gradient of relu at a: g, but 0 where a is 0 or less; what is not a number lets it pass. */
  default T reluGradient(T a, T g) {
    throw new UnsupportedOperationException("numbers that cannot be compared have no relu");
  }

  /** Marks a computed quantity by its name; an arithmetic may record it or round it for storage. */
  default T named(Quantity quantity, T value) {
    return value;
  }
}
