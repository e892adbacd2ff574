package org.bnoracle.oracle;

import static org.bnoracle.operation.Operation.INFERENCE_BACKWARD;
import static org.bnoracle.operation.Operation.INFERENCE_FORWARD;
import static org.bnoracle.operation.Operation.TRAINING_FORWARD;
import static org.bnoracle.operation.Slot.BETA;
import static org.bnoracle.operation.Slot.DX;
import static org.bnoracle.operation.Slot.DY;
import static org.bnoracle.operation.Slot.GAMMA;
import static org.bnoracle.operation.Slot.MEAN;
import static org.bnoracle.operation.Slot.RUNNING_MEAN;
import static org.bnoracle.operation.Slot.RUNNING_VARIANCE;
import static org.bnoracle.operation.Slot.VARIANCE;
import static org.bnoracle.operation.Slot.X;
import static org.bnoracle.operation.Slot.Y;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.operation.Attribute;
import org.bnoracle.operation.Case;
import org.bnoracle.operation.CaseBuilder;
import org.bnoracle.operation.Slot;
import org.bnoracle.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** Each result is rounded once, into its own format and place. */
class RoundedOutputsTest {
  private static final double RESIDUAL_ERROR = 0x1p-7;
  private static final int MANY_CHANNELS = 20_000;

  private static double[] data(Case question, Slot slot) {
    Tensor tensor = ((Output.Values) Oracle.evaluate(question).outputs().get(slot)).tensor();
    return IntStream.range(0, tensor.size()).mapToDouble(tensor::get).toArray();
  }

  @Test
  void anExactZeroIsPlusZero() {
    Case question = CaseBuilder.of(INFERENCE_FORWARD, 2, 1).input(X, -1, -1).input(RUNNING_MEAN, -1)
        .input(RUNNING_VARIANCE, 3).input(GAMMA, -2).input(BETA, -0.0).build();
    assertArrayEquals(new double[] {0.0, 0.0}, data(question, Y));
  }

  @Test
  void aNumberThatRoundsToZeroKeepsItsSign() {
    Case question = CaseBuilder.of(INFERENCE_BACKWARD, 3, 1).epsilon(12).input(X, 1, 1, 1).input(RUNNING_MEAN, 1)
        .input(RUNNING_VARIANCE, 4).input(DY, -Double.MIN_VALUE, Double.MIN_VALUE, 0).build();
    assertArrayEquals(new double[] {-0.0, 0.0, 0.0}, data(question, DX));
    assertArrayEquals(new double[] {-0.25, 0.25, 0}, Oracle.evaluate(question).residuals().get(DX));
  }

  @Test
  void anOverflowIsInfiniteInItsOwnFormatOnly() {
    Case question = CaseBuilder.of(TRAINING_FORWARD, 2, 1).format(BinaryFormat.F16).input(X, -65504, 65504).build();
    assertArrayEquals(new double[] {65504.0 * 65504.0}, data(question, VARIANCE), 0);
    Case narrow = CaseBuilder.of(TRAINING_FORWARD, 2, 1).format(BinaryFormat.F16).input(X, -65504, 65504)
        .with(Attribute.STATISTICS_FORMAT, BinaryFormat.F16).build();
    assertArrayEquals(new double[] {Double.POSITIVE_INFINITY}, data(narrow, VARIANCE));
    assertEquals(Double.NaN, Oracle.evaluate(narrow).residuals().get(VARIANCE)[0]);
    Output.Values values = (Output.Values) Oracle.evaluate(narrow).outputs().get(VARIANCE);
    assertEquals(List.of(Double.POSITIVE_INFINITY), values.accepted(0));
  }

  @Test
  void residualsAreInUnitsOfTheLastPlaceAtTheValuesIndex() {
    Case question = CaseBuilder.of(TRAINING_FORWARD, 3, 2).format(BinaryFormat.F32)
        .input(X, 0, 1, 0, 2, 1, 3).build();
    Evaluation evaluation = Oracle.evaluate(question);
    assertArrayEquals(new double[] {(float) (1 / 3.0), 2}, data(question, MEAN));
    double[] residuals = evaluation.residuals().get(MEAN);
    double third = (1 / 3.0 - (float) (1 / 3.0)) / Math.ulp((float) (1 / 3.0));
    assertEquals(third, residuals[0], RESIDUAL_ERROR);
    assertEquals(0.0, residuals[1]);
  }

  @Test
  void outputsComeInTheOrderOfDocuments() {
    Case question = CaseBuilder.of(INFERENCE_BACKWARD, 1, 1).input(X, 1).input(RUNNING_MEAN, 1).input(RUNNING_VARIANCE, 4)
        .input(DY, 1).build();
    assertEquals(List.of(DX, Slot.DGAMMA, Slot.DBETA), new ArrayList<>(Oracle.evaluate(question).outputs().keySet()));
  }

  @Test
  void acceptedValuesAreFixed() {
    Case question = CaseBuilder.of(TRAINING_FORWARD, 1, 1).input(X, Double.POSITIVE_INFINITY).build();
    Map<Integer, List<Double>> accept = ((Output.Values) Oracle.evaluate(question).outputs().get(MEAN)).accept();
    assertEquals(Map.of(0, List.of(Double.POSITIVE_INFINITY, Double.NaN)), accept);
    assertThrows(UnsupportedOperationException.class, accept::clear);
  }

  /** Channels are computed at the same time; none may lose its list. */
  @Test
  void everyOfManyChannelsHasItsAcceptedValues() {
    double[] infinities = new double[MANY_CHANNELS];
    Arrays.fill(infinities, Double.POSITIVE_INFINITY);
    Case question = CaseBuilder.of(TRAINING_FORWARD, 1, MANY_CHANNELS).input(X, infinities).build();
    assertEquals(MANY_CHANNELS, ((Output.Values) Oracle.evaluate(question).outputs().get(MEAN)).accept().size());
  }

  /** Multiples of 1/8 in four values: the batch's statistics are values of the format. */
  @Property
  void inferenceWithTheBatchsStatisticsIsTrainingBn10(@ForAll("eighths") List<Double> eighths) {
    double[] x = eighths.stream().mapToDouble(e -> e).toArray();
    CaseBuilder training = CaseBuilder.of(TRAINING_FORWARD, 4, 1).input(X, x).input(GAMMA, -1.75).input(BETA, 0.3);
    Case inference = CaseBuilder.of(INFERENCE_FORWARD, 4, 1).input(X, x).input(GAMMA, -1.75).input(BETA, 0.3)
        .input(RUNNING_MEAN, data(training.build(), MEAN)).input(RUNNING_VARIANCE, data(training.build(), VARIANCE)).build();
    assertArrayEquals(data(training.build(), Y), data(inference, Y));
  }

  @Provide
  Arbitrary<List<Double>> eighths() {
    return Arbitraries.integers().between(-999, 999).map(i -> i / 8.0).list().ofSize(4);
  }
}
