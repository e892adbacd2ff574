package org.bnoracle.diagnosis;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.bnoracle.conformance.Report;
import org.bnoracle.faults.Fault;

/**
 * What is wrong with a subject.
 *
 * @param findings the best explanation first
 * @param bad how many outputs of cases are wrong or unstable
 * @param conventions what the results say of the subject's conventions, by name
 * @param pattern where no fault explains the wrong outputs: what is wrong and what is right, a line each
 */
public record Diagnosis(List<Finding> findings, int bad, Map<String, String> conventions, List<String> pattern) {
  private static final int MOST_FINDINGS = 5;
  private static final int PROMISING = 12;
  private static final int PROBES = 8;
  private static final int PROMISING_PAIRS = 8;

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
    List<GradedOutput> all = GradedOutput.of(report);
    List<GradedOutput> bad = all.stream().filter(GradedOutput::isBad).toList();
    List<Hypothesis> ranked = bad.isEmpty() ? List.of() : ranked(report, all, bad);
    List<Finding> findings = findings(ranked);
    Set<Fault> found = ranked.isEmpty() ? Set.of() : ranked.get(0).faults();
    boolean isExplained = !ranked.isEmpty() && ranked.get(0).explained().size() == bad.size();
    return new Diagnosis(
        findings, bad.size(), DetectedConventions.of(report, all, found), isExplained ? List.of() : Pattern.lines(all));
  }

  private static List<Hypothesis> ranked(Report report, List<GradedOutput> all, List<GradedOutput> bad) {
    List<GradedOutput> good = all.stream().filter(output -> !output.isBad()).toList();
    Trial right = Trial.ofNoFault(report.subject().arithmetic());
    List<Hypothesis> singles = best(Stream.of(Fault.values()).map(Set::of), right, bad, good, PROMISING);
    boolean isExplained = !singles.isEmpty() && singles.get(0).explained().size() == bad.size();
    if (isExplained) {
      return singles;
    }
    List<GradedOutput> probes = Probes.of(bad, singles.isEmpty() ? List.of() : singles.get(0).explained(), PROBES);
    Stream<Set<Fault>> pairs = pairs(singles, bad.size()).parallelStream().map(right::with).map(trial -> trial.judged(probes))
        .filter(hypothesis -> !hypothesis.explained().isEmpty()).sorted(Hypothesis.BEST_FIRST).limit(PROMISING_PAIRS)
        .map(Hypothesis::faults);
    List<Hypothesis> both = new ArrayList<>(best(pairs, right, bad, good, PROMISING_PAIRS));
    int bestSingle = singles.isEmpty() ? 0 : singles.get(0).score();
    both.removeIf(pair -> pair.score() <= bestSingle);
    both.addAll(singles);
    both.sort(Hypothesis.BEST_FIRST);
    return both;
  }

  private static List<Hypothesis> best(
      Stream<Set<Fault>> candidates, Trial right, List<GradedOutput> bad, List<GradedOutput> good, int promising) {
    return candidates.parallel().map(faults -> right.with(faults).judged(bad))
        .filter(hypothesis -> !hypothesis.explained().isEmpty()).sorted(Hypothesis.BEST_FIRST).limit(promising)
        .map(hypothesis -> hypothesis.against(good)).filter(hypothesis -> hypothesis.score() > 0)
        .sorted(Hypothesis.BEST_FIRST).toList();
  }

  /** All pairs; where one fault explains most, those that it belongs to. */
  private static List<Set<Fault>> pairs(List<Hypothesis> singles, int bad) {
    boolean isMost = !singles.isEmpty() && 2 * singles.get(0).explained().size() > bad;
    return isMost ? pairs().stream().filter(pair -> pair.containsAll(singles.get(0).faults())).toList() : pairs();
  }

  private static List<Set<Fault>> pairs() {
    List<Set<Fault>> pairs = new ArrayList<>();
    for (Fault first : Fault.values()) {
      for (Fault second : Fault.values()) {
        if (first.compareTo(second) < 0) {
          pairs.add(EnumSet.of(first, second));
        }
      }
    }
    return pairs;
  }

  private static List<Finding> findings(List<Hypothesis> ranked) {
    List<List<Hypothesis>> groups = new ArrayList<>();
    for (Hypothesis hypothesis : ranked) {
      if (hypothesis.isPartOf(ranked.get(0))) {
        continue;
      }
      List<Hypothesis> last = groups.isEmpty() ? null : groups.get(groups.size() - 1);
      if (last != null && last.get(0).explainsTheSameAs(hypothesis)) {
        last.add(hypothesis);
      } else {
        groups.add(new ArrayList<>(List.of(hypothesis)));
      }
    }
    return groups.stream().limit(MOST_FINDINGS).map(group -> new Finding(group.stream().map(Hypothesis::faults).toList(),
        group.get(0).explained().size(), group.get(0).contradicted())).toList();
  }
}
