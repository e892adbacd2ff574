package org.bnoracle.catalogue;

import static org.bnoracle.operation.Operation.INFERENCE_BACKWARD;
import static org.bnoracle.operation.Operation.INFERENCE_FORWARD;
import static org.bnoracle.operation.Operation.TRAINING_FORWARD;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bnoracle.equations.VarianceConvention;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.operation.Case;
import org.bnoracle.operation.Flag;
import org.bnoracle.operation.Operation;
import org.bnoracle.operation.Slot;
import org.bnoracle.oracle.Oracle;
import org.bnoracle.oracle.Output;
import org.bnoracle.tensor.Tensor;

/**
 * Two training steps, inference, and its backward, as ordinary cases: the running statistics of each step are the
 * rounded ones of the step before.
 */
record SequenceFamily(String name, String purpose) implements Family {
  private static final List<Operation> STEPS =
      List.of(TRAINING_FORWARD, TRAINING_FORWARD, INFERENCE_FORWARD, INFERENCE_BACKWARD);

  /** The sequences of a format. */
  List<Sequence> sequences(BinaryFormat format) {
    return Stream.of(VarianceConvention.values()).map(convention -> sequence(format, convention)).toList();
  }

  private Sequence sequence(BinaryFormat format, VarianceConvention convention) {
    List<Case> steps = new ArrayList<>();
    Map<Slot, Tensor> state = Map.of();
    for (Operation operation : STEPS) {
      Case step = step(operation, format, convention, steps).withInputs(state);
      steps.add(step);
      state = step.trains() ? runningStatistics(step) : state;
    }
    return new Sequence(steps);
  }

  private Case step(Operation operation, BinaryFormat format, VarianceConvention convention, List<Case> before) {
    long ofThisOperation = before.stream().filter(step -> step.operation() == operation).count();
    long perSequence = STEPS.stream().filter(step -> step == operation).count();
    String id = String.format(Locale.ROOT, "%s/%s/%s/%04d",
        operation.label(), name, format, convention.ordinal() * perSequence + ofThisOperation + 1);
    String comment = "step %d of %d, %s variance".formatted(
        before.size() + 1, STEPS.size(), convention.name().toLowerCase(Locale.ROOT));
    Recipe recipe = Recipe.of(comment, 0x1p-10, 4, 3, 2).flags(Flags.STATE_ENCODING);
    return CaseMaker.single(id, recipe, operation, format, operation == TRAINING_FORWARD ? convention : null);
  }

  private static Map<Slot, Tensor> runningStatistics(Case step) {
    Map<Slot, Output> outputs = Oracle.evaluate(step).outputs();
    return Map.of(
        Slot.RUNNING_MEAN, ((Output.Values) outputs.get(Slot.RUNNING_MEAN)).tensor(),
        Slot.RUNNING_VARIANCE, ((Output.Values) outputs.get(Slot.RUNNING_VARIANCE)).tensor());
  }

  @Override
  public List<Case> cases(Suite suite, Operation operation, BinaryFormat format) {
    return suite == Suite.LARGE ? List.of() : sequences(format).stream().flatMap(sequence -> sequence.steps().stream())
        .filter(step -> step.operation() == operation).toList();
  }

  /** Sequences are published, not made to measure. */
  @Override
  public List<Case> cases(Operation operation, BinaryFormat format, Own own) {
    return List.of();
  }

  @Override
  public Optional<Case> numbered(Operation operation, BinaryFormat format, Own own, int number) {
    return Optional.empty();
  }

  @Override
  public List<Flag> flags(Operation operation, BinaryFormat format) {
    return STEPS.contains(operation) ? List.of(Flags.STATE_ENCODING) : List.of();
  }
}
