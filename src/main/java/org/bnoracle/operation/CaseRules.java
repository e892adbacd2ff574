package org.bnoracle.operation;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bnoracle.equations.Label;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.tensor.ChannelView;
import org.bnoracle.tensor.Shape;
import org.bnoracle.tensor.Tensor;

/** What a signature demands of a case. */
final class CaseRules {
  private CaseRules() {}

  static void check(Operation operation, Attributes attributes, Map<Slot, Tensor> inputs) {
    Signature signature = operation.signature();
    checkInputs(operation, signature, attributes.activation(), inputs.keySet());
    checkAttributes(operation, signature.attributesGiven(inputs.keySet()), attributes);
    Tensor data = inputs.get(signature.data());
    checkView(data.shape(), attributes);
    checkNumbers(attributes);
    checkSizes(data.shape(), attributes);
    checkMask(signature.outputsGiven(inputs.keySet()), attributes);
    checkStrides(data.shape(), attributes);
    inputs.forEach((slot, tensor) -> checkTensor(slot, tensor, data, attributes, inputs));
  }

  private static void checkInputs(Operation operation, Signature signature, Activation activation, Set<Slot> given) {
    for (Slot slot : given) {
      require(signature.allInputs().contains(slot), "inputs/" + slot.label(), operation.label() + " has no such input");
      require(signature.inputsGiven(activation).contains(slot), "inputs/" + slot.label(),
          "%s with the activation %s has no such input".formatted(operation.label(), Label.of(activation)));
    }
    for (Slot slot : Stream.concat(signature.inputs().stream(), activation.operand().stream()).toList()) {
      require(given.contains(slot), "inputs", slot.label() + " is missing");
    }
    for (Signature.Option option : signature.options()) {
      boolean some = option.inputs().stream().anyMatch(given::contains);
      for (Slot slot : option.inputs()) {
        require(!some || given.contains(slot), "inputs", slot.label() + " is missing beside " + others(option, slot));
      }
    }
  }

  private static String others(Signature.Option option, Slot missing) {
    return String.join(", ", option.inputs().stream().filter(s -> s != missing).map(Slot::label).toList());
  }

  private static void checkAttributes(Operation operation, List<Attribute> expected, Attributes attributes) {
    for (Attribute attribute : attributes.values().keySet()) {
      require(expected.contains(attribute), "attributes/" + attribute.label(),
          operation.label() + " with these inputs has no such attribute");
    }
    Set<Attribute> given = attributes.values().keySet();
    for (Attribute attribute : expected) {
      boolean isReplaced = attribute.alternative().filter(given::contains).isPresent();
      require(!isReplaced || !given.contains(attribute), "attributes/" + attribute.label(),
          attribute.label() + " and " + attribute.alternative().map(Attribute::label).orElse("") + " exclude each other");
      require(!attribute.required() || isReplaced || given.contains(attribute), "attributes", attribute.label() + " is missing");
    }
  }

  private static void checkView(Shape shape, Attributes attributes) {
    if (attributes.has(Attribute.LAYER)) {
      attributes.layer().objection(shape, attributes.groups()).ifPresent(objection -> {
        throw new InvalidCaseException("inputs/weight/shape", objection);
      });
      return;
    }
    try {
      new ChannelView(shape, attributes.channelAxis());
    } catch (IllegalArgumentException e) {
      throw new InvalidCaseException("attributes/channel_axis", e.getMessage());
    }
  }

  private static void checkNumbers(Attributes attributes) {
    if (attributes.has(Attribute.EPSILON)) {
      double epsilon = attributes.epsilon();
      require(epsilon >= 0 && Double.isFinite(epsilon), "attributes/epsilon", "must be a number >= 0, was " + epsilon);
      requireHeld(attributes, Attribute.EPSILON, epsilon);
    }
    if (attributes.has(Attribute.MOMENTUM)) {
      double momentum = attributes.momentum();
      require(momentum >= 0 && momentum <= 1, "attributes/momentum", "must be a number from 0 to 1, was " + momentum);
      requireHeld(attributes, Attribute.MOMENTUM, momentum);
    }
    attributes.batchIndex().ifPresent(
        index -> require(index >= 1, "attributes/batch_index", "must be a whole number >= 1, was " + index));
    Object repeat = attributes.values().getOrDefault(Attribute.REPEAT, 1);
    require((Integer) repeat >= 1, "attributes/repeat", "must be a whole number >= 1, was " + repeat);
  }

