package org.bnoracle.operation;

import static org.bnoracle.operation.Operation.INFERENCE_FORWARD;
import static org.bnoracle.operation.Operation.TRAINING_BACKWARD;
import static org.bnoracle.operation.Operation.TRAINING_FORWARD;
import static org.bnoracle.operation.Slot.DMEAN;
import static org.bnoracle.operation.Slot.DVARIANCE;
import static org.bnoracle.operation.Slot.DX;
import static org.bnoracle.operation.Slot.DY;
import static org.bnoracle.operation.Slot.GAMMA;
import static org.bnoracle.operation.Slot.RUNNING_MEAN;
import static org.bnoracle.operation.Slot.RUNNING_VARIANCE;
import static org.bnoracle.operation.Slot.X;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.bnoracle.equations.VarianceConvention;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.tensor.Shape;
import org.bnoracle.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every complaint names the place and says what is wrong. */
class CaseRulesTest {
  private static CaseBuilder training() {
    return CaseBuilder.of(TRAINING_FORWARD, 2, 3).input(X, 1, 2, 3, 4, 5, 6);
  }

  private static CaseBuilder trainingWithState() {
    return training().input(RUNNING_MEAN, 1, 2, 3).input(RUNNING_VARIANCE, 1, 2, 3);
  }

  private static void assertComplaint(String place, String message, CaseBuilder builder) {
    InvalidCaseException e = assertThrows(InvalidCaseException.class, builder::build);
    assertEquals(place, e.place());
    assertEquals(message, e.getMessage());
  }

  @Test
  void aCaseThatFitsIsTaken() {
    assertDoesNotThrow(training()::build);
    assertDoesNotThrow(trainingWithState().withState(0.25, VarianceConvention.SAMPLE)::build);
  }

  @Test
  void anInputOfAnotherOperationIsRefused() {
    assertComplaint("inputs/dy", "training-forward has no such input", training().input(DY, 1, 2, 3, 4, 5, 6));
    assertComplaint("inputs/dx", "training-forward has no such input", training().input(DX, 1, 2, 3, 4, 5, 6));
  }

  @Test
  void aRequiredInputMustBeThere() {
    assertComplaint("inputs", "dy is missing", CaseBuilder.of(TRAINING_BACKWARD, 1, 2).input(X, 1, 2));
    assertComplaint("inputs", "running_variance is missing",
        CaseBuilder.of(INFERENCE_FORWARD, 1, 2).input(X, 1, 2).input(RUNNING_MEAN, 1, 2));
    Attributes attributes = Attributes.of(1, 1, BinaryFormat.F64);
    Exception e = assertThrows(InvalidCaseException.class,
        () -> new Case("test", "", List.of(), TRAINING_FORWARD, attributes, Map.of()));
    assertEquals("x is missing", e.getMessage());
  }

  @Test
  void anOptionIsTakenWholeOrNotAtAll() {
    assertComplaint("inputs", "running_variance is missing beside running_mean", training().input(RUNNING_MEAN, 1, 2, 3));
    CaseBuilder backward = CaseBuilder.of(TRAINING_BACKWARD, 1, 2).input(X, 1, 2).input(DY, 1, 2);
    assertComplaint("inputs", "dmean is missing beside dvariance", backward.input(DVARIANCE, 1, 2));
    assertDoesNotThrow(backward.input(DMEAN, 1, 2)::build);
  }

  @Test
  void anAttributeOfAnotherCaseIsRefused() {
    assertComplaint("attributes/momentum", "training-forward with these inputs has no such attribute",
        training().withState(0.25, VarianceConvention.SAMPLE));
  }

