package org.bnoracle.operation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.tensor.ChannelView;
import org.bnoracle.tensor.Shape;
import org.bnoracle.tensor.Tensor;

/** What a signature demands of a case. */
final class CaseRules {
  private CaseRules() {}

  static void check(Operation operation, Attributes attributes, Map<Slot, Tensor> inputs) {
    Signature signature = operation.signature();
    checkInputs(operation, signature, inputs.keySet());
    checkAttributes(operation, signature.attributesGiven(inputs.keySet()), attributes);
    checkAxis(inputs.get(Slot.X).shape(), attributes.channelAxis());
    checkEpsilon(attributes);
    inputs.forEach((slot, tensor) -> checkTensor(slot, tensor, attributes, inputs));
  }

  private static void checkInputs(Operation operation, Signature signature, Set<Slot> given) {
    for (Slot slot : given) {
      require(signature.allInputs().contains(slot), "inputs/" + slot.label(), operation.label() + " has no such input");
    }
    for (Slot slot : signature.inputs()) {
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

  private static void checkAxis(Shape shape, int axis) {
    try {
      new ChannelView(shape, axis);
    } catch (IllegalArgumentException e) {
      throw new InvalidCaseException("attributes/channel_axis", e.getMessage());
    }
  }

  private static void checkEpsilon(Attributes attributes) {
    double epsilon = attributes.epsilon();
    require(epsilon >= 0 && Double.isFinite(epsilon), "attributes/epsilon", "must be a number >= 0, was " + epsilon);
    requireHeld(attributes, Attribute.EPSILON, epsilon);
    if (attributes.values().containsKey(Attribute.MOMENTUM)) {
      double momentum = attributes.momentum();
      require(momentum >= 0 && momentum <= 1, "attributes/momentum", "must be a number from 0 to 1, was " + momentum);
      requireHeld(attributes, Attribute.MOMENTUM, momentum);
    }
    attributes.batchIndex().ifPresent(
        index -> require(index >= 1, "attributes/batch_index", "must be a whole number >= 1, was " + index));
  }

  private static void requireHeld(Attributes attributes, Attribute attribute, double value) {
    BinaryFormat format = attributes.epsilonFormat();
    require(format.holds(value), "attributes/" + attribute.label(),
        "epsilon_format %s cannot hold %s".formatted(format, value));
  }

  private static void checkTensor(Slot slot, Tensor tensor, Attributes attributes, Map<Slot, Tensor> inputs) {
    Shape shape = shapeOf(slot, inputs.get(Slot.X).shape(), attributes);
    require(tensor.shape().equals(shape), "inputs/" + slot.label() + "/shape", "must be %s%s, was %s".formatted(
        shape, slot.extent() == Slot.Extent.CHANNELS ? ", one value a channel" : " like x", tensor.shape()));
    BinaryFormat format = slot.formatRule() == Slot.FormatRule.OWN ? tensor.format() : formatOf(slot, attributes, inputs);
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

  static Shape shapeOf(Slot slot, Shape data, Attributes attributes) {
    return switch (slot.extent()) {
      case DATA -> data;
      case CHANNELS -> new Shape(data.dimension(attributes.channelAxis()));
    };
  }

  /** The format of a slot whose format is not its own choice. */
  static BinaryFormat formatOf(Slot slot, Attributes attributes, Map<Slot, Tensor> inputs) {
    BinaryFormat data = inputs.get(Slot.X).format();
    BinaryFormat statistics = attributes.statisticsFormat().orElse(data.equals(BinaryFormat.F64) ? data : BinaryFormat.F32);
    return switch (slot.formatRule()) {
      case DATA, OWN -> data;
      case STATISTICS -> statistics;
      case PARAMETER -> Optional.ofNullable(inputs.get(Slot.GAMMA)).map(Tensor::format).orElse(statistics);
    };
  }

  private static void require(boolean condition, String place, String message) {
    if (!condition) {
      throw new InvalidCaseException(place, message);
    }
  }
}