  /** Batches and shards follow each other along axis 0. */
  private static void checkSizes(Shape shape, Attributes attributes) {
    for (Attribute attribute : List.of(Attribute.BATCH_SIZES, Attribute.PARTITION)) {
      if (attributes.has(attribute)) {
        List<Integer> sizes = attributes.sizes(attribute);
        String place = "attributes/" + attribute.label();
        require(attributes.channelAxis() != 0, "attributes/channel_axis",
            "must not be 0, because " + attribute.label() + " cuts along axis 0");
        require(sizes.stream().allMatch(size -> size >= 0), place, "must be whole numbers >= 0, was " + sizes);
        long sum = sizes.stream().mapToLong(Integer::longValue).sum();
        require(sum == shape.dimension(0), place, "must have the sum %d, axis 0 of %s, was %s".formatted(
            shape.dimension(0), shape, sizes));
      }
    }
    if (attributes.has(Attribute.BATCH_SIZES)) {
      List<Integer> sizes = attributes.sizes(Attribute.BATCH_SIZES);
      int positions = attributes.view(shape).count() / Math.max(1, shape.dimension(0));
      require(!sizes.isEmpty() && sizes.stream().allMatch(size -> (long) size * positions >= 2), "attributes/batch_sizes",
          "each batch needs at least 2 values a channel, was %s of %d".formatted(sizes, positions));
    }
  }

  private static void requireHeld(Attributes attributes, Attribute attribute, double value) {
    BinaryFormat format = attributes.epsilonFormat();
    require(format.holds(value), "attributes/" + attribute.label(),
        "epsilon_format %s cannot hold %s".formatted(format, value));
  }

  private static void checkMask(List<Slot> outputs, Attributes attributes) {
    if (attributes.has(Attribute.MASK)) {
      List<Slot> wanted = outputs.stream().filter(attributes::wants).toList();
      List<?> mask = (List<?>) attributes.values().get(Attribute.MASK);
      require(!mask.isEmpty() && wanted.size() == mask.size(), "attributes/mask", "must name one or more of %s, each once".formatted(
          String.join(", ", outputs.stream().map(Slot::label).toList())));
    }
  }

  /** Every element has a place of its own if each axis steps over all that the axes of smaller strides reach. */
  private static void checkStrides(Shape shape, Attributes attributes) {
    if (!attributes.has(Attribute.STRIDES)) {
      return;
    }
    List<Integer> strides = attributes.sizes(Attribute.STRIDES);
    require(strides.size() == shape.rank(), "attributes/strides", "must be one for each axis of %s, was %s".formatted(shape, strides));
    long reached = 0;
    for (int axis : IntStream.range(0, shape.rank()).filter(i -> shape.dimension(i) > 1).boxed()
        .sorted(Comparator.comparing(strides::get)).toList()) {
      require(strides.get(axis) > reached, "attributes/strides", "must keep the elements of %s apart, was %s".formatted(shape, strides));
      reached += (shape.dimension(axis) - 1L) * strides.get(axis);
    }
  }

  private static void checkTensor(
      Slot slot, Tensor tensor, Tensor data, Attributes attributes, Map<Slot, Tensor> inputs) {
    Shape shape = shapeOf(slot, data.shape(), attributes.view(data.shape()));
    require(tensor.shape().equals(shape), "inputs/" + slot.label() + "/shape", "must be %s%s, was %s".formatted(
        shape, slot.extent() == Slot.Extent.CHANNELS ? ", one value a channel" : " like x", tensor.shape()));
    BinaryFormat format = formatOf(slot, data.format(), attributes, inputs);
    require(tensor.format().equals(format), "inputs/" + slot.label() + "/format", "must be %s, %s, was %s".formatted(
        format, reason(slot, inputs), tensor.format()));
  }

  private static String reason(Slot slot, Map<Slot, Tensor> inputs) {
    if (slot.formatRule() == Slot.FormatRule.DATA) {
      return "that of x";
    }
    boolean isGammas = slot.formatRule() == Slot.FormatRule.PARAMETER && inputs.containsKey(Slot.GAMMA);
    return isGammas ? "that of gamma" : "the statistics_format";
  }

  static Shape shapeOf(Slot slot, Shape data, ChannelView view) {
    return switch (slot.extent()) {
      case DATA -> data;
      case CHANNELS -> new Shape(view.channels());
    };
  }

  /** The format of a slot; an input's own where it is free to choose. */
  static BinaryFormat formatOf(Slot slot, BinaryFormat data, Attributes attributes, Map<Slot, Tensor> inputs) {
    BinaryFormat statistics = attributes.statisticsFormat().orElse(data.equals(BinaryFormat.F64) ? data : BinaryFormat.F32);
    return switch (slot.formatRule()) {
      case DATA -> data;
      case STATISTICS -> statistics;
      case OWN -> firstGiven(inputs, slot).orElse(data);
      case PARAMETER -> firstGiven(inputs, Slot.GAMMA).orElse(statistics);
      case BIAS -> firstGiven(inputs, Slot.BIAS, Slot.BETA).orElse(statistics);
    };
  }

  private static Optional<BinaryFormat> firstGiven(Map<Slot, Tensor> inputs, Slot... slots) {
    return Stream.of(slots).filter(inputs::containsKey).map(slot -> inputs.get(slot).format()).findFirst();
  }

  private static void require(boolean condition, String place, String message) {
    if (!condition) {
      throw new InvalidCaseException(place, message);
    }
  }
}
