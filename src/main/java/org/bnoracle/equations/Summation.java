package org.bnoracle.equations;

import java.util.List;
import java.util.function.BinaryOperator;

/** The order in which a floating-point sum of one or more terms is taken. */
@FunctionalInterface
public interface Summation {
  /** From the first term to the last. */
  Summation SEQUENTIAL = Summation::sequential;

  /** The sum of the first half plus the sum of the second half, each taken likewise. */
  Summation PAIRWISE = Summation::pairwise;

  Double sum(List<Double> terms, BinaryOperator<Double> add);

  private static Double sequential(List<Double> terms, BinaryOperator<Double> add) {
    Double sum = terms.get(0);
    for (int i = 1; i < terms.size(); i++) {
      sum = add.apply(sum, terms.get(i));
    }
    return sum;
  }

  private static Double pairwise(List<Double> terms, BinaryOperator<Double> add) {
    int size = terms.size();
    return size == 1
        ? terms.get(0)
        : add.apply(pairwise(terms.subList(0, size / 2), add), pairwise(terms.subList(size / 2, size), add));
  }
}
