package org.bnoracle.diagnosis;

import static org.bnoracle.faults.Fault.EPSILON_CLAMPED;
import static org.bnoracle.faults.Fault.EPSILON_MAXIMUM;
import static org.bnoracle.faults.Fault.EPSILON_OUTSIDE;
import static org.bnoracle.faults.Fault.INVERSE_STD_FOR_VARIANCE;
import static org.bnoracle.faults.Fault.MOMENTUM_REVERSED;
import static org.bnoracle.faults.Fault.POPULATION_IN_STATE;
import static org.bnoracle.faults.Fault.SAMPLE_IN_STATE;
import static org.bnoracle.faults.Fault.STD_FOR_INVERSE_STD;
import static org.bnoracle.faults.Fault.SUBNORMALS_FLUSHED;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.bnoracle.conformance.Outcome;
import org.bnoracle.conformance.Report;
import org.bnoracle.equations.VarianceConvention;
import org.bnoracle.faults.Fault;
import org.bnoracle.operation.Attribute;
import org.bnoracle.operation.Operation;
import org.bnoracle.operation.Slot;

/** What the results say of a subject's conventions: what it was asked for, unless a fault says otherwise. */
final class DetectedConventions {
  private final Set<Fault> found;
  private final List<GradedOutput> all;
  private final Map<String, String> conventions = new LinkedHashMap<>();

  private DetectedConventions(Set<Fault> found, List<GradedOutput> all) {
    this.found = found;
    this.all = all;
  }

  static Map<String, String> of(Report report, List<GradedOutput> all, Set<Fault> found) {
    DetectedConventions detected = new DetectedConventions(found, all);
    detected.put("variance_convention", Slot.RUNNING_VARIANCE,
        Map.of(POPULATION_IN_STATE, "population", SAMPLE_IN_STATE, "sample"), detected.conventionsAsked());
    detected.put("momentum", Slot.RUNNING_MEAN, Map.of(MOMENTUM_REVERSED, "weight of the old state"), "weight of the new batch");
    detected.put("epsilon", Slot.Y, Map.of(EPSILON_OUTSIDE, "outside the root", EPSILON_MAXIMUM, "max(variance, epsilon)",
        EPSILON_CLAMPED, "at least 1.001e-5"), "inside the root");
    detected.put("inverse_std", Slot.INVERSE_STD, Map.of(STD_FOR_INVERSE_STD, "standard deviation"), "1/√(variance + epsilon)");
    detected.put("variance", Slot.VARIANCE, Map.of(INVERSE_STD_FOR_VARIANCE, "1/√(variance + epsilon)"), "population variance");
    detected.subnormals();
    detected.singleValue(report);
    return detected.conventions;
  }

  private void put(String name, Slot slot, Map<Fault, String> byFault, String asked) {
    for (Map.Entry<Fault, String> other : byFault.entrySet()) {
      if (found.contains(other.getKey())) {
        conventions.put(name, other.getValue());
        return;
      }
    }
    List<GradedOutput> outputs = all.stream().filter(output -> output.slot() == slot).toList();
    if (!outputs.isEmpty() && outputs.stream().noneMatch(GradedOutput::isBad)) {
      conventions.put(name, asked);
    }
  }

  /** What was asked for, where both conventions were. */
  private String conventionsAsked() {
    boolean both = List.of(VarianceConvention.values()).stream().allMatch(convention -> all.stream().anyMatch(asks(convention)));
    return both ? "as asked" : all.stream().filter(asks(VarianceConvention.SAMPLE)).findFirst().isPresent() ? "sample" : "population";
  }

  private static Predicate<GradedOutput> asks(VarianceConvention convention) {
    return output -> output.slot() == Slot.RUNNING_VARIANCE
        && output.question().attributes().values().get(Attribute.VARIANCE_CONVENTION) == convention;
  }

  private void subnormals() {
    List<GradedOutput> outputs = all.stream().filter(output -> output.family().equals("subnormal")).toList();
    if (found.contains(SUBNORMALS_FLUSHED)) {
      conventions.put("subnormals", "flushed");
    } else if (!outputs.isEmpty() && outputs.stream().noneMatch(GradedOutput::isBad)) {
      conventions.put("subnormals", "kept");
    }
  }

  /** The sample variance of one value does not exist. */
  private void singleValue(Report report) {
    report.results().stream().filter(DetectedConventions::asksForTheSampleVarianceOfOne).map(Report.Result::outcome)
        .filter(outcome -> !(outcome instanceof Outcome.NotSent)).findFirst()
        .ifPresent(outcome -> conventions.put("m=1", outcome instanceof Outcome.Graded ? "answered" : "refused"));
  }

  private static boolean asksForTheSampleVarianceOfOne(Report.Result result) {
    return result.question().operation() == Operation.TRAINING_FORWARD && result.question().view().count() == 1
        && result.question().attributes().values().get(Attribute.VARIANCE_CONVENTION) == VarianceConvention.SAMPLE;
  }
}
