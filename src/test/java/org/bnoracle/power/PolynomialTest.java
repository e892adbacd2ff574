package org.bnoracle.power;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.bnoracle.equations.Equations;
import org.junit.jupiter.api.Test;

class PolynomialTest {
  private static final double X = 0.25;
  private static final double Z = 0.75;
  private static final double EPSILON = 0.5;

  private final PolynomialArithmetic a = new PolynomialArithmetic();
  private final Polynomial x;
  private final Polynomial z;

  PolynomialTest() {
    a.introduce(X);
    a.introduce(Z);
    x = a.of(X);
    z = a.of(Z);
  }

  @Test
  void sumsAndProductsHaveOneForm() {
    assertEquals(a.subtract(a.square(x), a.square(z)), a.multiply(a.add(x, z), a.subtract(x, z)));
    assertEquals(a.of(0), a.subtract(a.over(x, 3), a.over(x, 3)));
    assertEquals(x, a.sum(List.of(a.over(x, 3), a.over(x, 2), a.over(x, 6))));
    assertNotEquals(x, z);
  }

  @Test
  void monomialsHaveInversesAndSomeHaveRoots() {
    Polynomial product = a.multiply(x, z);
    assertEquals(a.of(1), a.multiply(product, a.divide(a.of(1), product)));
    assertEquals(a.divide(x, z), a.sqrt(a.square(a.divide(x, z))));
  }

  @Test
  void whatIsNoPolynomialIsUndefined() {
    assertThrows(ArithmeticException.class, () -> a.divide(x, a.add(x, z)));
    assertThrows(ArithmeticException.class, () -> a.over(x, 0));
    assertThrows(ArithmeticException.class, () -> a.sqrt(x));
    assertThrows(ArithmeticException.class, () -> a.sqrt(a.of(2)));
    assertThrows(IllegalArgumentException.class, () -> a.of(0.125));
  }

  @Test
  void rIsTheVariableAndEpsilonWhatMakesItSo() {
    Polynomial variance = a.square(a.subtract(x, z));
    a.introduceEpsilon(EPSILON, variance);
    Polynomial r = new Equations<>(a).inverseStd(variance, a.of(EPSILON));
    assertEquals(a.of(1), a.multiply(a.square(r), a.add(variance, a.of(EPSILON))));
  }

  @Test
  void whatPassesAnActivationDependsOnItsArgument() {
    Polynomial half = a.over(a.add(x, x), 2);
    assertEquals(a.relu(x), a.relu(half));
    assertEquals(a.relu(x), a.reluGradient(x, x));
    assertNotEquals(a.relu(x), a.relu(z));
    assertNotEquals(a.relu(x), x);
  }
}
