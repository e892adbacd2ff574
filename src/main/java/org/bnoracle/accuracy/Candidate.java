package org.bnoracle.accuracy;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.bnoracle.equations.Equations;
import org.bnoracle.operation.Case;
import org.bnoracle.operation.Slot;

/** The results that an implementation can give for one channel of a case, on a machine. */
final class Candidate {
  /** Each look is at least twice as close as the one before. */
  private static final int LOOKS = 20;

  private final Case question;
  private final int channel;
  private final Implementation implementation;
  private final Machine machine;
  private final Optional<Statistics> statistics;
  private final Focus focus;
  private final Map<Slot, Region> regions;

  /** @param statistics what it computes for the channel; empty where they are given, or of each batch */
  Candidate(Case question, int channel, Implementation implementation, Machine machine, Optional<Statistics> statistics) {
    this.question = question;
    this.channel = channel;
    this.implementation = implementation;
    this.machine = machine;
    this.statistics = statistics;
    BoundedArithmetic arithmetic = new BoundedArithmetic(machine, statistics.map(Statistics::focus).orElse(null));
    this.regions = regions(arithmetic);
    this.focus = arithmetic.focus();
  }

  /** All that implementations of a class can give, computing in common what they have in common. */
  static List<Candidate> all(Case question, int channel, List<Implementation> implementations, Machine machine) {
    Map<Implementation, Statistics> computed = new HashMap<>();
    return implementations.stream().map(implementation -> new Candidate(question, channel, implementation, machine,
        Statistics.areComputed(question)
            ? Optional.of(computed.computeIfAbsent(implementation.statistics(), s -> Statistics.of(question, channel, s, machine)))
            : Optional.empty())).toList();
  }

  /** What makes it unstable; empty if nothing does. */
  String name() {
    boolean isStored = machine.stores() && !implementation.name().isEmpty();
    return isStored ? implementation.name() + ", stored" : implementation.name();
  }

  Region region(Slot slot) {
    return regions.get(slot);
  }

  BoundTerms terms(Slot slot, int i) {
    return region(slot).terms(i, implementation.toString());
  }

  private Map<Slot, Region> regions(BoundedArithmetic arithmetic) {
    Map<Slot, Region> found = new EnumMap<>(Slot.class);
    Equations<Bounded> equations = statistics.map(s -> s.over(arithmetic, implementation.spelling()))
        .orElseGet(() -> implementation.over(arithmetic));
    question.operation().compute(equations, question.channel(channel, arithmetic)).forEach(
        (slot, numbers) -> found.put(slot, new Region(numbers, arithmetic, question.formatOf(slot))));
    return found;
  }

  /** Whether its bounds of the channel's elements are no larger than another's, but for the rounding of double-double. */
  boolean isWithin(Candidate other) {
    return implementation.hasFormsOf(other.implementation) && focus.isWithin(other.focus);
  }

  /**
   * Whether these results may all come of one run. Results leave only a part of what mean and r can be; in that part the
   * products of their errors are smaller, and it is looked at again, until it is empty or no narrower.
   *
   * @param counts which of them count
   */
  boolean holds(Slot slot, double[] results, IntPredicate counts) {
    Focus known = focus;
    Optional<Focus> left = region(slot).focus(results, counts);
    int looks = slot.extent() == Slot.Extent.DATA ? LOOKS : 0;
    for (int look = 0; look < looks && left.isPresent() && left.get().isNarrowerThan(known); look++) {
      known = left.get();
      left = regions(new BoundedArithmetic(machine, known)).get(slot).focus(results, counts);
    }
    return left.isPresent();
  }
}