  @Test
  void momentumAndBatchIndexExcludeEachOther() {
    CaseBuilder cumulative =
        trainingWithState().with(Attribute.VARIANCE_CONVENTION, VarianceConvention.SAMPLE).with(Attribute.BATCH_INDEX, 1);
    assertDoesNotThrow(cumulative::build);
    assertComplaint(
        "attributes/momentum", "momentum and batch_index exclude each other", cumulative.with(Attribute.MOMENTUM, 0.5));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1})
  void batchesAreCountedFromOne(int index) {
    assertComplaint("attributes/batch_index", "must be a whole number >= 1, was " + index,
        trainingWithState().with(Attribute.VARIANCE_CONVENTION, VarianceConvention.SAMPLE).with(Attribute.BATCH_INDEX, index));
  }

  @Test
  void aRequiredAttributeMustBeThere() {
    assertComplaint("attributes", "momentum is missing", trainingWithState());
    assertComplaint("attributes", "variance_convention is missing", trainingWithState().with(Attribute.MOMENTUM, 0.5));
    Tensor x = new Tensor(BinaryFormat.F64, new Shape(1), 1);
    Attributes none = new Attributes(Map.of());
    InvalidCaseException e = assertThrows(InvalidCaseException.class,
        () -> new Case("test", "", List.of(), TRAINING_FORWARD, none, Map.of(X, x)));
    assertEquals("attributes", e.place());
    assertEquals("channel_axis is missing", e.getMessage());
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 2})
  void theChannelAxisIsOneOfXs(int axis) {
    assertComplaint("attributes/channel_axis", "must be 0 to 1 for the shape [2, 3], was " + axis, training().axis(axis));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0x1p-20, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void epsilonIsAFiniteNumberFromZeroUp(double epsilon) {
    assertComplaint("attributes/epsilon", "must be a number >= 0, was " + epsilon, training().epsilon(epsilon));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -0.0, 0x1p-1074, Double.MAX_VALUE})
  void everyOtherEpsilonIsTaken(double epsilon) {
    assertDoesNotThrow(training().epsilon(epsilon)::build);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.25, 1.25, Double.NaN})
  void momentumIsFromZeroToOne(double momentum) {
    assertComplaint("attributes/momentum", "must be a number from 0 to 1, was " + momentum,
        trainingWithState().withState(momentum, VarianceConvention.POPULATION));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1})
  void momentumMayBeZeroOrOne(double momentum) {
    assertDoesNotThrow(trainingWithState().withState(momentum, VarianceConvention.POPULATION)::build);
  }

  @Test
  void epsilonAndMomentumAreValuesOfTheEpsilonFormat() {
    assertComplaint("attributes/epsilon", "epsilon_format f32 cannot hold 1.0E-5",
        training().with(Attribute.EPSILON_FORMAT, BinaryFormat.F32).epsilon(1e-5));
    assertComplaint("attributes/momentum", "epsilon_format bf16 cannot hold 0.1",
        trainingWithState().with(Attribute.EPSILON_FORMAT, BinaryFormat.BF16).withState(0.1, VarianceConvention.SAMPLE));
    assertDoesNotThrow(training().with(Attribute.EPSILON_FORMAT, BinaryFormat.F32).epsilon((double) 1e-5f)::build);
  }

  @Test
  void aShapeIsThatOfXOrOneValueAChannel() {
    assertComplaint("inputs/gamma/shape", "must be [3], one value a channel, was [2]", training().input(GAMMA, 1, 2));
    assertComplaint("inputs/gamma/shape", "must be [2], one value a channel, was [3]", training().axis(0).input(GAMMA, 1, 2, 3));
    assertComplaint("inputs/dy/shape", "must be [1, 2] like x, was [2, 1]",
        CaseBuilder.of(TRAINING_BACKWARD, 1, 2).input(X, 1, 2).input(DY, new Shape(2, 1), 1, 2));
  }

  @Test
  void dyHasTheFormatOfX() {
    assertComplaint("inputs/dy/format", "must be f64, that of x, was f32",
        CaseBuilder.of(TRAINING_BACKWARD, 1, 2).input(X, 1, 2).format(BinaryFormat.F32).input(DY, 1, 2));
  }

  @Test
  void runningStatisticsHaveTheStatisticsFormat() {
    assertComplaint("inputs/running_mean/format", "must be f64, the statistics_format, was f32",
        training().format(BinaryFormat.F32).input(RUNNING_MEAN, 1, 2, 3).input(RUNNING_VARIANCE, 1, 2, 3)
            .withState(0.5, VarianceConvention.SAMPLE));
    CaseBuilder f16 = CaseBuilder.of(INFERENCE_FORWARD, 1, 1).format(BinaryFormat.F16).input(X, 1)
        .input(RUNNING_MEAN, 1).input(RUNNING_VARIANCE, 1);
    assertComplaint("inputs/running_mean/format", "must be f32, the statistics_format, was f16", f16);
    assertDoesNotThrow(f16.with(Attribute.STATISTICS_FORMAT, BinaryFormat.F16)::build);
  }

  @Test
  void gammaAndBetaMayHaveAnyFormat() {
    for (BinaryFormat format : BinaryFormat.ALL) {
      assertDoesNotThrow(training().format(format).input(GAMMA, 1, 2, 3).input(Slot.BETA, 1, 2, 3)::build);
    }
  }

  private static CaseBuilder batches(Integer... sizes) {
    return CaseBuilder.of(Operation.POPULATION, 3, 1).input(X, 1, 2, 3).with(Attribute.BATCH_SIZES, List.of(sizes));
  }

  @Test
  void batchesAndShardsAddUpToAxis0() {
    assertDoesNotThrow(batches(3)::build);
    assertComplaint("attributes/batch_sizes", "must have the sum 3, axis 0 of [3, 1], was [2, 2]", batches(2, 2));
    CaseBuilder shards = CaseBuilder.of(Operation.SYNCHRONISED_FORWARD, 3, 1).input(X, 1, 2, 3);
    assertComplaint("attributes", "partition is missing", shards);
    assertDoesNotThrow(shards.with(Attribute.PARTITION, List.of(0, 2, 1))::build);
    assertComplaint("attributes/partition", "must be whole numbers >= 0, was [4, -1]",
        shards.with(Attribute.PARTITION, List.of(4, -1)));
    assertComplaint("attributes/channel_axis", "must not be 0, because partition cuts along axis 0",
        shards.with(Attribute.PARTITION, List.of(3)).axis(0));
  }

  @Test
  void aBatchHasTwoValuesAChannel() {
    assertComplaint("attributes/batch_sizes", "each batch needs at least 2 values a channel, was [2, 1] of 1", batches(2, 1));
    assertComplaint("attributes/batch_sizes", "each batch needs at least 2 values a channel, was [] of 0",
        CaseBuilder.of(Operation.POPULATION, 0, 1).input(X).with(Attribute.BATCH_SIZES, List.of()));
    assertDoesNotThrow(CaseBuilder.of(Operation.POPULATION, 1, 1, 2).input(X, 1, 2).with(Attribute.BATCH_SIZES, List.of(1))::build);
  }

  private static CaseBuilder fold(Layer layer, int groups, int... weight) {
    return CaseBuilder.of(Operation.FOLD, weight).with(Attribute.LAYER, layer).with(Attribute.GROUPS, groups)
        .input(Slot.WEIGHT, new double[IntStream.of(weight).reduce(1, (a, b) -> a * b)]).input(RUNNING_MEAN, 1, 2, 3, 4)
        .input(RUNNING_VARIANCE, 1, 2, 3, 4);
  }

  @Test
  void aWeightIsOneOfItsLayer() {
    assertDoesNotThrow(fold(Layer.LINEAR, 1, 4, 3)::build);
    assertDoesNotThrow(fold(Layer.CONVOLUTION, 2, 4, 3, 1)::build);
    assertDoesNotThrow(fold(Layer.TRANSPOSED_CONVOLUTION, 2, 6, 2, 1)::build);
    String place = "inputs/weight/shape";
    assertComplaint(place, "a linear layer has a weight of rank 2 and one group, was [4, 3, 1] and 1", fold(Layer.LINEAR, 1, 4, 3, 1));
    assertComplaint(place, "a linear layer has a weight of rank 2 and one group, was [4, 3] and 2", fold(Layer.LINEAR, 2, 4, 3));
    assertComplaint(place, "a transposed-convolution has a weight of rank 3 to 6, was [2, 4]",
        fold(Layer.TRANSPOSED_CONVOLUTION, 1, 2, 4));
    assertComplaint(place, "the first dimension of [4, 3, 1] must be a multiple of groups, was 3", fold(Layer.CONVOLUTION, 3, 4, 3, 1));
    assertComplaint("inputs/running_mean/shape", "must be [2], one value a channel, was [4]",
        fold(Layer.TRANSPOSED_CONVOLUTION, 1, 6, 2, 1));
  }

  private static CaseBuilder strided(Integer... strides) {
    return CaseBuilder.of(TRAINING_FORWARD, 2, 3).input(X, 1, 2, 3, 4, 5, 6).with(Attribute.STRIDES, List.of(strides));
  }

  @Test
  void stridesKeepTheElementsApart() {
    assertDoesNotThrow(strided(3, 1)::build);
    assertDoesNotThrow(strided(1, 2)::build);
    assertDoesNotThrow(strided(40, 7)::build);
    assertComplaint("attributes/strides", "must keep the elements of [2, 3] apart, was [2, 1]", strided(2, 1));
    assertComplaint("attributes/strides", "must keep the elements of [2, 3] apart, was [0, 1]", strided(0, 1));
    assertComplaint("attributes/strides", "must be one for each axis of [2, 3], was [1]", strided(1));
  }

  @Test
  void inputsOfAnActivationComeWithItAlone() {
    CaseBuilder backward = CaseBuilder.of(TRAINING_BACKWARD, 1, 1).input(X, 1).input(DY, 1);
    backward.with(Attribute.ACTIVATION, Activation.ADD_RELU);
    assertComplaint("inputs", "z is missing", backward);
    assertEquals(List.of(Slot.DX, Slot.DGAMMA, Slot.DBETA, Slot.DZ), backward.input(Slot.Z, 1).input(Slot.BETA, 1).build().outputs());
    assertComplaint("inputs/z", "training-backward with the activation relu has no such input",
        backward.with(Attribute.ACTIVATION, Activation.RELU));
    assertComplaint("inputs/beta", "training-backward with the activation none has no such input",
        CaseBuilder.of(TRAINING_BACKWARD, 1, 1).input(X, 1).input(DY, 1).input(Slot.BETA, 1));
  }

  @Test
  void aMaskNamesOutputs() {
    CaseBuilder backward = CaseBuilder.of(TRAINING_BACKWARD, 1, 1).input(X, 1).input(DY, 1);
    assertEquals(List.of(Slot.DX, Slot.DBETA), backward.with(Attribute.MASK, List.of(Slot.DBETA, Slot.DX)).build().outputs());
    String message = "must name one or more of dx, dgamma, dbeta, each once";
    for (List<Slot> mask : List.of(List.<Slot>of(), List.of(Slot.Y), List.of(DX, DX))) {
      assertComplaint("attributes/mask", message, backward.with(Attribute.MASK, mask));
    }
    assertComplaint("attributes/repeat", "must be a whole number >= 1, was 0", training().with(Attribute.REPEAT, 0));
  }
}
