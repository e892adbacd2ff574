package org.bnoracle.accuracy;

/**
 * What the bound of one value consists of, for the implementation that may err most among those that are in order.
 *
 * @param implementation how that writes the equations
 * @param throughMean what the error of the computed mean contributes
 * @param throughR what the error of the computed 1/√(variance + epsilon) contributes
 * @param own the value's own roundings and sums
 * @param storage half an ulp of the conversion to the output's format
 */
public record BoundTerms(String implementation, double throughMean, double throughR, double own, double storage) {
  /** Their sum, the largest distance from the exact result that is allowed. */
  public double total() {
    return throughMean + throughR + own + storage;
  }
}
