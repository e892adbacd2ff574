package org.bnoracle.catalogue;

import static org.bnoracle.operation.Operation.INFERENCE_BACKWARD;
import static org.bnoracle.operation.Operation.INFERENCE_FORWARD;
import static org.bnoracle.operation.Operation.TRAINING_BACKWARD;
import static org.bnoracle.operation.Operation.TRAINING_FORWARD;

import java.util.List;
import java.util.stream.Stream;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.operation.Operation;
import org.bnoracle.tensor.Shape;

/** Shapes at which implementations have broken. */
final class Sizes {
  private static final Operation[] ONE_LAYER = {TRAINING_FORWARD, INFERENCE_FORWARD, TRAINING_BACKWARD, INFERENCE_BACKWARD};

  private Sizes() {}

  /** Just beyond what blocks, vectors and groups of threads hold. */
  static List<Recipe> recipes(BinaryFormat format) {
    Recipe positions = Recipe.of("257 positions", 0.25, 1, 1, 257).onlyFor(TRAINING_FORWARD, TRAINING_BACKWARD);
    Stream<Recipe> others = Stream.of(
        Recipe.of("width 1", 0x1p-10, 3, 2, 3, 1), Recipe.of("width 3", 0.25, 2, 3, 1, 3), Recipe.of("width 17", 0x1p-17, 1, 2, 1, 17),
        Recipe.of("width 66", 0x1p-10, 1, 1, 1, 66), Recipe.of("65 channels", 1, 2, 65),
        Recipe.of("m = 7 · 11", 0x1p-17, 7, 3, 11).in(Suite.FULL), Recipe.of("129 channels", 1, 3, 129, 2).in(Suite.FULL),
        Recipe.of("1025 values a channel", 0.25, 5, 2, 205).in(Suite.FULL)).map(recipe -> recipe.onlyFor(ONE_LAYER));
    return Stream.concat(others, Stream.of(positions)).map(recipe -> recipe.flags(Flags.ODD_SIZES)).toList();
  }

  /** Just beyond what a grid of threads, or 16 bits, can count. */
  static List<Recipe> limits(BinaryFormat format) {
    return large(format, Recipe.of("2^16 samples", 0x1p-10, 65_536, 2), Recipe.of("2^17 - 1 samples", 0.25, 131_071, 2),
        Recipe.of("769 samples of one position", 0x1p-17, 769, 2, 1, 1));
  }

  /** So many values that sums in sequence lose what sums in blocks keep. */
  static List<Recipe> longChannels(BinaryFormat format) {
    return large(format, Recipe.of("10^5 + 3 values in one channel", 0x1p-10, 1, 1, 100_003)).stream()
        .flatMap(recipe -> format.equals(BinaryFormat.F32)
            ? Stream.of(recipe, recipe.comment("10^6 values in one channel").shape(new Shape(1000, 1, 1000)).onlyFor(TRAINING_FORWARD))
            : Stream.of(recipe)).toList();
  }

  /** In the formats of the kernels that had such limits. */
  private static List<Recipe> large(BinaryFormat format, Recipe... recipes) {
    boolean isUsual = format.equals(BinaryFormat.F32) || format.equals(BinaryFormat.F16);
    return !isUsual ? List.of()
        : Stream.of(recipes).map(recipe -> recipe.onlyFor(ONE_LAYER).in(Suite.LARGE).flags(Flags.SIZE_LIMITS)).toList();
  }
}
