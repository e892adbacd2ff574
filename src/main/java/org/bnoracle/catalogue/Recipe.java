package org.bnoracle.catalogue;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bnoracle.operation.Flag;
import org.bnoracle.operation.Operation;
import org.bnoracle.operation.Slot;
import org.bnoracle.tensor.Shape;

/**
 * What a family wants of a case; the same recipe serves every operation that it names.
 *
 * @param comment what the case is after
 * @param fillers by slot
 * @param absent inputs to leave out where the operation allows it
 * @param batchIndex the number of the batch where running statistics are cumulative averages, else 0
 */
record Recipe(
    String comment, Shape shape, int axis, double epsilon, Map<Slot, Filler> fillers, Set<Slot> absent,
    Set<Operation> operations, List<Flag> flags, int batchIndex) {

  /** Ordinary values, every input given, for every operation. */
  static Recipe of(String comment, double epsilon, int... dimensions) {
    return new Recipe(comment, new Shape(dimensions), Math.min(1, dimensions.length - 1), epsilon, Filler.ordinary(),
        Set.of(), EnumSet.allOf(Operation.class), List.of(), 0);
  }

  /** Another shape, with the channels on the second axis where there is one. */
  Recipe shape(Shape newShape) {
    return new Recipe(comment, newShape, Math.min(1, newShape.rank() - 1), epsilon, fillers, absent, operations, flags, batchIndex);
  }

  Recipe epsilon(double newEpsilon) {
    return new Recipe(comment, shape, axis, newEpsilon, fillers, absent, operations, flags, batchIndex);
  }

  Recipe axis(int newAxis) {
    return new Recipe(comment, shape, newAxis, epsilon, fillers, absent, operations, flags, batchIndex);
  }

  /** The k-th batch of a cumulative average; for the operation that has running statistics to update. */
  Recipe batch(int k) {
    return new Recipe(comment, shape, axis, epsilon, fillers, absent, Set.of(Operation.TRAINING_FORWARD), flags, k);
  }

  /** The same under another comment. */
  Recipe comment(String newComment) {
    return new Recipe(newComment, shape, axis, epsilon, fillers, absent, operations, flags, batchIndex);
  }

  Recipe fill(Slot slot, Filler filler) {
    Map<Slot, Filler> more = new EnumMap<>(fillers);
    more.put(slot, filler);
    return new Recipe(comment, shape, axis, epsilon, more, absent, operations, flags, batchIndex);
  }

  Recipe without(Slot... slots) {
    return new Recipe(comment, shape, axis, epsilon, fillers, Set.copyOf(Arrays.asList(slots)), operations, flags, batchIndex);
  }

  Recipe onlyFor(Operation... these) {
    return new Recipe(comment, shape, axis, epsilon, fillers, absent, Set.copyOf(Arrays.asList(these)), flags, batchIndex);
  }

  Recipe flags(Flag... these) {
    return new Recipe(comment, shape, axis, epsilon, fillers, absent, operations, List.of(these), batchIndex);
  }
}
