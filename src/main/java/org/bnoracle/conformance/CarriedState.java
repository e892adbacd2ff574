package org.bnoracle.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bnoracle.catalogue.Sequence;
import org.bnoracle.catalogue.Suite;
import org.bnoracle.document.Answer;
import org.bnoracle.operation.Case;
import org.bnoracle.operation.Slot;
import org.bnoracle.oracle.Oracle;
import org.bnoracle.tensor.Tensor;

/**
 * Runs a sequence on the subject's own running statistics: each step takes what the subject itself gave, and is compared
 * with the exact result for that. So errors of the state do not add up in the comparison.
 */
final class CarriedState {
  private static final List<Slot> STATE = List.of(Slot.RUNNING_MEAN, Slot.RUNNING_VARIANCE);

  private final Examination examination;

  CarriedState(Examination examination) {
    this.examination = examination;
  }

  /** The steps after the first, as far as the subject gives a state to go on from. */
  List<Report.Result> run(Sequence sequence, String family) {
    List<Report.Result> results = new ArrayList<>();
    Map<Slot, Tensor> state = Map.of();
    for (Case step : sequence.steps()) {
      Case question = step.withInputs(state);
      Examination.Examined examined = examination.examine(new Suite.Question(question, Oracle.evaluate(question)));
      if (!state.isEmpty()) {
        results.add(new Report.Result(question, family, examined.outcome()));
      }
      if (step.trains()) {
        if (!(examined.answer() instanceof Answer.Results given) || !given.outputs().keySet().containsAll(STATE)) {
          return results;
        }
        state = Map.of(STATE.get(0), given.outputs().get(STATE.get(0)), STATE.get(1), given.outputs().get(STATE.get(1)));
      }
    }
    return results;
  }
}
