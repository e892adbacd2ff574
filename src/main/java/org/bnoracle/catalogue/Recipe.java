package org.bnoracle.catalogue;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bnoracle.operation.Activation;
import org.bnoracle.operation.Attribute;
import org.bnoracle.operation.Flag;
import org.bnoracle.operation.Layer;
import org.bnoracle.operation.Operation;
import org.bnoracle.operation.Slot;
import org.bnoracle.tensor.ChannelView;
import org.bnoracle.tensor.Shape;

/**
 * What a family wants of a case; the same recipe serves every operation that it names.
 *
 * @param comment what the case is after
 * @param special values by slot, where they are not ordinary
 * @param absent inputs to leave out where the operation allows it
 * @param settings attributes beyond the usual ones, for the operations that have them
 * @param suite the least suite that has it
 */
record Recipe(
    String comment, Shape shape, int axis, double epsilon, Map<Slot, Filler> special, Set<Slot> absent,
    Set<Operation> operations, List<Flag> flags, Map<Attribute, Object> settings, Suite suite) {

  private static final int LEAST_BATCH = 2;
  private static final Map<Slot, Filler> ORDINARY = Filler.ordinary();
  private static final List<Attribute> OF_A_SHAPE =
      List.of(Attribute.LAYER, Attribute.GROUPS, Attribute.BATCH_SIZES, Attribute.PARTITION, Attribute.STRIDES);

  /** Ordinary values, every input given, for the operations of one layer on one worker. */
  static Recipe of(String comment, double epsilon, int... dimensions) {
    return new Recipe(comment, new Shape(dimensions), Math.min(1, dimensions.length - 1), epsilon, Map.of(),
        Set.of(), EnumSet.range(Operation.TRAINING_FORWARD, Operation.TANGENT), List.of(), Map.of(), Suite.CORE);
  }

  /** Another shape, with the channels on the second axis where there is one, and without settings that suit one shape. */
  Recipe shape(Shape newShape) {
    Map<Attribute, Object> independent = new EnumMap<>(Attribute.class);
    independent.putAll(settings);
    independent.keySet().removeAll(OF_A_SHAPE);
    return new Recipe(
        comment, newShape, Math.min(1, newShape.rank() - 1), epsilon, special, absent, operations, flags, independent, suite);
  }

  Recipe epsilon(double newEpsilon) {
    return new Recipe(comment, shape, axis, newEpsilon, special, absent, operations, flags, settings, suite);
  }

  Recipe axis(int newAxis) {
    return new Recipe(comment, shape, newAxis, epsilon, special, absent, operations, flags, settings, suite);
  }

  /** The k-th batch of a cumulative average; for the operation that has running statistics to update. */
  Recipe batch(int k) {
    return onlyFor(Operation.TRAINING_FORWARD).with(Attribute.BATCH_INDEX, k);
  }

  Recipe with(Attribute attribute, Object value) {
    Map<Attribute, Object> more = new EnumMap<>(Attribute.class);
    more.putAll(settings);
    more.put(attribute, value);
    return new Recipe(comment, shape, axis, epsilon, special, absent, operations, flags, more, suite);
  }

  /** For these operations too. */
  Recipe alsoFor(Operation... more) {
    Set<Operation> all = EnumSet.copyOf(operations);
    all.addAll(Arrays.asList(more));
    return new Recipe(comment, shape, axis, epsilon, special, absent, all, flags, settings, suite);
  }

  /** For synchronised training too. */
  Recipe alsoSynchronised() {
    return alsoFor(Operation.SYNCHRONISED_FORWARD, Operation.SYNCHRONISED_BACKWARD);
  }

  /** For every operation that the shape suits. */
  Recipe forEvery() {
    return onlyFor(Operation.values());
  }

  /** The same under another comment. */
  Recipe comment(String newComment) {
    return new Recipe(newComment, shape, axis, epsilon, special, absent, operations, flags, settings, suite);
  }

  Recipe fill(Slot slot, Filler filler) {
    Map<Slot, Filler> more = new EnumMap<>(Slot.class);
    more.putAll(special);
    more.put(slot, filler);
    return new Recipe(comment, shape, axis, epsilon, more, absent, operations, flags, settings, suite);
  }

  /** Without these, beside those that are absent already. */
  Recipe without(Slot... slots) {
    Set<Slot> all = new HashSet<>(absent);
    all.addAll(Arrays.asList(slots));
    return new Recipe(comment, shape, axis, epsilon, special, all, operations, flags, settings, suite);
  }

  Recipe onlyFor(Operation... these) {
    return new Recipe(comment, shape, axis, epsilon, special, absent, Set.copyOf(Arrays.asList(these)), flags, settings, suite);
  }

  Recipe flags(Flag... these) {
    return new Recipe(comment, shape, axis, epsilon, special, absent, operations, List.of(these), settings, suite);
  }

  /** In that suite, and in core no more. */
  Recipe in(Suite other) {
    return new Recipe(comment, shape, axis, epsilon, special, absent, operations, flags, settings, other);
  }

  Filler filler(Slot slot) {
    return special.getOrDefault(slot, ORDINARY.get(slot));
  }

  /** Whether it says something of one of these inputs. */
  boolean concerns(Collection<Slot> slots) {
    return !Collections.disjoint(slots, special.keySet()) || !Collections.disjoint(slots, absent);
  }

  /** Whether this is a recipe for the operation: the shape suits it, and so does an input that is not ordinary. */
  boolean suits(Operation operation) {
    Activation activation = (Activation) settings.getOrDefault(Attribute.ACTIVATION, Activation.NONE);
    boolean isOrdinary = special.isEmpty() && absent.isEmpty();
    return (isOrdinary || concerns(operation.signature().inputsGiven(activation))) && suitsShape(operation);
  }

  private boolean suitsShape(Operation operation) {
    List<Attribute> attributes = operation.signature().allAttributes();
    if (attributes.contains(Attribute.LAYER)) {
      return operations.contains(operation) && shape.rank() > 1;
    }
    boolean isBatched = attributes.contains(Attribute.BATCH_SIZES);
    boolean isCut = isBatched || attributes.contains(Attribute.PARTITION);
    return operations.contains(operation) && (!isCut || axis != 0)
        && (!isBatched || samples() * positions() >= LEAST_BATCH);
  }

  /** The settings, and what the shape suggests for those that every operation of that kind needs. */
  Map<Attribute, Object> completed() {
    Map<Attribute, Object> all = new EnumMap<>(Attribute.class);
    int half = samples() / 2;
    boolean isDivisible = half * positions() >= LEAST_BATCH;
    all.put(Attribute.BATCH_SIZES, isDivisible ? List.of(samples() - half, half) : List.of(samples()));
    all.put(Attribute.PARTITION, List.of(samples() - samples() / 3, 0, samples() / 3));
    all.put(Attribute.LAYER, shape.rank() == 2 ? Layer.LINEAR : Layer.CONVOLUTION);
    all.putAll(settings);
    return all;
  }

  private int samples() {
    return shape.dimension(0);
  }

  private int positions() {
    return samples() == 0 ? 0 : new ChannelView(shape, axis).count() / samples();
  }
}
