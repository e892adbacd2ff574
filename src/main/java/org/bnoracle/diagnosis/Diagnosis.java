package org.bnoracle.diagnosis;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bnoracle.conformance.Report;
import org.bnoracle.faults.Fault;

/**
 * What is wrong with a subject.
 *
 * @param findings the best explanation first
 * @param bad how many outputs of cases are wrong or unstable
 * @param conventions what the results say of the subject's conventions, by name
 * @param disagreements conventions that the subject declares otherwise, a line each
 * @param pattern where something is not explained: what is wrong and what is right, a line each
 */
public record Diagnosis(
    List<Finding> findings, int bad, Map<String, String> conventions, List<String> disagreements, List<String> pattern) {
  /**
   * An explanation.
   *
   * @param alternatives sets of faults that no output of the run tells apart
   * @param explains how many of the bad outputs are what these faults give, and not what a right program gives
   * @param contradicted how many right outputs speak against it
   */
  public record Finding(List<Set<Fault>> alternatives, int explains, int contradicted) {}

  /** The diagnosis of a run. */
  public static Diagnosis of(Report report) {
    return of(report, Trial.ofNoFault(report.subject().arithmetic()));
  }

  /** @param right what is known of programs; it may know some from runs of the same cases before */
  static Diagnosis of(Report report, Trial right) {
    List<GradedOutput> all = GradedOutput.of(report);
    List<GradedOutput> bad = all.stream().filter(GradedOutput::isBad).toList();
    List<GradedOutput> good = all.stream().filter(output -> !output.isBad()).toList();
    List<Hypothesis> ranked = bad.isEmpty() ? List.of() : Search.ranked(right, bad, good);
    List<List<Hypothesis>> listed = Explanations.listed(ranked, bad.size());
    Set<GradedOutput> open = open(bad, listed);
    Map<String, String> conventions = DetectedConventions.of(report, all, open, faults(listed));
    return new Diagnosis(listed.stream().map(Diagnosis::finding).toList(), bad.size(), conventions,
        Declarations.disagreements(report.subject(), conventions), open.isEmpty() ? List.of() : Pattern.lines(all));
  }

  private static Finding finding(List<Hypothesis> same) {
    return new Finding(same.stream().map(Hypothesis::faults).toList(), same.get(0).explains(), same.get(0).contradicted());
  }

  /** The faults of the first of the alternatives. */
  private static Set<Fault> faults(List<List<Hypothesis>> listed) {
    return listed.stream().flatMap(same -> same.get(0).faults().stream()).collect(Collectors.toSet());
  }

  /** The bad outputs that nothing explains. */
  private static Set<GradedOutput> open(List<GradedOutput> bad, List<List<Hypothesis>> listed) {
    Set<GradedOutput> open = Collections.newSetFromMap(new IdentityHashMap<>());
    open.addAll(bad);
    listed.forEach(same -> same.get(0).explained().stream().forEach(i -> open.remove(bad.get(i))));
    return open;
  }
}
