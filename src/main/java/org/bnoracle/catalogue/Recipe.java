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
 */
record Recipe(
    String comment, Shape shape, int axis, double epsilon, Map<Slot, Filler> fillers, Set<Slot> absent,
    Set<Operation> operations, List<Flag> flags) {

  /** Ordinary values, every input given, for every operation. */
  static Recipe of(String comment, double epsilon, int... dimensions) {
    return new Recipe(comment, new Shape(dimensions), Math.min(1, dimensions.length - 1), epsilon, Filler.ordinary(),
        Set.of(), EnumSet.allOf(Operation.class), List.of());
  }

  /** Another shape, with the channels on the second axis where there is one. */
  Recipe shape(Shape newShape) {
    return new Recipe(comment, newShape, Math.min(1, newShape.rank() - 1), epsilon, fillers, absent, operations, flags);
  }

  Recipe epsilon(double newEpsilon) {
    return new Recipe(comment, shape, axis, newEpsilon, fillers, absent, operations, flags);
  }

  Recipe axis(int newAxis) {
    return new Recipe(comment, shape, newAxis, epsilon, fillers, absent, operations, flags);
  }

  Recipe fill(Slot slot, Filler filler) {
    Map<Slot, Filler> more = new EnumMap<>(fillers);
    more.put(slot, filler);
    return new Recipe(comment, shape, axis, epsilon, more, absent, operations, flags);
  }

  Recipe without(Slot... slots) {
    return new Recipe(comment, shape, axis, epsilon, fillers, Set.copyOf(Arrays.asList(slots)), operations, flags);
  }

  Recipe onlyFor(Operation... these) {
    return new Recipe(comment, shape, axis, epsilon, fillers, absent, Set.copyOf(Arrays.asList(these)), flags);
  }

  Recipe flags(Flag... these) {
    return new Recipe(comment, shape, axis, epsilon, fillers, absent, operations, List.of(these));
  }
}
