package org.bnoracle.power;

import java.util.HashMap;
import java.util.Map;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * A sum of monomials with rational coefficients; exponents may be negative.
 *
 * @param terms monomial → coefficient, which is not zero. A monomial is a word: its letter i is the exponent of variable i,
 *     counted from {@link #NO_POWER}; it does not end with that letter
 */
record Polynomial(Map<String, BigFraction> terms) {
  private static final char NO_POWER = 0x4000;

  static Polynomial constant(long value) {
    return value == 0 ? new Polynomial(Map.of()) : new Polynomial(Map.of("", new BigFraction(value)));
  }

  /** A power of a variable. */
  static Polynomial variable(int index, int exponent) {
    return new Polynomial(Map.of(String.valueOf(NO_POWER).repeat(index) + (char) (NO_POWER + exponent), BigFraction.ONE));
  }

  Polynomial plus(Polynomial other) {
    Map<String, BigFraction> sum = new HashMap<>(terms);
    other.terms.forEach((monomial, coefficient) -> add(sum, monomial, coefficient));
    return new Polynomial(sum);
  }

  private static void add(Map<String, BigFraction> sum, String monomial, BigFraction coefficient) {
    sum.merge(monomial, coefficient, (a, b) -> {
      BigFraction both = a.add(b);
      return both.equals(BigFraction.ZERO) ? null : both;
    });
  }

  Polynomial times(Polynomial other) {
    Map<String, BigFraction> product = new HashMap<>();
    terms.forEach((monomial, coefficient) -> other.terms.forEach((otherMonomial, otherCoefficient) ->
        add(product, product(monomial, otherMonomial), coefficient.multiply(otherCoefficient))));
    return new Polynomial(product);
  }

  Polynomial times(BigFraction factor) {
    Map<String, BigFraction> scaled = new HashMap<>();
    terms.forEach((monomial, coefficient) -> scaled.put(monomial, coefficient.multiply(factor)));
    return new Polynomial(scaled);
  }

  private static String product(String a, String b) {
    int length = Math.max(a.length(), b.length());
    StringBuilder product = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      product.append((char) (NO_POWER + exponent(a, i) + exponent(b, i)));
    }
    return shortened(product);
  }

  private static int exponent(String monomial, int variable) {
    return variable < monomial.length() ? monomial.charAt(variable) - NO_POWER : 0;
  }

  private static String shortened(StringBuilder monomial) {
    int length = monomial.length();
    while (length > 0 && monomial.charAt(length - 1) == NO_POWER) {
      length--;
    }
    return monomial.substring(0, length);
  }

  /**
   * 1 over this.
   *
   * @throws ArithmeticException if this is not a single monomial
   */
  Polynomial inverse() {
    Map.Entry<String, BigFraction> only = monomial();
    StringBuilder inverse = new StringBuilder();
    only.getKey().chars().forEach(letter -> inverse.append((char) (2 * NO_POWER - letter)));
    return new Polynomial(Map.of(inverse.toString(), only.getValue().reciprocal()));
  }

  /**
   * The square root, where variables are positive.
   *
   * @throws ArithmeticException if this is not the square of a product of variables
   */
  Polynomial root() {
    Map.Entry<String, BigFraction> only = monomial();
    boolean isSquare = only.getValue().equals(BigFraction.ONE) && only.getKey().chars().allMatch(letter -> letter % 2 == NO_POWER % 2);
    if (!isSquare) {
      throw new ArithmeticException("not the square of a product of variables");
    }
    StringBuilder root = new StringBuilder();
    only.getKey().chars().forEach(letter -> root.append((char) (NO_POWER + (letter - NO_POWER) / 2)));
    return new Polynomial(Map.of(root.toString(), BigFraction.ONE));
  }

  private Map.Entry<String, BigFraction> monomial() {
    if (terms.size() != 1) {
      throw new ArithmeticException("a sum of %d monomials is not one".formatted(terms.size()));
    }
    return terms.entrySet().iterator().next();
  }
}
