package org.bnoracle.operation;

import static org.bnoracle.operation.Slot.BETA;
import static org.bnoracle.operation.Slot.BETA_DOT;
import static org.bnoracle.operation.Slot.BIAS;
import static org.bnoracle.operation.Slot.DBETA;
import static org.bnoracle.operation.Slot.DDBETA;
import static org.bnoracle.operation.Slot.DDGAMMA;
import static org.bnoracle.operation.Slot.DDX;
import static org.bnoracle.operation.Slot.DGAMMA;
import static org.bnoracle.operation.Slot.DMEAN;
import static org.bnoracle.operation.Slot.DVARIANCE;
import static org.bnoracle.operation.Slot.DX;
import static org.bnoracle.operation.Slot.DY;
import static org.bnoracle.operation.Slot.DZ;
import static org.bnoracle.operation.Slot.GAMMA;
import static org.bnoracle.operation.Slot.GAMMA_DOT;
import static org.bnoracle.operation.Slot.GRAD_DY;
import static org.bnoracle.operation.Slot.GRAD_GAMMA;
import static org.bnoracle.operation.Slot.GRAD_X;
import static org.bnoracle.operation.Slot.INVERSE_STD;
import static org.bnoracle.operation.Slot.MEAN;
import static org.bnoracle.operation.Slot.MEAN_DOT;
import static org.bnoracle.operation.Slot.RUNNING_MEAN;
import static org.bnoracle.operation.Slot.RUNNING_VARIANCE;
import static org.bnoracle.operation.Slot.VARIANCE;
import static org.bnoracle.operation.Slot.VARIANCE_DOT;
import static org.bnoracle.operation.Slot.WEIGHT;
import static org.bnoracle.operation.Slot.X;
import static org.bnoracle.operation.Slot.X_DOT;
import static org.bnoracle.operation.Slot.Y;
import static org.bnoracle.operation.Slot.Y_DOT;
import static org.bnoracle.operation.Slot.Z;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bnoracle.equations.Label;
import org.bnoracle.equations.Equations;
import org.bnoracle.operation.Signature.Option;

/**
 * An operation: its signature, and how one channel of it is composed of the equations. With an activation, BN-24 follows
 * the forward and BN-25 precedes the backward.
 */
public enum Operation {
  /** BN-1..8. */
  TRAINING_FORWARD(
      new Signature(
          List.of(X), List.of(Y, MEAN, VARIANCE, INVERSE_STD),
          List.of(
              Option.of(GAMMA), Option.of(BETA),
              new Option(
                  List.of(RUNNING_MEAN, RUNNING_VARIANCE),
                  List.of(Attribute.MOMENTUM, Attribute.BATCH_INDEX, Attribute.VARIANCE_CONVENTION),
                  List.of(RUNNING_MEAN, RUNNING_VARIANCE), Activation.NONE)))
          .activated(Options.ADDED),
      Training::forward),
  /** BN-10. */
  INFERENCE_FORWARD(
      new Signature(
          List.of(X, RUNNING_MEAN, RUNNING_VARIANCE), List.of(Y), List.of(Option.of(GAMMA), Option.of(BETA)))
          .activated(Options.ADDED),
      Inference::forward),
  /** BN-12..15. */
  TRAINING_BACKWARD(
      new Signature(
          List.of(X, DY), List.of(DX, DGAMMA, DBETA), List.of(Option.of(GAMMA), Option.of(DMEAN, DVARIANCE)))
          .with(Attribute.MASK).activated(Options.BEFORE_ACTIVATION),
      Training::backward),
  /** BN-16..18. */
  INFERENCE_BACKWARD(
      new Signature(
          List.of(X, DY, RUNNING_MEAN, RUNNING_VARIANCE), List.of(DX, DGAMMA, DBETA), List.of(Option.of(GAMMA)))
          .with(Attribute.MASK).activated(Options.BEFORE_ACTIVATION),
      Inference::backward),
  /** BN-19..21; with running statistics that of inference, else that of training. */
  DOUBLE_BACKWARD(
      new Signature(
          List.of(X, DY, DDX), List.of(GRAD_X, GRAD_GAMMA, GRAD_DY),
          List.of(
              Option.of(GAMMA), Option.of(DDGAMMA), Option.of(DDBETA), Option.of(RUNNING_MEAN, RUNNING_VARIANCE)))
          .with(Attribute.MASK),
      SecondOrder::doubleBackward),
  /** BN-22, in training. */
  TANGENT(
      new Signature(
          List.of(X, X_DOT), List.of(Y_DOT, MEAN_DOT, VARIANCE_DOT),
          List.of(Option.of(GAMMA, BETA, GAMMA_DOT, BETA_DOT))),
      SecondOrder::tangent),
  /** BN-11. */
  FOLD(
      new Signature(
          List.of(Attribute.LAYER, Attribute.GROUPS, Attribute.EPSILON, Attribute.EPSILON_FORMAT, Attribute.STATISTICS_FORMAT),
          List.of(WEIGHT, RUNNING_MEAN, RUNNING_VARIANCE), List.of(WEIGHT, BIAS),
          List.of(Option.of(BIAS), Option.of(GAMMA), Option.of(BETA))),
      Inference::fold),
  /** BN-9. */
  POPULATION(
      new Signature(
          List.of(Attribute.CHANNEL_AXIS, Attribute.STATISTICS_FORMAT, Attribute.BATCH_SIZES),
          List.of(X), List.of(RUNNING_MEAN, RUNNING_VARIANCE), List.of()),
      Training::population),
  /** BN-23: whatever the partition, the result is that of the whole batch. */
  SYNCHRONISED_FORWARD(TRAINING_FORWARD.signature.with(Attribute.PARTITION), Training::forward),
  /** BN-23. */
  SYNCHRONISED_BACKWARD(TRAINING_BACKWARD.signature.with(Attribute.PARTITION), Training::backward);

  /** What comes with an activation. */
  private static final class Options {
    private static final Option ADDED = Option.of(Z).since(Activation.ADD_RELU);
    /** A backward needs to know what was activated. */
    private static final Option[] BEFORE_ACTIVATION = {
      Option.of(BETA).since(Activation.RELU), new Option(List.of(Z), List.of(), List.of(DZ), Activation.ADD_RELU)
    };
  }

  private interface Body {
    <T> Map<Slot, List<T>> compute(Equations<T> equations, Channel<T> channel);
  }

  private final Signature signature;
  private final Body body;

  Operation(Signature signature, Body body) {
    this.signature = signature;
    this.body = body;
  }

  /**
   * The operation of that name.
   *
   * @throws IllegalArgumentException if there is none; the message lists the names
   */
  public static Operation named(String name) {
    return Arrays.stream(values()).filter(o -> o.label().equals(name)).findFirst().orElseThrow(
        () -> new IllegalArgumentException("unknown operation '" + name + "', choose from "
            + Arrays.stream(values()).map(Operation::label).collect(Collectors.joining(", "))));
  }

  /** The name in documents, such as training-forward. */
  public String label() {
    return Label.of(this);
  }

  public Signature signature() {
    return signature;
  }

  /** The outputs of one channel. An output that has no value for a channel of so few values is left out. */
  public <T> Map<Slot, List<T>> compute(Equations<T> equations, Channel<T> channel) {
    return body.compute(equations, channel);
  }
}
