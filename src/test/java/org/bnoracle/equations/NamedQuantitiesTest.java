package org.bnoracle.equations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Mean, variance and r are marked, and an arithmetic may change them there. */
class NamedQuantitiesTest {
  private static final List<Double> X = List.of(1.0, 3.0, 5.0, 7.0);

  /** Doubles that note each named quantity and store it with one added. */
  private static final class Noting implements Arithmetic<Double> {
    private final Map<Quantity, Double> named = new LinkedHashMap<>();

    @Override
    public Double of(double exact) {
      return exact;
    }

    @Override
    public Double add(Double a, Double b) {
      return a + b;
    }

    @Override
    public Double subtract(Double a, Double b) {
      return a - b;
    }

    @Override
    public Double multiply(Double a, Double b) {
      return a * b;
    }

    @Override
    public Double divide(Double a, Double b) {
      return a / b;
    }

    @Override
    public Double square(Double a) {
      return a * a;
    }

    @Override
    public Double over(Double a, long count) {
      return a / count;
    }

    @Override
    public Double sqrt(Double a) {
      return Math.sqrt(a);
    }

    @Override
    public Double sum(List<Double> terms) {
      return terms.stream().mapToDouble(t -> t).sum();
    }

    @Override
    public Double named(Quantity quantity, Double value) {
      named.put(quantity, value);
      return value + 1;
    }
  }

  @Test
  void thePaperNamesMeanVarianceAndInverseStdBn1To3() {
    Noting a = new Noting();
    Equations<Double> paper = Text.PAPER.over(a);
    assertEquals(5.0, paper.mean(X));
    assertEquals(6.0, paper.variance(X, 4.0));
    assertEquals(1.5, paper.inverseStd(3.0, 1.0));
    assertEquals(Map.of(Quantity.MEAN, 4.0, Quantity.VARIANCE, 5.0, Quantity.INVERSE_STD, 0.5), a.named);
  }

  @Test
  void theOnePassTextNamesItsVarianceBn2() {
    Noting a = new Noting();
    assertEquals(6.0, Spelling.PAPER.with(Spelling.Variance.ONE_PASS).over(a).variance(X, 4.0));
    assertEquals(Map.of(Quantity.VARIANCE, 5.0), a.named);
  }

  @Test
  void numbersThatAreNotComparedHaveNoRelu() {
    Noting a = new Noting();
    assertThrows(UnsupportedOperationException.class, () -> a.relu(1.0));
    assertThrows(UnsupportedOperationException.class, () -> a.reluGradient(1.0, 2.0));
  }
}
