package org.bnoracle.conformance;

import java.util.Map;
import org.bnoracle.accuracy.Assessment;
import org.bnoracle.operation.Slot;
import org.bnoracle.oracle.Evaluation;
import org.bnoracle.subject.SubjectException.Failure;
import org.bnoracle.tensor.Tensor;

/** What came of one case. */
public sealed interface Outcome {
  /**
   * What is said of each output. An output without a value, or that the subject does not give, is left out.
   *
   * @param evaluation what the results were compared with
   * @param results what the subject gave
   */
  record Graded(
      Evaluation evaluation, Map<Slot, Assessment> outputs, Map<Slot, Tensor> results) implements Outcome {}

  /** The subject does not implement this. */
  record Unsupported(String why) implements Outcome {}

  /** The input is invalid by the subject's contract. */
  record Refused(String why) implements Outcome {}

  /** The subject failed. */
  record Failed(Failure failure, String how) implements Outcome {}

  /** The subject's hello excludes the case. */
  record NotSent(String why) implements Outcome {}
}
