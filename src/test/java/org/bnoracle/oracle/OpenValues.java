package org.bnoracle.oracle;

import org.bnoracle.tensor.Tensor;

/** Where decimal intervals may have to leave a value open: next to a tie, and at an exact zero that terms cancel to. */
public final class OpenValues {
  /** Residuals are good to 2^-7 ulp. */
  private static final double NEAR_A_TIE = 0.5 - 0x1p-7;

  private OpenValues() {}

  /** How many of an evaluation's values are such ones. */
  public static int count(Evaluation evaluation) {
    return evaluation.outputs().entrySet().stream().mapToInt(output ->
        output.getValue() instanceof Output.Values values
            ? count(values.tensor(), evaluation.residuals().get(output.getKey()))
            : 0).sum();
  }

  private static int count(Tensor tensor, double[] residuals) {
    int count = 0;
    for (int i = 0; i < residuals.length; i++) {
      if (Math.abs(residuals[i]) >= NEAR_A_TIE || tensor.get(i) == 0 && residuals[i] == 0) {
        count++;
      }
    }
    return count;
  }

  /** The number of all values. */
  public static int all(Evaluation evaluation) {
    return evaluation.outputs().values().stream()
        .mapToInt(output -> output instanceof Output.Values values ? values.tensor().size() : 0).sum();
  }
}
