package org.bnoracle.catalogue;

import static org.bnoracle.operation.Operation.DOUBLE_BACKWARD;
import static org.bnoracle.operation.Operation.INFERENCE_BACKWARD;
import static org.bnoracle.operation.Operation.INFERENCE_FORWARD;
import static org.bnoracle.operation.Operation.TRAINING_BACKWARD;
import static org.bnoracle.operation.Operation.TRAINING_FORWARD;
import static org.bnoracle.operation.Slot.DBETA;
import static org.bnoracle.operation.Slot.DGAMMA;
import static org.bnoracle.operation.Slot.DX;
import static org.bnoracle.operation.Slot.GRAD_DY;
import static org.bnoracle.operation.Slot.GRAD_GAMMA;
import static org.bnoracle.operation.Slot.GRAD_X;

import java.util.List;
import java.util.stream.Stream;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.operation.Attribute;
import org.bnoracle.operation.Operation;
import org.bnoracle.operation.Slot;

/** Ways of calling an operation that change none of its values. */
final class Calls {
  private static final Operation[] ONE_LAYER =
      {TRAINING_FORWARD, INFERENCE_FORWARD, TRAINING_BACKWARD, INFERENCE_BACKWARD};

  private Calls() {}

  static List<Recipe> recipes(BinaryFormat format) {
    Recipe batch = Recipe.of("", 0x1p-10, 2, 2, 2, 3).onlyFor(ONE_LAYER);
    Recipe small = Recipe.of("", 0x1p-10, 3, 2);
    Stream<Recipe> memory = Stream.of(
        batch.comment("channels last in memory").with(Attribute.STRIDES, List.of(12, 1, 6, 2)).flags(Flags.STRIDES_IGNORED),
        batch.comment("transposed in memory").with(Attribute.STRIDES, List.of(1, 12, 6, 2)).flags(Flags.STRIDES_IGNORED),
        batch.comment("a part of a larger tensor").with(Attribute.STRIDES, List.of(60, 20, 8, 2)).flags(Flags.STRIDES_IGNORED),
        batch.comment("in place").with(Attribute.IN_PLACE, true), batch.comment("called twice").with(Attribute.REPEAT, 2));
    return Stream.concat(memory, Stream.concat(
        masks(DX, DGAMMA, DBETA).map(mask -> small.onlyFor(TRAINING_BACKWARD, INFERENCE_BACKWARD).with(Attribute.MASK, mask)),
        masks(GRAD_X, GRAD_GAMMA, GRAD_DY).map(mask -> small.onlyFor(DOUBLE_BACKWARD).with(Attribute.MASK, mask)))
        .map(recipe -> recipe.comment("only some gradients").flags(Flags.MASK_IGNORED))).toList();
  }

  /** All but none and all of them. */
  private static Stream<List<Slot>> masks(Slot a, Slot b, Slot c) {
    return Stream.of(List.of(a), List.of(b), List.of(c), List.of(a, b), List.of(a, c), List.of(b, c));
  }
}
