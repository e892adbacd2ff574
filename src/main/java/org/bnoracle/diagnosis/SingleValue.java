package org.bnoracle.diagnosis;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.bnoracle.conformance.Outcome;
import org.bnoracle.conformance.Report;
import org.bnoracle.equations.VarianceConvention;
import org.bnoracle.operation.Attribute;
import org.bnoracle.operation.Case;
import org.bnoracle.operation.Operation;
import org.bnoracle.operation.Slot;
import org.bnoracle.tensor.Tensor;

/** What a subject does where the running variance should take the sample variance of one value, which does not exist. */
final class SingleValue {
  private SingleValue() {}

  /** All that it does; nothing where it was not asked. */
  static Optional<String> of(Report report) {
    Set<String> ways = report.results().stream().filter(result -> asks(result.question()))
        .flatMap(result -> way(result).stream()).collect(Collectors.toCollection(TreeSet::new));
    return ways.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", ways));
  }

  private static boolean asks(Case question) {
    return question.operation() == Operation.TRAINING_FORWARD && question.view().count() == 1
        && question.attributes().has(Attribute.MOMENTUM)
        && question.attributes().varianceConvention() == VarianceConvention.SAMPLE;
  }

  private static Optional<String> way(Report.Result result) {
    if (result.outcome() instanceof Outcome.Refused) {
      return Optional.of("refused");
    }
    if (!(result.outcome() instanceof Outcome.Graded graded)) {
      return Optional.empty();
    }
    Tensor given = graded.results().get(Slot.RUNNING_VARIANCE);
    return Optional.of(given == null ? "answered without a running variance" : ways(result.question(), given));
  }

  private static String ways(Case question, Tensor given) {
    Tensor old = question.inputs().get(Slot.RUNNING_VARIANCE);
    double weight = 1 - question.attributes().momentum();
    Set<String> ways = new TreeSet<>();
    for (int channel = 0; channel < given.size(); channel++) {
      ways.add(way(given, channel, old.get(channel), weight * old.get(channel)));
    }
    return String.join(", ", ways);
  }

  /** (1-a) s, or s + a (0 - s), is rounded three times at most, to half an ulp of s. */
  private static String way(Tensor given, int channel, double old, double shrunk) {
    double got = given.get(channel);
    if (!Double.isFinite(got)) {
      return Double.isNaN(got) ? "running variance NaN" : "running variance infinite";
    }
    if (got == old) {
      return "running variance unchanged";
    }
    return Math.abs(got - shrunk) <= 1.5 * given.format().ulp(old) ? "running variance counts 0 for the batch" : "running variance of another kind";
  }
}
