package org.bnoracle.accuracy;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
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
  private final Map<Slot, Region> regions;

  Candidate(Case question, int channel, Implementation implementation, Machine machine) {
    this.question = question;
    this.channel = channel;
    this.implementation = implementation;
    this.machine = machine;
    this.regions = regions(null);
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

  private Map<Slot, Region> regions(Focus focus) {
    BoundedArithmetic arithmetic = new BoundedArithmetic(machine, focus);
    Map<Slot, Region> found = new EnumMap<>(Slot.class);
    question.operation().compute(implementation.over(arithmetic), question.channel(channel, arithmetic))
        .forEach((slot, numbers) -> found.put(slot, new Region(numbers, arithmetic, question.formatOf(slot))));
    return found;
  }

  /**
   * Whether these results may all come of one run. Results leave only a part of what mean and r can be; in that part the
   * products of their errors are smaller, and it is looked at again, until it is empty or no narrower.
   *
   * @param counts which of them count
   */
  boolean holds(Slot slot, double[] results, IntPredicate counts) {
    Focus focus = region(slot).focus();
    Optional<Focus> left = region(slot).focus(results, counts);
    int looks = slot.extent() == Slot.Extent.DATA ? LOOKS : 0;
    for (int look = 0; look < looks && left.isPresent() && left.get().isNarrowerThan(focus); look++) {
      focus = left.get();
      left = regions(focus).get(slot).focus(results, counts);
    }
    return left.isPresent();
  }
}
