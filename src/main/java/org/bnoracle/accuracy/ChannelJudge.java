package org.bnoracle.accuracy;

import java.util.List;
import java.util.function.IntPredicate;
import org.bnoracle.operation.Slot;
import org.bnoracle.oracle.Evaluation;
import org.bnoracle.oracle.Output;
import org.bnoracle.tensor.ChannelView;
import org.bnoracle.tensor.Tensor;

/**
 * Grades one output of one channel. Elements that are not faithful are judged together: their grade is the best whose
 * bounds hold all of the channel's elements, with one error of the mean and one of r for all of them.
 */
final class ChannelJudge {
  private static final List<Grade> BOUNDED = List.of(Grade.TREE, Grade.ANY_ORDER, Grade.STORED, Grade.UNSTABLE);

  private final Slot slot;
  private final ChannelView view;
  private final int channel;
  private final Output.Values golden;
  private final double[] residuals;
  private final Candidates candidates;
  private final double[] results;

  ChannelJudge(Slot slot, ChannelView view, int channel, Evaluation evaluation, Candidates candidates) {
    this.slot = slot;
    this.view = view;
    this.channel = channel;
    this.golden = (Output.Values) evaluation.outputs().get(slot);
    this.residuals = evaluation.residuals().get(slot);
    this.candidates = candidates;
    this.results = new double[slot.extent().count(view)];
  }

  /** What bounds say of the elements that are not faithful, and the text that makes them unstable. */
  private record Verdict(Grade grade, String text) {}

  Assessment assess(Tensor got) {
    Discrepancy[] found = new Discrepancy[results.length];
    boolean[] isOpen = new boolean[results.length];
    boolean anyOpen = false;
    for (int i = 0; i < results.length; i++) {
      results[i] = got.get(index(i));
      found[i] = nearness(i);
      isOpen[i] = found[i].grade() == Grade.WRONG && candidates.isBoundable(slot, i, right(i));
      anyOpen |= isOpen[i];
    }
    return anyOpen ? bounded(found, isOpen) : Assessment.ofAll(found, this::index);
  }

  private int index(int i) {
    return slot.extent().index(view, channel, i);
  }

  private double right(int i) {
    return golden.tensor().get(index(i));
  }

  private Discrepancy nearness(int i) {
    boolean isAccepted = golden.accept().containsKey(index(i))
        && golden.accepted(index(i)).stream().anyMatch(value -> Discrepancy.isSame(value, results[i]));
    return isAccepted
        ? Discrepancy.none()
        : Discrepancy.of(right(i), residuals[index(i)], results[i], golden.tensor().format());
  }

  /** An element that nothing bounds is set apart, unless the bounds of a sound class hold all elements and this one. */
  private Assessment bounded(Discrepancy[] found, boolean[] isOpen) {
    IntPredicate isFinite = i -> Double.isFinite(right(i));
    Verdict all = best(isFinite);
    boolean setsApart = all.grade.compareTo(Grade.UNSTABLE) >= 0;
    Verdict verdict = setsApart ? best(i -> isFinite.test(i) && Double.isFinite(candidates.allowed(slot, i))) : all;
    Assessment assessment = Assessment.NONE;
    for (int i = 0; i < found.length; i++) {
      if (!isOpen[i]) {
        assessment = assessment.and(new Assessment(found[i], index(i), 0));
      } else if (setsApart && Double.isInfinite(candidates.allowed(slot, i))) {
        assessment = assessment.and(Assessment.UNCONSTRAINED);
      } else {
        double ratio = ratio(found[i], i, assessment.worst().boundRatio());
        assessment = assessment.and(
            new Assessment(new Discrepancy(verdict.grade, found[i].ulps(), ratio, verdict.text), index(i), 0));
      }
    }
    return assessment;
  }

  /** The best grade whose bounds hold the elements that count. */
  private Verdict best(IntPredicate counts) {
    for (Grade grade : BOUNDED) {
      for (Candidate candidate : candidates.of(grade)) {
        if (candidate.holds(slot, results, counts)) {
          return new Verdict(grade, candidate.name());
        }
      }
    }
    return new Verdict(Grade.WRONG, "");
  }

  /** The part of what is allowed that the distance takes; 0 where that is seen to be no more than the largest so far. */
  private double ratio(Discrepancy found, int i, double largest) {
    double distance = found.ulps() * golden.tensor().format().ulp(right(i));
    if (distance <= largest * candidates.leastAllowed(slot, i)) {
      return 0;
    }
    double allowed = candidates.allowed(slot, i);
    return Double.isInfinite(allowed) ? 0 : distance / allowed;
  }
}
