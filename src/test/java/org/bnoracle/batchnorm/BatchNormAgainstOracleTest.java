package org.bnoracle.batchnorm;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.bnoracle.document.Answer;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.operation.Activation;
import org.bnoracle.operation.Case;
import org.bnoracle.operation.Operation;
import org.bnoracle.operation.Slot;
import org.bnoracle.oracle.Oracle;
import org.bnoracle.oracle.Output;
import org.bnoracle.oracle.RandomCases;
import org.bnoracle.subject.BatchNormSubject;
import org.bnoracle.tensor.Tensor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Small cases of every kind, bit for bit, with both kernels and several threads. */
class BatchNormAgainstOracleTest {
  private static final int CASES = 1500;
  private static final long SEED = 8;

  private static final Map<String, UnaryOperator<BatchNormBuilder>> SETTINGS = Map.of(
      "best", UnaryOperator.identity(),
      "scalar", BatchNormBuilder::scalar,
      "threads", builder -> builder.threads(3));

  @ParameterizedTest
  @CsvSource({
    "training-forward, best", "training-forward, scalar", "training-forward, threads",
    "inference-forward, best", "inference-forward, scalar", "inference-forward, threads",
    "training-backward, best", "training-backward, scalar", "training-backward, threads",
    "inference-backward, best", "inference-backward, scalar", "inference-backward, threads"
  })
  void everyResultIsTheOracles(String operation, String settings) {
    BatchNormSubject subject = new BatchNormSubject("fast", "", SETTINGS.get(settings));
    RandomCases cases = new RandomCases(SEED);
    int compared = 0;
    for (int i = 0; i < CASES; i++) {
      BinaryFormat format = i % 2 == 0 ? BinaryFormat.F64 : BinaryFormat.F32;
      Case question = cases.next("seed " + SEED + ", case " + i, Operation.named(operation), format);
      if (question.attributes().activation() == Activation.NONE) {
        compared += compare(question, subject.answer(question, question.outputs()));
      }
    }
    assertTrue(compared > CASES, "only " + compared + " values compared");
  }

  private static int compare(Case question, Answer answer) {
    if (answer instanceof Answer.Refused) {
      return 0;
    }
    Map<Slot, Tensor> got = ((Answer.Results) answer).outputs();
    int compared = 0;
    for (Map.Entry<Slot, Output> output : Oracle.evaluate(question).outputs().entrySet()) {
      if (output.getValue() instanceof Output.Values values) {
        compared += compare(question, output.getKey(), values, got.get(output.getKey()));
      }
    }
    return compared;
  }

  private static int compare(Case question, Slot slot, Output.Values values, Tensor got) {
    for (int i = 0; i < got.size(); i++) {
      int index = i;
      List<Double> accepted = values.accepted(i);
      assertTrue(
          accepted.stream().anyMatch(value -> value.equals(got.get(index)) || value == 0 && got.get(index) == 0),
          () -> "%s, %s[%d]: got %s, right is %s in%n%s".formatted(
              question.id(), slot.label(), index, got.get(index), accepted, question));
    }
    return got.size();
  }
}
