package org.bnoracle.catalogue;

import static org.bnoracle.operation.Operation.INFERENCE_BACKWARD;
import static org.bnoracle.operation.Operation.INFERENCE_FORWARD;
import static org.bnoracle.operation.Operation.SYNCHRONISED_BACKWARD;
import static org.bnoracle.operation.Operation.SYNCHRONISED_FORWARD;
import static org.bnoracle.operation.Operation.TRAINING_BACKWARD;
import static org.bnoracle.operation.Operation.TRAINING_FORWARD;
import static org.bnoracle.operation.Slot.BETA;
import static org.bnoracle.operation.Slot.DMEAN;
import static org.bnoracle.operation.Slot.DVARIANCE;
import static org.bnoracle.operation.Slot.GAMMA;
import static org.bnoracle.operation.Slot.RUNNING_MEAN;
import static org.bnoracle.operation.Slot.RUNNING_VARIANCE;
import static org.bnoracle.operation.Slot.X;

import java.util.List;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.operation.Activation;
import org.bnoracle.operation.Attribute;
import org.bnoracle.operation.Operation;

/** An activation in the same operation. */
final class Activated {
  private static final Operation[] ONE_LAYER = {TRAINING_FORWARD, INFERENCE_FORWARD, TRAINING_BACKWARD, INFERENCE_BACKWARD};
  /** Their sum is 0, that of their squares 12: with epsilon 2, r is 1/2. */
  private static final int[] DEVIATIONS = {2, -2, 1, -1, 1, -1};

  private static final int[] AROUND_MEAN = {2, 0, -2, 1, 0, -1};

  private Activated() {}

  static List<Recipe> recipes(BinaryFormat format) {
    Recipe relu = activated("relu", Activation.RELU);
    Recipe added = activated("relu of y + z", Activation.ADD_RELU);
    return List.of(
        relu, added, relu.comment("relu without gamma and beta").without(GAMMA, BETA, DMEAN, DVARIANCE, RUNNING_MEAN, RUNNING_VARIANCE),
        relu.comment("y is exactly 0 in places").epsilon(2).fill(X, (draw, channel, i) -> channel - DEVIATIONS[i % DEVIATIONS.length])
            .fill(RUNNING_MEAN, (draw, channel, i) -> channel).fill(RUNNING_VARIANCE, Filler.cycle(2))
            .fill(GAMMA, Filler.cycle(2, -2)).fill(BETA, Filler.cycle(-1)),
        relu.comment("all of a channel is masked, all of another passes").fill(BETA, Filler.cycle(-30, 30)),
        relu.comment("a NaN and an infinity in x").fill(X, Filler.ordinary().get(X).withAt(0, 1, Double.NaN).withAt(1, 2, Double.POSITIVE_INFINITY))
            .flags(Flags.NAN_SWALLOWED, Flags.FUSED_ACTIVATION),
        relu.comment("y is 0 where x is the mean, whatever r").fill(X, (draw, channel, i) -> channel + AROUND_MEAN[i % AROUND_MEAN.length])
            .fill(RUNNING_MEAN, (draw, channel, i) -> channel).fill(BETA, Filler.cycle(0)));
  }

  private static Recipe activated(String comment, Activation activation) {
    Recipe recipe = Recipe.of(comment, 0x1p-10, 3, 3, 2).with(Attribute.ACTIVATION, activation).onlyFor(ONE_LAYER);
    return (activation == Activation.ADD_RELU ? recipe.alsoFor(SYNCHRONISED_FORWARD, SYNCHRONISED_BACKWARD) : recipe)
        .without(DMEAN, DVARIANCE, RUNNING_MEAN, RUNNING_VARIANCE).flags(Flags.FUSED_ACTIVATION);
  }
}
