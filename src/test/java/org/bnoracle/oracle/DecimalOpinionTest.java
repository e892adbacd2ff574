package org.bnoracle.oracle;

import static org.bnoracle.operation.Operation.INFERENCE_FORWARD;
import static org.bnoracle.operation.Operation.TRAINING_FORWARD;
import static org.bnoracle.operation.Slot.BETA;
import static org.bnoracle.operation.Slot.GAMMA;
import static org.bnoracle.operation.Slot.RUNNING_MEAN;
import static org.bnoracle.operation.Slot.RUNNING_VARIANCE;
import static org.bnoracle.operation.Slot.X;
import static org.bnoracle.operation.Slot.Y;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.bnoracle.equations.VarianceConvention;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.operation.Case;
import org.bnoracle.operation.CaseBuilder;
import org.bnoracle.operation.Slot;
import org.bnoracle.tensor.Shape;
import org.bnoracle.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The second opinion can say no. */
class DecimalOpinionTest {
  /** One channel: x = 1 or 4, running mean 1, v = 9. */
  private static Case inference(double gamma, double beta, double... x) {
    return CaseBuilder.of(INFERENCE_FORWARD, x.length, 1).epsilon(1).input(X, x).input(RUNNING_MEAN, 1)
        .input(RUNNING_VARIANCE, 8).input(GAMMA, gamma).input(BETA, beta).build();
  }

  private static Map<Slot, Output> y(double... values) {
    Tensor tensor = new Tensor(BinaryFormat.F64, new Shape(values.length, 1), values);
    return Map.of(Y, new Output.Values(tensor, Collections.unmodifiableSortedMap(new TreeMap<>())));
  }

  private static void assertOpinion(DecimalOpinion opinion, int confirmed, int indeterminate, int refuted, int skipped) {
    assertEquals(confirmed, opinion.confirmed(), "confirmed");
    assertEquals(indeterminate, opinion.indeterminate(), "indeterminate");
    assertEquals(refuted, opinion.refuted(), "refuted");
    assertEquals(skipped, opinion.skipped(), "skipped");
  }

  private static DecimalOpinion of(Case question, Map<Slot, Output> outputs) {
    DecimalOpinion opinion = new DecimalOpinion(60);
    opinion.consider(question, outputs);
    return opinion;
  }

  @Test
  void rightValuesAreConfirmed() {
    assertOpinion(of(inference(1, 0, 2, 3), y(1.0 / 3, 2.0 / 3)), 2, 0, 0, 0);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0x1.5555555555554p-2, 0x1.5555555555556p-2, -0x1.5555555555555p-2, 0,
      Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NaN})
  void everyOtherValueIsRefuted(double wrong) {
    assertOpinion(of(inference(1, 0, 2), y(0x1.5555555555555p-2)), 1, 0, 0, 0);
    assertOpinion(of(inference(1, 0, 2), y(wrong)), 0, 0, 1, 0);
  }

  /** y = 1 + 2^-53, which intervals around 1/3 cannot tell from its neighbours. */
  @Test
  void aTieIsIndeterminateAndStillRefutesWhatIsFartherOff() {
    Case tie = inference(0x1p-53, 1, 4, 4, 4, 4);
    assertOpinion(of(tie, y(1, 1 + 0x1p-52, 1 + 0x1p-51, 1 - 0x1p-53)), 0, 2, 2, 0);
  }

  @Test
  void anOverflowIsConfirmed() {
    assertOpinion(of(inference(0x1.8p1023, 0x1.8p1023, 4), y(Double.POSITIVE_INFINITY)), 1, 0, 0, 0);
  }

  @Test
  void channelsThatDecimalsCannotComputeAreSkippedWhole() {
    Case question = CaseBuilder.of(INFERENCE_FORWARD, 2, 4).epsilon(1).input(X, 1, 2, 3, Double.NaN, 5, 6, 7, 8)
        .input(RUNNING_MEAN, 0, 0, 0, 0).input(RUNNING_VARIANCE, 3, -1, -5, 3).build();
    assertOpinion(of(question, Oracle.evaluate(question).outputs()), 2, 0, 0, 6);
  }

  @Test
  void anOutputWithoutAValueIsNotCounted() {
    Case question = CaseBuilder.of(TRAINING_FORWARD, 1, 2).input(X, 1, 2).input(RUNNING_MEAN, 0, 0)
        .input(RUNNING_VARIANCE, 1, 1).withState(0.5, VarianceConvention.SAMPLE).build();
    assertOpinion(of(question, Oracle.evaluate(question).outputs()), 5 * 2, 0, 0, 0);
  }

  @Test
  void anOutputOfAnotherShapeIsLeftOut() {
    assertOpinion(of(inference(1, 0, 2, 3), y(1.0 / 3)), 0, 0, 0, 0);
    assertOpinion(of(inference(1, 0, 2), y(1.0 / 3, 2.0 / 3)), 0, 0, 0, 0);
  }

  @Test
  void countsAddUpOverCases() {
    DecimalOpinion opinion = new DecimalOpinion(60);
    opinion.consider(inference(1, 0, 2), y(1.0 / 3));
    opinion.consider(inference(1, 0, 2), y(2));
    opinion.consider(inference(1, 0, 2), y(1.0 / 3));
    assertOpinion(opinion, 2, 0, 1, 0);
  }
}
