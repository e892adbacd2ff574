package org.bnoracle.accuracy;

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

  Candidates(Case question, int channel, Settings settings) {
    this.question = question;
    this.channel = channel;
    this.settings = settings;
  }

  /** Those that earn a grade from tree to unstable; computed when first asked for. */
  List<Candidate> of(Grade grade) {
    return byGrade.computeIfAbsent(grade, g -> found(g).toList());
  }

  /** How far a value may lie from the exact result, for sums in any order. */
  double allowed(Slot slot, int i) {
    double allowed = 0;
    for (Candidate candidate : of(Grade.ANY_ORDER)) {
      allowed = Math.max(allowed, candidate.region(slot).error(i).size());
    }
    return allowed;
  }

  /** The same for one of the implementations, which is quicker; never more. */
  double leastAllowed(Slot slot, int i) {
    return of(Grade.ANY_ORDER).get(0).region(slot).error(i).size();
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

  private Stream<Candidate> found(Grade grade) {
    return switch (grade) {
      case TREE -> members(AlgorithmClass.TWO_PASS, settings.tree(question));
      case ANY_ORDER -> settings.anyOrderClasses().stream().flatMap(c -> members(c, settings.anyOrder(question)));
      case STORED -> settings.allows(AlgorithmClass.STORED)
          ? members(AlgorithmClass.STORED, settings.stored(question)) : Stream.empty();
      case UNSTABLE -> settings.allows(AlgorithmClass.UNSTABLE) ? unstable() : Stream.empty();
      default -> throw new IllegalArgumentException("no bound earns the grade " + grade.label());
    };
  }

  private Stream<Candidate> unstable() {
    Machine stored = settings.stored(question);
    return Stream.concat(members(AlgorithmClass.UNSTABLE, settings.anyOrder(question)),
        stored.stores() ? members(AlgorithmClass.UNSTABLE, stored) : Stream.empty());
  }

  private Stream<Candidate> members(AlgorithmClass algorithms, Machine machine) {
    return algorithms.members(question, channel).stream().map(member -> new Candidate(question, channel, member, machine));
  }
}
