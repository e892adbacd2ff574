package org.bnoracle.power;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.math3.fraction.BigFraction;
import org.bnoracle.equations.Arithmetic;

/**
 * Symbols. A double that stands for a variable is that variable; others are themselves. What is no polynomial, a quotient by
 * a sum or the root of one, is undefined.
 *
 * <p>Epsilon is not a variable, but r is: whatever x, gamma and the like are, any r > 0 is 1/√(v + epsilon) for one epsilon,
 * r^-2 - v. In these variables every result of batch normalization is a polynomial, and two texts give the same results for
 * all data if and only if the polynomials are equal; with an activation, if they are.
 */
final class PolynomialArithmetic implements Arithmetic<Polynomial> {
  private static final int R = 0;

  private final Map<Double, Polynomial> symbols = new TreeMap<>();
  private final Map<Polynomial, Polynomial> steps = new HashMap<>();
  private int variables = 1;

  /** Introduces a variable for which this double stands. */
  void introduce(double symbol) {
    symbols.put(symbol, newVariable());
  }

  private Polynomial newVariable() {
    return Polynomial.variable(variables++, 1);
  }

  /** Lets a double stand for the epsilon of which r = 1/√(v + epsilon). */
  void introduceEpsilon(double symbol, Polynomial v) {
    symbols.put(symbol, subtract(Polynomial.variable(R, -2), v));
  }

  @Override
  public Polynomial of(double exact) {
    Polynomial symbol = symbols.get(exact);
    if (symbol == null && exact != Math.rint(exact)) {
      throw new IllegalArgumentException(exact + " stands for nothing");
    }
    return symbol == null ? Polynomial.constant((long) exact) : symbol;
  }

  @Override
  public Polynomial add(Polynomial a, Polynomial b) {
    return a.plus(b);
  }

  @Override
  public Polynomial subtract(Polynomial a, Polynomial b) {
    return a.plus(b.times(BigFraction.MINUS_ONE));
  }

  @Override
  public Polynomial multiply(Polynomial a, Polynomial b) {
    return a.times(b);
  }

  /** @throws ArithmeticException if it is undefined */
  @Override
  public Polynomial divide(Polynomial a, Polynomial b) {
    return a.times(b.inverse());
  }

  @Override
  public Polynomial square(Polynomial a) {
    return a.times(a);
  }

  /** @throws ArithmeticException if it is undefined */
  @Override
  public Polynomial over(Polynomial a, long count) {
    return divide(a, Polynomial.constant(count));
  }

  /** @throws ArithmeticException if it is undefined */
  @Override
  public Polynomial sqrt(Polynomial a) {
    return a.root();
  }

  /** 1 where a polynomial is above 0, else 0: a variable, the same for equal polynomials. Mutants ask in parallel. */
  private synchronized Polynomial step(Polynomial a) {
    return steps.computeIfAbsent(a, polynomial -> newVariable());
  }

  @Override
  public Polynomial relu(Polynomial a) {
    return a.times(step(a));
  }

  @Override
  public Polynomial reluGradient(Polynomial a, Polynomial g) {
    return g.times(step(a));
  }

  @Override
  public Polynomial sum(List<Polynomial> terms) {
    return terms.stream().reduce(Polynomial.constant(0), Polynomial::plus);
  }
}
