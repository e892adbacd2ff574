package org.bnoracle.catalogue;

import static org.bnoracle.operation.Slot.BETA;
import static org.bnoracle.operation.Slot.BETA_DOT;
import static org.bnoracle.operation.Slot.BIAS;
import static org.bnoracle.operation.Slot.DDBETA;
import static org.bnoracle.operation.Slot.DDGAMMA;
import static org.bnoracle.operation.Slot.DDX;
import static org.bnoracle.operation.Slot.DMEAN;
import static org.bnoracle.operation.Slot.DVARIANCE;
import static org.bnoracle.operation.Slot.DY;
import static org.bnoracle.operation.Slot.GAMMA;
import static org.bnoracle.operation.Slot.GAMMA_DOT;
import static org.bnoracle.operation.Slot.RUNNING_MEAN;
import static org.bnoracle.operation.Slot.RUNNING_VARIANCE;
import static org.bnoracle.operation.Slot.WEIGHT;
import static org.bnoracle.operation.Slot.X;
import static org.bnoracle.operation.Slot.X_DOT;

import java.util.List;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.operation.Operation;

/**
 * Small whole numbers and powers of two: with deviations d of Σ d = 0 and Σ d² = 2 m, and epsilon 2, the variance is 2 and
 * r is 1/2.
 */
final class Exact {
  private static final int[] THREE = {2, -1, -1};
  private static final int[] FOUR = {2, 0, -2, 0};
  private static final int[] FIVE = {2, -1, 0, 1, -2};
  private static final int[] EIGHT = {2, 1, 1, -2, -2, 2, -1, -1};

  private Exact() {}

  static List<Recipe> recipes(BinaryFormat format) {
    return List.of(
        exact("m = 4", FOUR, 4, 2), exact("m = 8", EIGHT, 2, 3, 4),
        exact("m = 3, the sample variance is 3", THREE, 3, 2).onlyFor(Operation.TRAINING_FORWARD),
        exact("m = 5, the sample variance is 2.5", FIVE, 5, 2).onlyFor(Operation.TRAINING_FORWARD),
        exact("m = 16", FOUR, 4, 3, 4).in(Suite.FULL), folded());
  }

  private static Recipe exact(String comment, int[] deviations, int... dimensions) {
    return Recipe.of(comment + ", variance 2, r = 1/2", 2, dimensions)
        .fill(X, (draw, channel, i) -> channel - 1 + deviations[i % deviations.length])
        .fill(RUNNING_MEAN, (draw, channel, i) -> draw.below(9) - 4).fill(RUNNING_VARIANCE, Filler.cycle(2, 14))
        .fill(GAMMA, (draw, channel, i) -> draw.sign() * (channel % 2 == 0 ? 2 : 0.5)).fill(BETA, small())
        .fill(GAMMA_DOT, small()).fill(BETA_DOT, small()).fill(X_DOT, small()).fill(DY, small()).fill(DDX, small())
        .fill(DDGAMMA, small()).fill(DDBETA, small()).fill(DMEAN, small()).fill(DVARIANCE, small());
  }

  /** Whole numbers from -4 to 4, but not 0. */
  private static Filler small() {
    return (draw, channel, i) -> draw.sign() * (1 + draw.below(4));
  }

  /** The same for a layer: s is gamma/2 or gamma/4. */
  private static Recipe folded() {
    return Folding.linear().comment("a linear layer, s is a power of two").epsilon(2).fill(WEIGHT, small()).fill(BIAS, small()).fill(BETA, small())
        .fill(GAMMA, Filler.cycle(2, -0.5, -4)).fill(RUNNING_MEAN, small()).fill(RUNNING_VARIANCE, Filler.cycle(2, 14));
  }
}
