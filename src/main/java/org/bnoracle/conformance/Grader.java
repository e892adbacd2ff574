package org.bnoracle.conformance;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.bnoracle.accuracy.Discrepancy;
import org.bnoracle.accuracy.Grade;
import org.bnoracle.operation.Slot;
import org.bnoracle.oracle.Evaluation;
import org.bnoracle.oracle.Output;
import org.bnoracle.tensor.Tensor;

/** Compares a subject's results with the oracle's. */
final class Grader {
  private Grader() {}

  static Outcome.Graded grade(Evaluation evaluation, Map<Slot, Tensor> results, List<Slot> owed) {
    Map<Slot, Discrepancy> worst = new EnumMap<>(Slot.class);
    for (Slot slot : owed) {
      if (evaluation.outputs().get(slot) instanceof Output.Values golden) {
        worst.put(slot, worst(golden, evaluation.residuals().get(slot), results.get(slot)));
      }
    }
    return new Outcome.Graded(worst);
  }

  private static Discrepancy worst(Output.Values golden, double[] residuals, Tensor got) {
    Discrepancy worst = Discrepancy.none();
    for (int i = 0; i < got.size(); i++) {
      Discrepancy here = discrepancy(golden, residuals[i], got.get(i), i);
      worst = new Discrepancy(Grade.worst(worst.grade(), here.grade()), Math.max(worst.ulps(), here.ulps()));
    }
    return worst;
  }

  private static Discrepancy discrepancy(Output.Values golden, double residual, double got, int index) {
    boolean isAccepted = golden.accept().containsKey(index)
        && golden.accepted(index).stream().anyMatch(value -> Discrepancy.isSame(value, got));
    return isAccepted
        ? Discrepancy.none()
        : Discrepancy.of(golden.tensor().get(index), residual, got, golden.tensor().format());
  }
}
