package org.bnoracle.diagnosis;

import static org.bnoracle.faults.Fault.COMPUTED_IN_F32;
import static org.bnoracle.faults.Fault.EPSILON_CLAMPED;
import static org.bnoracle.faults.Fault.EPSILON_MAXIMUM;
import static org.bnoracle.faults.Fault.EPSILON_OUTSIDE;
import static org.bnoracle.faults.Fault.INVERSE_STD_FOR_VARIANCE;
import static org.bnoracle.faults.Fault.MOMENTUM_REVERSED;
import static org.bnoracle.faults.Fault.POPULATION_IN_STATE;
import static org.bnoracle.faults.Fault.SAMPLE_FOR_VARIANCE;
import static org.bnoracle.faults.Fault.SAMPLE_IN_STATE;
import static org.bnoracle.faults.Fault.STD_FOR_INVERSE_STD;
import static org.bnoracle.faults.Fault.SUMS_IN_HALF;
import static org.bnoracle.faults.Fault.VARIANCE_FOR_INVERSE_STD;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.bnoracle.conformance.Report;
import org.bnoracle.equations.VarianceConvention;
import org.bnoracle.faults.Fault;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.operation.Attribute;
import org.bnoracle.operation.Slot;

/**
 * What the results say of a subject's conventions: what it was asked for, unless a fault says otherwise; nothing where an output
 * that shows the convention is bad and not explained.
 */
final class DetectedConventions {
  private final Report report;
  private final List<GradedOutput> all;
  private final Set<GradedOutput> open;
  private final Set<Fault> found;
  private final Map<String, String> conventions = new LinkedHashMap<>();

  private DetectedConventions(Report report, List<GradedOutput> all, Set<GradedOutput> open, Set<Fault> found) {
    this.report = report;
    this.all = all;
    this.open = open;
    this.found = found;
  }

  /**
   * @param open the bad outputs that no fault explains
   * @param found the faults that explain the others
   */
  static Map<String, String> of(Report report, List<GradedOutput> all, Set<GradedOutput> open, Set<Fault> found) {
    DetectedConventions detected = new DetectedConventions(report, all, open, found);
    detected.put("variance_convention", Slot.RUNNING_VARIANCE,
        Map.of(POPULATION_IN_STATE, "population", SAMPLE_IN_STATE, "sample"), detected.conventionsAsked());
    detected.put("momentum", Slot.RUNNING_MEAN, Map.of(MOMENTUM_REVERSED, "weight of the old state"), "weight of the new batch");
    detected.put("epsilon", Slot.Y, Map.of(EPSILON_OUTSIDE, "outside the root", EPSILON_MAXIMUM, "max(variance, epsilon)",
        EPSILON_CLAMPED, "at least 1.001e-5"), "inside the root");
    detected.put("inverse_std", Slot.INVERSE_STD, Map.of(STD_FOR_INVERSE_STD, "standard deviation",
        VARIANCE_FOR_INVERSE_STD, "population variance"), "1/√(variance + epsilon)");
    detected.put("variance", Slot.VARIANCE, Map.of(INVERSE_STD_FOR_VARIANCE, "1/√(variance + epsilon)",
        SAMPLE_FOR_VARIANCE, "sample variance"), "population variance");
    detected.computeFormats();
    Subnormals.in(all, report.subject().arithmetic().flushesSubnormals()).ifPresent(what -> detected.conventions.put("subnormals", what));
    SingleValue.of(report).ifPresent(what -> detected.conventions.put("m=1", what));
    return detected.conventions;
  }

  private void put(String name, Slot slot, Map<Fault, String> byFault, String asked) {
    List<String> others = byFault.keySet().stream().filter(found::contains).map(byFault::get).toList();
    if (!others.isEmpty()) {
      conventions.put(name, others.get(0));
    } else if (isClear(output -> output.slot() == slot)) {
      conventions.put(name, asked);
    }
  }

  /** Whether there are such outputs, and each is right or explained. */
  private boolean isClear(Predicate<GradedOutput> which) {
    return all.stream().anyMatch(which) && open.stream().noneMatch(which);
  }

  /** What was asked for, where both conventions were. */
  private String conventionsAsked() {
    boolean both = List.of(VarianceConvention.values()).stream().allMatch(convention -> all.stream().anyMatch(asks(convention)));
    return both ? "as asked" : all.stream().anyMatch(asks(VarianceConvention.SAMPLE)) ? "sample" : "population";
  }

  private static Predicate<GradedOutput> asks(VarianceConvention convention) {
    return output -> output.slot() == Slot.RUNNING_VARIANCE
        && output.question().attributes().values().get(Attribute.VARIANCE_CONVENTION) == convention;
  }

  /** For each format of data the coarsest format of computation that explains the results. */
  private void computeFormats() {
    Set<BinaryFormat> formats = all.stream().map(GradedOutput::format).collect(Collectors.toSet());
    String computed = BinaryFormat.ALL.stream().filter(formats::contains)
        .filter(format -> isClear(output -> output.format().equals(format)))
        .map(format -> format + " in " + computeFormat(format)).collect(Collectors.joining(", "));
    if (!computed.isEmpty()) {
      conventions.put("compute_format", computed);
    }
  }

  private BinaryFormat computeFormat(BinaryFormat data) {
    if (found.contains(COMPUTED_IN_F32) && data.equals(BinaryFormat.F64)) {
      return BinaryFormat.F32;
    }
    boolean isNarrow = data.precision() <= BinaryFormat.F16.precision();
    return found.contains(SUMS_IN_HALF) && isNarrow ? data : report.subject().arithmetic().settings(data).compute();
  }
}
