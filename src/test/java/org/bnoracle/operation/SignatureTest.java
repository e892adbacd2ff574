package org.bnoracle.operation;

import static org.bnoracle.operation.Attribute.CHANNEL_AXIS;
import static org.bnoracle.operation.Attribute.EPSILON;
import static org.bnoracle.operation.Attribute.EPSILON_FORMAT;
import static org.bnoracle.operation.Attribute.ACTIVATION;
import static org.bnoracle.operation.Attribute.BATCH_INDEX;
import static org.bnoracle.operation.Attribute.IN_PLACE;
import static org.bnoracle.operation.Attribute.MOMENTUM;
import static org.bnoracle.operation.Attribute.REPEAT;
import static org.bnoracle.operation.Attribute.STATISTICS_FORMAT;
import static org.bnoracle.operation.Attribute.STRIDES;
import static org.bnoracle.operation.Attribute.VARIANCE_CONVENTION;
import static org.bnoracle.operation.Slot.BETA;
import static org.bnoracle.operation.Slot.DBETA;
import static org.bnoracle.operation.Slot.DGAMMA;
import static org.bnoracle.operation.Slot.DMEAN;
import static org.bnoracle.operation.Slot.DVARIANCE;
import static org.bnoracle.operation.Slot.DX;
import static org.bnoracle.operation.Slot.DY;
import static org.bnoracle.operation.Slot.DZ;
import static org.bnoracle.operation.Slot.GAMMA;
import static org.bnoracle.operation.Slot.INVERSE_STD;
import static org.bnoracle.operation.Slot.MEAN;
import static org.bnoracle.operation.Slot.RUNNING_MEAN;
import static org.bnoracle.operation.Slot.RUNNING_VARIANCE;
import static org.bnoracle.operation.Slot.VARIANCE;
import static org.bnoracle.operation.Slot.X;
import static org.bnoracle.operation.Slot.Y;
import static org.bnoracle.operation.Slot.Z;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The order is that of documents. */
class SignatureTest {
  private static final Signature TRAINING = Operation.TRAINING_FORWARD.signature();

  @Test
  void trainingForwardTakesAndGivesEverythingWithItsOptions() {
    assertEquals(List.of(X, GAMMA, BETA, RUNNING_MEAN, RUNNING_VARIANCE, Z), TRAINING.allInputs());
    assertEquals(List.of(Y, MEAN, VARIANCE, INVERSE_STD, RUNNING_MEAN, RUNNING_VARIANCE), TRAINING.allOutputs());
    assertEquals(
        List.of(CHANNEL_AXIS, EPSILON, EPSILON_FORMAT, STATISTICS_FORMAT, STRIDES, IN_PLACE, REPEAT, ACTIVATION, MOMENTUM, BATCH_INDEX,
            VARIANCE_CONVENTION),
        TRAINING.allAttributes());
  }

  @Test
  void attributesAndOutputsOfAnOptionComeOnlyWithAllItsInputs() {
    List<Attribute> common = List.of(CHANNEL_AXIS, EPSILON, EPSILON_FORMAT, STATISTICS_FORMAT, STRIDES, IN_PLACE, REPEAT, ACTIVATION);
    assertEquals(common, TRAINING.attributesGiven(Set.of(X, GAMMA, RUNNING_MEAN)));
    assertEquals(List.of(Y, MEAN, VARIANCE, INVERSE_STD), TRAINING.outputsGiven(Set.of(X, GAMMA, RUNNING_MEAN)));
    Set<Slot> withState = Set.of(X, RUNNING_MEAN, RUNNING_VARIANCE);
    assertEquals(TRAINING.allAttributes(), TRAINING.attributesGiven(withState));
    assertEquals(TRAINING.allOutputs(), TRAINING.outputsGiven(withState));
  }

  @Test
  void anActivationBringsInputs() {
    Signature backward = Operation.TRAINING_BACKWARD.signature();
    assertEquals(List.of(X, DY, GAMMA, DMEAN, DVARIANCE), backward.inputsGiven(Activation.NONE));
    assertEquals(List.of(X, DY, GAMMA, DMEAN, DVARIANCE, BETA), backward.inputsGiven(Activation.RELU));
    assertEquals(List.of(X, DY, GAMMA, DMEAN, DVARIANCE, BETA, Z), backward.inputsGiven(Activation.ADD_RELU));
    assertEquals(List.of(DX, DGAMMA, DBETA, DZ), backward.outputsGiven(Set.of(X, DY, Z)));
  }

  @Test
  void theOtherOperationsHaveOptionalInputsOnly() {
    Signature inference = Operation.INFERENCE_FORWARD.signature();
    assertEquals(List.of(X, RUNNING_MEAN, RUNNING_VARIANCE, GAMMA, BETA, Z), inference.allInputs());
    assertEquals(List.of(Y), inference.allOutputs());
    Signature backward = Operation.TRAINING_BACKWARD.signature();
    assertEquals(List.of(X, DY, GAMMA, DMEAN, DVARIANCE, BETA, Z), backward.allInputs());
    assertEquals(List.of(DX, DGAMMA, DBETA, DZ), backward.allOutputs());
    Signature inferenceBackward = Operation.INFERENCE_BACKWARD.signature();
    assertEquals(List.of(X, DY, RUNNING_MEAN, RUNNING_VARIANCE, GAMMA, BETA, Z), inferenceBackward.allInputs());
    assertEquals(List.of(DX, DGAMMA, DBETA, DZ), inferenceBackward.allOutputs());
  }
}
