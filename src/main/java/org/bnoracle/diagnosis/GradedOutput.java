package org.bnoracle.diagnosis;

import java.util.List;
import java.util.stream.Stream;
import org.bnoracle.accuracy.Assessment;
import org.bnoracle.accuracy.Grade;
import org.bnoracle.conformance.Outcome;
import org.bnoracle.conformance.Report;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.operation.Case;
import org.bnoracle.operation.Slot;
import org.bnoracle.tensor.Tensor;

/** One output of one case, as a subject gave it. */
record GradedOutput(Case question, String family, Slot slot, Assessment assessment, Tensor results) {
  /** All of a report, in its order. */
  static List<GradedOutput> of(Report report) {
    return report.results().stream().flatMap(GradedOutput::of).toList();
  }

  private static Stream<GradedOutput> of(Report.Result result) {
    return result.outcome() instanceof Outcome.Graded graded
        ? graded.outputs().entrySet().stream().filter(output -> graded.results().containsKey(output.getKey())).map(output -> new GradedOutput(
            result.question(), result.family(), output.getKey(), output.getValue(), graded.results().get(output.getKey())))
        : Stream.empty();
  }

  /** Whether something needs to be explained: a form that cancels, or no known form. */
  boolean isBad() {
    return assessment.worst().grade().compareTo(Grade.UNSTABLE) >= 0;
  }

  /** Of the data. */
  BinaryFormat format() {
    return question.data().format();
  }

  boolean isWrong() {
    return assessment.worst().grade() == Grade.WRONG;
  }
}
