package org.bnoracle.diagnosis;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.bnoracle.faults.Fault;

/**
 * That a subject has certain faults.
 *
 * @param explained which of the bad outputs are evidence for it, by their place
 * @param contradicted how many right outputs are evidence against it
 */
record Hypothesis(Trial trial, BitSet explained, int contradicted) {
  /** The best first: what explains most and is contradicted least, with the fewest faults. */
  static final Comparator<Hypothesis> BEST_FIRST = Comparator.comparingInt(Hypothesis::score).reversed()
      .thenComparingInt(hypothesis -> hypothesis.faults().size())
      .thenComparing(hypothesis -> hypothesis.faults().toString());

  /** With the evidence that some bad outputs give. */
  static Hypothesis on(Trial trial, List<GradedOutput> bad) {
    int[] explained = IntStream.range(0, bad.size()).parallel().filter(i -> trial.explains(bad.get(i))).toArray();
    BitSet places = new BitSet(bad.size());
    IntStream.of(explained).forEach(places::set);
    return new Hypothesis(trial, places, 0);
  }

  /** This with the evidence against it. */
  Hypothesis against(List<GradedOutput> good) {
    return new Hypothesis(trial, explained, (int) good.parallelStream().filter(trial::contradicts).count());
  }

  Set<Fault> faults() {
    return trial.faults();
  }

  int explains() {
    return explained.cardinality();
  }

  int score() {
    return explains() - contradicted;
  }

  /** Whether the other has these faults and more. */
  boolean isPartOf(Hypothesis other) {
    return faults().size() < other.faults().size() && other.faults().containsAll(faults());
  }

  boolean explainsTheSameAs(Hypothesis other) {
    return contradicted == other.contradicted && faults().size() == other.faults().size() && explained.equals(other.explained);
  }
}
