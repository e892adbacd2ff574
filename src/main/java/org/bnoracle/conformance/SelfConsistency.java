package org.bnoracle.conformance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.bnoracle.catalogue.Suite;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.operation.Attribute;
import org.bnoracle.operation.Case;
import org.bnoracle.operation.Operation;
import org.bnoracle.operation.Slot;

/**
 * Whether a subject's backward belongs to its forward, be that right or wrong: at the inputs of a few small, well-scaled cases,
 * in f64, or in f32 if the subject has no f64.
 */
final class SelfConsistency {
  private static final String FAMILY = "well-scaled";
  private static final int CASES = 3;
  private static final int DIRECTIONS = 2;
  private static final int LEAST_VALUES = 3;
  private static final long SEED = 5;
  private static final Map<Operation, Operation> BACKWARD = Map.of(
      Operation.TRAINING_FORWARD, Operation.TRAINING_BACKWARD, Operation.INFERENCE_FORWARD, Operation.INFERENCE_BACKWARD);
  private static final Map<Slot, Slot> GRADIENT = Map.of(Slot.DX, Slot.X, Slot.DGAMMA, Slot.GAMMA, Slot.DBETA, Slot.BETA);
  private static final List<Attribute> ASIDE = List.of(Attribute.STRIDES, Attribute.IN_PLACE, Attribute.REPEAT, Attribute.ACTIVATION);

  private final Examination examination;
  private final List<Suite.Evaluated> parts;

  SelfConsistency(Examination examination, List<Suite.Evaluated> parts) {
    this.examination = examination;
    this.parts = parts;
  }

  List<Consistency> all() {
    List<Consistency> all = new ArrayList<>();
    for (Operation forward : List.of(Operation.TRAINING_FORWARD, Operation.INFERENCE_FORWARD)) {
      List<Consistency> found = of(forward, BinaryFormat.F64);
      all.addAll(found.isEmpty() ? of(forward, BinaryFormat.F32) : found);
    }
    return all;
  }

  private List<Consistency> of(Operation forward, BinaryFormat format) {
    Operation backward = BACKWARD.get(forward);
    if (!examination.hello().operations().keySet().containsAll(List.of(forward, backward))) {
      return List.of();
    }
    List<OwnGradient> points = new ArrayList<>();
    Random random = new Random(SEED);
    for (Case question : cases(forward, format)) {
      OwnGradient.at(question, backward, examination, random).ifPresent(points::add);
    }
    return List.of(Slot.DX, Slot.DGAMMA, Slot.DBETA).stream()
        .map(output -> compared(points, new Consistency(forward, backward, format, output, 0, 0)))
        .filter(consistency -> consistency.derivatives() > 0).toList();
  }

  private List<Case> cases(Operation forward, BinaryFormat format) {
    return parts.stream().filter(part -> part.part().operation() == forward && part.part().format().equals(format)
            && part.part().family().name().equals(FAMILY))
        .flatMap(part -> part.part().cases().stream())
        .filter(question -> question.view().count() >= LEAST_VALUES && ASIDE.stream().noneMatch(question.attributes()::has))
        .sorted(Comparator.comparingInt(question -> question.data().size())).limit(CASES).toList();
  }

  private static Consistency compared(List<OwnGradient> points, Consistency none) {
    Consistency consistency = none;
    for (OwnGradient point : points) {
      for (int i = 0; i < DIRECTIONS; i++) {
        var difference = point.difference(GRADIENT.get(none.output()), none.output());
        consistency = difference.isPresent() ? consistency.and(difference.getAsDouble()) : consistency;
      }
    }
    return consistency;
  }
}
