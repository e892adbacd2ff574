package org.bnoracle.diagnosis;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.bnoracle.faults.Fault;

/**
 * That a subject has certain faults.
 *
 * @param explained the bad outputs that are evidence for it
 * @param contradicted how many right outputs are evidence against it
 */
record Hypothesis(Trial trial, Set<Fault> faults, List<GradedOutput> explained, int contradicted) {
  /** The best first: what explains most and is contradicted least, with the fewest faults. */
  static final Comparator<Hypothesis> BEST_FIRST = Comparator.comparingInt(Hypothesis::score).reversed()
      .thenComparingInt(hypothesis -> hypothesis.faults.size())
      .thenComparing(hypothesis -> hypothesis.faults.toString());

  int score() {
    return explained.size() - contradicted;
  }

  /** This with the evidence against it. */
  Hypothesis against(List<GradedOutput> good) {
    return new Hypothesis(trial, faults, explained, (int) good.stream().filter(trial::contradicts).count());
  }

  /** Whether the other has these faults and more. */
  boolean isPartOf(Hypothesis other) {
    return faults.size() < other.faults.size() && other.faults.containsAll(faults);
  }

  boolean explainsTheSameAs(Hypothesis other) {
    return score() == other.score() && faults.size() == other.faults.size() && explained.equals(other.explained);
  }
}
