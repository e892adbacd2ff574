package org.bnoracle.accuracy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bnoracle.equations.Text;
import org.bnoracle.number.ExtendedReal;
import org.bnoracle.operation.Case;
import org.bnoracle.operation.Slot;
import org.bnoracle.oracle.Oracle;

/** What implementations can give for one channel of a case, by the grade that it earns. */
final class Candidates {
  private final Case question;
  private final int channel;
  private final Settings settings;
  private Map<Slot, List<ExtendedReal>> exact;
  private final Map<Grade, List<Candidate>> byGrade = new EnumMap<>(Grade.class);
  private List<Candidate> widest;

  Candidates(Case question, int channel, Settings settings) {
    this.question = question;
    this.channel = channel;
    this.settings = settings;
  }

  /** Those that earn a grade from tree to unstable; computed when first asked for. */
  List<Candidate> of(Grade grade) {
    return byGrade.computeIfAbsent(grade, this::found);
  }

  /** How far a value may lie from the exact result, for sums in any order. */
  double allowed(Slot slot, int i) {
    double allowed = 0;
    for (Candidate candidate : slot.extent() == Slot.Extent.DATA ? widest() : of(Grade.ANY_ORDER)) {
      allowed = Math.max(allowed, candidate.region(slot).error(i).size());
    }
    return allowed;
  }

  /** The same for one of the implementations, which is quicker; never more. */
  double leastAllowed(Slot slot, int i) {
    return of(Grade.ANY_ORDER).get(0).region(slot).error(i).size();
  }

  /** Those of any order that have the largest bounds of the channel's elements: each is within one of these. */
  private List<Candidate> widest() {
    if (widest == null) {
      widest = new ArrayList<>();
      for (Candidate candidate : of(Grade.ANY_ORDER)) {
        if (widest.stream().noneMatch(candidate::isWithin)) {
          widest.removeIf(other -> other.isWithin(candidate));
          widest.add(candidate);
        }
      }
    }
    return widest;
  }

  /** The terms of the largest bound. */
  BoundTerms terms(Slot slot, int i) {
    return of(Grade.ANY_ORDER).stream()
        .map(candidate -> candidate.terms(slot, i))
        .max(Comparator.comparingDouble(BoundTerms::total)).orElseThrow();
  }

  /** Special values are right or wrong; but an infinity may be a finite result that rounds to it. */
  boolean isBoundable(Slot slot, int i, double golden) {
    return Double.isFinite(golden) || Double.isInfinite(golden) && exactly().get(slot).get(i).isFinite();
  }

  private Map<Slot, List<ExtendedReal>> exactly() {
    if (exact == null) {
      exact = Oracle.exactly(Text.PAPER, question, channel);
    }
    return exact;
  }

  private List<Candidate> found(Grade grade) {
    return switch (grade) {
      case TREE -> members(Stream.of(AlgorithmClass.TWO_PASS), settings.tree(question));
      case ANY_ORDER -> members(settings.anyOrderClasses().stream(), settings.anyOrder(question));
      case STORED -> settings.allows(AlgorithmClass.STORED)
          ? members(Stream.of(AlgorithmClass.STORED), settings.stored(question)) : List.of();
      case UNSTABLE -> settings.allows(AlgorithmClass.UNSTABLE) ? unstable() : List.of();
      default -> throw new IllegalArgumentException("no bound earns the grade " + grade.label());
    };
  }

  private List<Candidate> unstable() {
    return Stream.of(settings.anyOrder(question), settings.stored(question)).distinct()
        .flatMap(machine -> members(Stream.of(AlgorithmClass.UNSTABLE), machine).stream()).toList();
  }

  private List<Candidate> members(Stream<AlgorithmClass> classes, Machine machine) {
    List<Implementation> members = classes.flatMap(c -> c.members(question, channel).stream()).distinct().toList();
    return Candidate.all(question, channel, members, machine);
  }
}
