package org.bnoracle.export;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.bnoracle.document.Vector;
import org.bnoracle.equations.VarianceConvention;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.operation.Attribute;
import org.bnoracle.operation.Attributes;
import org.bnoracle.operation.Case;
import org.bnoracle.operation.Operation;
import org.bnoracle.operation.Slot;
import org.bnoracle.oracle.Output;

/** What ONNX and its tests cannot express, each with the reason. */
final class OnnxLimits {
  private static final Set<Attribute> KNOWN = EnumSet.of(
      Attribute.CHANNEL_AXIS, Attribute.EPSILON, Attribute.EPSILON_FORMAT, Attribute.STATISTICS_FORMAT,
      Attribute.MOMENTUM, Attribute.VARIANCE_CONVENTION);

  private OnnxLimits() {}

  /** Why a vector has no test in an opset; empty if it has one. */
  static Optional<String> exclude(Vector vector, Opset opset) {
    Case question = vector.question();
    return question(question)
        .or(() -> opset.takesTypesOf(question) ? Optional.empty() : Optional.of("types that the opset does not take together"))
        .or(() -> outputs(vector, OnnxNode.slots(question, opset, question.operation() == Operation.TRAINING_FORWARD)));
  }

  private static Optional<String> question(Case question) {
    Attributes attributes = question.attributes();
    if (question.operation() != Operation.TRAINING_FORWARD && question.operation() != Operation.INFERENCE_FORWARD) {
      return Optional.of("no operator for " + question.operation().label());
    }
    Optional<Attribute> unknown = attributes.values().keySet().stream().filter(a -> !KNOWN.contains(a)).findFirst();
    if (unknown.isPresent()) {
      return Optional.of("no attribute for " + unknown.get().label());
    }
    if (attributes.channelAxis() != 1) {
      return Optional.of("channels are on axis 1");
    }
    if (attributes.has(Attribute.VARIANCE_CONVENTION) && attributes.varianceConvention() != VarianceConvention.POPULATION) {
      return Optional.of("the running variance takes the population variance");
    }
    if (question.operation() == Operation.TRAINING_FORWARD && question.data().size() == 0) {
      return Optional.of("training on an empty batch");
    }
    boolean fits = BinaryFormat.F32.holds(attributes.epsilon())
        && (!attributes.has(Attribute.MOMENTUM) || isWeightOfTheOld(attributes.momentum()));
    return fits ? Optional.empty() : Optional.of("epsilon and 1 - momentum are held in f32");
  }

  /** Whether 1 - a, and from that a again, are exact in f32. Decided exactly: a double that f32 holds has room for both. */
  private static boolean isWeightOfTheOld(double a) {
    return BinaryFormat.F32.holds(a) && BinaryFormat.F32.holds(1 - a) && 1 - (1 - a) == a;
  }

  private static Optional<String> outputs(Vector vector, List<Slot> slots) {
    if (slots.stream().anyMatch(slot -> !(vector.outputs().get(slot) instanceof Output.Values))) {
      return Optional.of("an output that has no value");
    }
    List<Output.Values> values = slots.stream().map(slot -> (Output.Values) vector.outputs().get(slot)).toList();
    if (values.stream().anyMatch(OnnxLimits::hasAlternatives)) {
      return Optional.of("a value where several are right");
    }
    return values.stream().anyMatch(OnnxLimits::hasUnknown) ? Optional.of("a value that no bound can judge") : Optional.empty();
  }

  private static boolean hasAlternatives(Output.Values values) {
    return values.accept().values().stream().anyMatch(accepted -> accepted.stream().distinct().count() > 1);
  }

  private static boolean hasUnknown(Output.Values values) {
    return IntStream.range(0, values.tensor().size()).anyMatch(i -> Double.isInfinite(values.bound().orElseThrow().get(i)));
  }
}
