package org.bnoracle.operation;

import static org.bnoracle.operation.Feature.ABSENT_BETA;
import static org.bnoracle.operation.Feature.ABSENT_GAMMA;
import static org.bnoracle.operation.Feature.EMPTY;
import static org.bnoracle.operation.Feature.MIXED_FORMATS;
import static org.bnoracle.operation.Feature.STATE;
import static org.bnoracle.operation.Feature.STATELESS;
import static org.bnoracle.operation.Feature.UPSTREAM_STATISTICS;
import static org.bnoracle.operation.Slot.BETA;
import static org.bnoracle.operation.Slot.DMEAN;
import static org.bnoracle.operation.Slot.DVARIANCE;
import static org.bnoracle.operation.Slot.DY;
import static org.bnoracle.operation.Slot.GAMMA;
import static org.bnoracle.operation.Slot.RUNNING_MEAN;
import static org.bnoracle.operation.Slot.RUNNING_VARIANCE;
import static org.bnoracle.operation.Slot.X;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Set;
import org.bnoracle.equations.VarianceConvention;
import org.bnoracle.number.BinaryFormat;
import org.junit.jupiter.api.Test;

class FeatureTest {
  private static void assertFeatures(Set<Feature> expected, CaseBuilder builder) {
    assertEquals(expected, Feature.of(builder.build()));
  }

  private static CaseBuilder of(Operation operation) {
    return CaseBuilder.of(operation, 1, 1).input(X, 1);
  }

  @Test
  void aTrainingForwardHasStateOrNot() {
    assertFeatures(Set.of(ABSENT_GAMMA, ABSENT_BETA, STATELESS), of(Operation.TRAINING_FORWARD));
    assertFeatures(Set.of(STATE), of(Operation.TRAINING_FORWARD).input(GAMMA, 1).input(BETA, 1).input(RUNNING_MEAN, 1)
        .input(RUNNING_VARIANCE, 1).withState(0.5, VarianceConvention.SAMPLE));
  }

  @Test
  void aBatchIndexAsksForACumulativeAverage() {
    assertFeatures(Set.of(STATE, Feature.CUMULATIVE_AVERAGE), of(Operation.TRAINING_FORWARD).input(GAMMA, 1).input(BETA, 1)
        .input(RUNNING_MEAN, 1).input(RUNNING_VARIANCE, 1).with(Attribute.BATCH_INDEX, 3)
        .with(Attribute.VARIANCE_CONVENTION, VarianceConvention.SAMPLE));
  }

  @Test
  void inferenceIsNeitherStatefulNorStateless() {
    CaseBuilder inference = of(Operation.INFERENCE_FORWARD).input(RUNNING_MEAN, 1).input(RUNNING_VARIANCE, 1);
    assertFeatures(Set.of(ABSENT_GAMMA, ABSENT_BETA), inference);
    assertFeatures(Set.of(ABSENT_BETA), inference.input(GAMMA, 1));
  }

  @Test
  void aBackwardLacksNoBeta() {
    CaseBuilder backward = of(Operation.TRAINING_BACKWARD).input(DY, 1);
    assertFeatures(Set.of(ABSENT_GAMMA), backward);
    assertFeatures(Set.of(UPSTREAM_STATISTICS), backward.input(GAMMA, 1).input(DMEAN, 1).input(DVARIANCE, 1));
  }

  @Test
  void anActivationMustBeDeclaredAndItsBackwardTakesBeta() {
    assertFalse(Feature.usual().contains(Feature.ACTIVATION));
    CaseBuilder backward = of(Operation.TRAINING_BACKWARD).input(DY, 1).input(GAMMA, 1);
    assertFeatures(Set.of(Feature.ACTIVATION, ABSENT_BETA), backward.with(Attribute.ACTIVATION, Activation.RELU));
    assertFeatures(Set.of(Feature.ACTIVATION), backward.input(BETA, 1));
    assertFeatures(Set.of(), of(Operation.TRAINING_BACKWARD).input(DY, 1).input(GAMMA, 1).with(Attribute.ACTIVATION, Activation.NONE));
  }

  @Test
  void formatsAreMixedByAnInputOrByAnOutput() {
    CaseBuilder input = of(Operation.TRAINING_FORWARD).input(BETA, 1).format(BinaryFormat.F32).input(GAMMA, 1);
    assertFeatures(Set.of(STATELESS, MIXED_FORMATS), input);
    CaseBuilder output = CaseBuilder.of(Operation.TRAINING_FORWARD, 1, 1).format(BinaryFormat.F16).input(X, 1).input(GAMMA, 1)
        .input(BETA, 1);
    assertFeatures(Set.of(STATELESS, MIXED_FORMATS), output);
    assertFeatures(Set.of(STATELESS), output.with(Attribute.STATISTICS_FORMAT, BinaryFormat.F16));
  }

  @Test
  void xWithoutElementsIsEmpty() {
    assertFeatures(Set.of(EMPTY, STATELESS),
        CaseBuilder.of(Operation.TRAINING_FORWARD, 0, 1).input(X).input(GAMMA, 1).input(BETA, 1));
  }
}
