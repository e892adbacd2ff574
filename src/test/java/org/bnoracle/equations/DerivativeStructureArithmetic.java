package org.bnoracle.equations;

import java.util.List;
import org.apache.commons.math3.analysis.differentiation.DerivativeStructure;

/** The first derivatives of Commons Math, in double, along some variables. */
record DerivativeStructureArithmetic(int variables) implements Arithmetic<DerivativeStructure> {
  private static final int ORDER = 1;

  DerivativeStructure variable(int index, double value) {
    return new DerivativeStructure(variables, ORDER, index, value);
  }

  @Override
  public DerivativeStructure of(double exact) {
    return new DerivativeStructure(variables, ORDER, exact);
  }

  @Override
  public DerivativeStructure add(DerivativeStructure a, DerivativeStructure b) {
    return a.add(b);
  }

  @Override
  public DerivativeStructure subtract(DerivativeStructure a, DerivativeStructure b) {
    return a.subtract(b);
  }

  @Override
  public DerivativeStructure multiply(DerivativeStructure a, DerivativeStructure b) {
    return a.multiply(b);
  }

  @Override
  public DerivativeStructure divide(DerivativeStructure a, DerivativeStructure b) {
    return a.divide(b);
  }

  @Override
  public DerivativeStructure square(DerivativeStructure a) {
    return a.multiply(a);
  }

  @Override
  public DerivativeStructure over(DerivativeStructure a, long count) {
    return a.divide(count);
  }

  @Override
  public DerivativeStructure sqrt(DerivativeStructure a) {
    return a.sqrt();
  }

  @Override
  public DerivativeStructure sum(List<DerivativeStructure> terms) {
    return terms.stream().reduce(of(0), DerivativeStructure::add);
  }
}
