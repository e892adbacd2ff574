package org.bnoracle.catalogue;

import static org.bnoracle.operation.Slot.BETA;
import static org.bnoracle.operation.Slot.BIAS;
import static org.bnoracle.operation.Slot.GAMMA;
import static org.bnoracle.operation.Slot.RUNNING_MEAN;
import static org.bnoracle.operation.Slot.RUNNING_VARIANCE;
import static org.bnoracle.operation.Slot.WEIGHT;

import java.util.List;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.operation.Attribute;
import org.bnoracle.operation.Layer;
import org.bnoracle.operation.Operation;
import org.bnoracle.operation.Slot;

/** Layers that a normalization is folded into. The shapes are those of the weight. */
final class Folding {
  private Folding() {}

  static List<Recipe> recipes(BinaryFormat format) {
    Recipe linear = linear();
    Recipe grouped = layer("a convolution in two groups", Layer.CONVOLUTION, 2, 4, 3, 2, 3);
    return List.of(
        linear, layer("a convolution", Layer.CONVOLUTION, 1, 3, 2, 5), grouped,
        layer("a depthwise convolution", Layer.CONVOLUTION, 3, 3, 1, 3, 3),
        layer("a transposed convolution from 2 to 3 channels", Layer.TRANSPOSED_CONVOLUTION, 1, 2, 3, 3),
        layer("a transposed convolution from 4 to 6 channels in two groups", Layer.TRANSPOSED_CONVOLUTION, 2, 4, 3, 2, 2),
        layer("a convolution over three axes", Layer.CONVOLUTION, 1, 2, 2, 2, 1, 3),
        grouped.comment("without bias").without(BIAS), linear.comment("bias only").without(GAMMA, BETA),
        linear.comment("neither bias nor gamma nor beta").without(BIAS, GAMMA, BETA),
        grouped.comment("the running variance near epsilon").epsilon(0.25)
            .fill(RUNNING_VARIANCE, (draw, channel, i) -> draw.between(0.1, 0.5)).flags(Flags.EPSILON_MISSING, Flags.FOLDED_BIAS),
        grouped.comment("the default epsilon of many frameworks").epsilon(1e-5),
        linear.comment("gamma negative, zero, huge").fill(GAMMA, Filler.cycle(-0.5, 0, Math.sqrt(format.maxValue()))),
        linear.comment("a running variance of zero and below, epsilon 0").epsilon(0)
            .fill(RUNNING_VARIANCE, Filler.cycle(0, 2, -1, 0x1p-10, 3)),
        linear.comment("infinities and NaN").fill(WEIGHT, ordinary(WEIGHT).withAt(0, 1, Double.NaN).withAt(1, 2, Double.POSITIVE_INFINITY))
            .fill(RUNNING_MEAN, ordinary(RUNNING_MEAN).withAt(2, 0, Double.NEGATIVE_INFINITY))
            .fill(RUNNING_VARIANCE, ordinary(RUNNING_VARIANCE).withAt(3, 0, Double.POSITIVE_INFINITY))
            .fill(BIAS, ordinary(BIAS).withAt(4, 0, Double.NaN)).flags(Flags.NAN_SWALLOWED));
  }

  static Recipe linear() {
    return layer("a linear layer", Layer.LINEAR, 1, 5, 3);
  }

  private static Recipe layer(String comment, Layer layer, int groups, int... weight) {
    Recipe recipe = Recipe.of(comment, 0x1p-10, weight).onlyFor(Operation.FOLD).with(Attribute.LAYER, layer);
    return (groups == 1 ? recipe : recipe.with(Attribute.GROUPS, groups)).flags(Flags.FOLDED_BIAS, Flags.FOLDED_CHANNELS);
  }

  private static Filler ordinary(Slot slot) {
    return Filler.ordinary().get(slot);
  }
}
