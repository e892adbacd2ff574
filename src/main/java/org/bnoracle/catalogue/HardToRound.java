package org.bnoracle.catalogue;

import static org.bnoracle.operation.Operation.INFERENCE_BACKWARD;
import static org.bnoracle.operation.Operation.INFERENCE_FORWARD;
import static org.bnoracle.operation.Operation.POPULATION;
import static org.bnoracle.operation.Operation.TANGENT;
import static org.bnoracle.operation.Operation.TRAINING_BACKWARD;
import static org.bnoracle.operation.Operation.TRAINING_FORWARD;
import static org.bnoracle.operation.Slot.BETA;
import static org.bnoracle.operation.Slot.BETA_DOT;
import static org.bnoracle.operation.Slot.BIAS;
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

/**
 * Results that lie 2^-k ulp beside the midpoint of two numbers of the format, or on it. With variance 1 and epsilon 2^-k, r
 * is 1 - 2^-k/2: half an ulp times r, added to 1 + ulp, is nearly a midpoint; and so is r times a number of p + 1 bits.
 */
final class HardToRound {
  private HardToRound() {}

  static List<Recipe> recipes(BinaryFormat format) {
    int least = format.equals(BinaryFormat.F64) ? 1000 : 120;
    return List.of(
        sums("2^-%d ulp from a midpoint".formatted(least), Math.scalb(1.0, -least), format),
        products("r times p + 1 bits, epsilon 2^-" + least, Math.scalb(1.0, -least), format),
        sums("2^-20 ulp from a midpoint", 0x1p-20, format).in(Suite.FULL),
        products("r times p + 1 bits, epsilon 2^-20", 0x1p-20, format).in(Suite.FULL),
        sums("epsilon 0: ties", 0, format), products("epsilon 0: ties of products", 0, format),
        sums("r nearly a midpoint", Math.scalb(1.0, -format.precision()), format), mean(format), folded(format));
  }

  /** 1 + ulp and half an ulp times x̂ = ±r. */
  private static Recipe sums(String comment, double epsilon, BinaryFormat format) {
    double half = Math.scalb(1.0, -format.precision());
    Filler one = (draw, channel, i) -> 1 + 2 * half;
    Filler little = (draw, channel, i) -> channel == 0 ? half : -half;
    return unit(comment, epsilon).onlyFor(TRAINING_FORWARD, INFERENCE_FORWARD, TANGENT).fill(GAMMA, little).fill(BETA, one)
        .fill(X_DOT, Filler.cycle(0)).fill(GAMMA_DOT, little).fill(BETA_DOT, one);
  }

  /** 3/2 (1 + ulp) has p + 1 bits: a product in dx, where dy is orthogonal to 1 and to x̂, or a sum in dgamma. */
  private static Recipe products(String comment, double epsilon, BinaryFormat format) {
    double one = 1 + 2 * Math.scalb(1.0, -format.precision());
    Filler across = (draw, channel, i) -> i / 2 % 2 == 0 ? one : -one;
    return unit(comment, epsilon).onlyFor(TRAINING_BACKWARD, INFERENCE_BACKWARD).fill(GAMMA, Filler.cycle(1.5))
        .fill(DY, (draw, channel, i) -> channel == 0 ? across.value(draw, channel, i) : i == 0 ? one : i == 1 ? -one / 2 : 0);
  }

  /** Four values of mean 0 and variance 1, and running statistics like that. */
  private static Recipe unit(String comment, double epsilon) {
    return Recipe.of(comment, epsilon, 4, 2).fill(X, signs()).fill(RUNNING_MEAN, Filler.cycle(0)).fill(RUNNING_VARIANCE, Filler.cycle(1));
  }

  private static Filler signs() {
    return (draw, channel, i) -> i % 2 == 0 ? 1 : -1;
  }

  /** 1 and half an ulp, and then so little that only the sign of the rest says where to. */
  private static Recipe mean(BinaryFormat format) {
    double[] terms = {1, Math.scalb(1.0, -format.precision()), 0, 0};
    Filler sum = (draw, channel, i) -> i == 2 ? (channel - 1) * format.minValue() : terms[i % terms.length];
    return Recipe.of("sums a tiny value beside a midpoint, and on it", 1, 4, 3)
        .onlyFor(TRAINING_FORWARD, TRAINING_BACKWARD, POPULATION)
        .fill(X, sum).fill(DY, sum);
  }

  /** A layer's weights and biases: s is 3/2 r. */
  private static Recipe folded(BinaryFormat format) {
    double one = 1 + 2 * Math.scalb(1.0, -format.precision());
    Filler ones = Filler.cycle(one, -one);
    return Folding.linear().comment("weights and biases beside midpoints").epsilon(0x1p-100).fill(GAMMA, Filler.cycle(1.5)).fill(BETA, Filler.cycle(0))
        .fill(RUNNING_MEAN, Filler.cycle(0)).fill(RUNNING_VARIANCE, Filler.cycle(1)).fill(WEIGHT, ones).fill(BIAS, ones);
  }
}
