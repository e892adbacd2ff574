package org.bnoracle.diagnosis;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bnoracle.faults.Fault;

/**
 * Looks for the faults that explain bad outputs: one, two, or one more for what they leave. Hypotheses are tried on few small
 * outputs first; those that explain much of them are tried on all.
 */
final class Search {
  private static final int PROMISING = 12;
  private static final int FIRST_FAULTS = 3;

  private final Trial right;
  private final List<GradedOutput> bad;
  private final List<GradedOutput> good;
  private final List<Hypothesis> found = new ArrayList<>();

  private Search(Trial right, List<GradedOutput> bad, List<GradedOutput> good) {
    this.right = right;
    this.bad = bad;
    this.good = good;
  }

  /** Hypotheses, the best first. */
  static List<Hypothesis> ranked(Trial right, List<GradedOutput> bad, List<GradedOutput> good) {
    Search search = new Search(right, bad, good);
    search.add(singles(), Probes.of(bad));
    search.addPairs();
    search.addRest();
    return search.found;
  }

  private static Stream<Set<Fault>> singles() {
    return Stream.of(Fault.values()).map(Set::of);
  }

  /** Adds those that explain at least half as many of the probes as the best of them. */
  private void add(Stream<Set<Fault>> candidates, List<GradedOutput> probes) {
    confirm(promising(candidates, probes));
  }

  private List<Trial> promising(Stream<Set<Fault>> candidates, List<GradedOutput> probes) {
    List<Hypothesis> tried = candidates.parallel().map(faults -> Hypothesis.on(right.with(faults), probes))
        .filter(hypothesis -> hypothesis.explains() > 0).sorted(Hypothesis.BEST_FIRST).limit(PROMISING).toList();
    return tried.stream().filter(hypothesis -> 2 * hypothesis.explains() >= tried.get(0).explains()).map(Hypothesis::trial).toList();
  }

  /** Adds those that explain more of all outputs than contradict them. */
  private void confirm(List<Trial> trials) {
    trials.stream().filter(trial -> found.stream().noneMatch(known -> known.faults().equals(trial.faults())))
        .map(trial -> Hypothesis.on(trial, bad).against(good))
        .filter(hypothesis -> hypothesis.score() > 0).forEach(found::add);
    found.sort(Hypothesis.BEST_FIRST);
  }

  private List<GradedOutput> unexplained(List<Hypothesis> by) {
    BitSet explained = new BitSet();
    by.forEach(hypothesis -> explained.or(hypothesis.explained()));
    return IntStream.range(0, bad.size()).filter(i -> !explained.get(i)).mapToObj(bad::get).toList();
  }

  /** What hypotheses neither explain nor nearly give. */
  private List<GradedOutput> left(List<Hypothesis> by) {
    return unexplained(by).stream().filter(output -> by.stream().noneMatch(hypothesis -> hypothesis.trial().isNear(output))).toList();
  }

  private List<Hypothesis> best() {
    return found.stream().limit(1).toList();
  }

  /**
   * With what explains most alone; if that leaves most outputs unexplained, any two faults. A second fault must account for half
   * of what the best one leaves: with a coarser arithmetic, a run of which is near to nothing, of all that is unexplained.
   */
  private void addPairs() {
    int most = found.isEmpty() ? 0 : found.get(0).explains();
    int unexplained = bad.size() - most;
    List<GradedOutput> left = left(best());
    for (Hypothesis first : found.stream().limit(FIRST_FAULTS).toList()) {
      addNear(others(first).map(other -> both(first.faults(), other)), Probes.fewOf(left(List.of(first))));
    }
    if (2 * unexplained > bad.size()) {
      addNear(singles().flatMap(one -> singles().filter(other -> precedes(one, other)).map(other -> both(one, other))),
          Probes.fewOf(left(best())));
    }
    addPairsForRest();
    found.removeIf(hypothesis -> {
      int more = hypothesis.explains() - most;
      boolean isNeeded = isHalf(more, left.size()) && (isHalf(more, unexplained) || !hypothesis.trial().isWider(bad));
      return hypothesis.faults().size() > 1 && !isNeeded;
    });
  }

  private static boolean isHalf(int part, int whole) {
    return whole > 0 && 2 * part >= whole;
  }

  /** The best one with others that explain what it leaves. */
  private void addPairsForRest() {
    List<Hypothesis> single = best().stream().filter(hypothesis -> hypothesis.faults().size() == 1).toList();
    for (Hypothesis first : single) {
      List<Trial> others = promising(others(first), Probes.of(unexplained(single)));
      confirm(others.stream().map(other -> right.with(both(first.faults(), other.faults()))).toList());
    }
  }

  private static Stream<Set<Fault>> others(Hypothesis first) {
    return singles().filter(other -> !first.faults().containsAll(other));
  }

  private static boolean precedes(Set<Fault> one, Set<Fault> other) {
    return one.iterator().next().compareTo(other.iterator().next()) < 0;
  }

  private static Set<Fault> both(Set<Fault> one, Set<Fault> other) {
    Set<Fault> both = EnumSet.copyOf(one);
    both.addAll(other);
    return both;
  }

  /** Adds pairs of which a single run is near to at least half of the probes. */
  private void addNear(Stream<Set<Fault>> pairs, List<GradedOutput> probes) {
    add(pairs.parallel().filter(pair -> isNear(right.with(pair), probes)), probes);
  }

  private static boolean isNear(Trial trial, List<GradedOutput> probes) {
    return !probes.isEmpty() && 2 * probes.stream().filter(trial::isNear).count() >= probes.size();
  }

  /** A fault that explains what the best hypothesis leaves. */
  private void addRest() {
    List<GradedOutput> rest = left(best());
    if (!rest.isEmpty() && !found.isEmpty()) {
      add(singles(), Probes.of(rest));
    }
  }
}
