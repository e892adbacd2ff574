package org.bnoracle.accuracy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import org.bnoracle.operation.Case;
import org.bnoracle.operation.Slot;
import org.bnoracle.oracle.Evaluation;
import org.bnoracle.oracle.Output;
import org.bnoracle.tensor.Tensor;

/**
 * Grades results of one case. Elements that are not faithful are judged channel by channel: the grade is the best whose
 * bounds hold all of the channel's elements, with one error of the mean and one of r for all of them.
 */
public final class Judge {
  private static final List<Grade> BOUNDED = List.of(Grade.TREE, Grade.ANY_ORDER, Grade.STORED, Grade.UNSTABLE);

  private final Case question;
  private final Evaluation evaluation;
  private final Settings settings;
  private final Map<Integer, Candidates> candidates = new HashMap<>();

  public Judge(Case question, Evaluation evaluation, Settings settings) {
    this.question = question;
    this.evaluation = evaluation;
    this.settings = settings;
  }

  /** Grades an output that has golden values. */
  public Assessment assess(Slot slot, Tensor got) {
    Output.Values golden = (Output.Values) evaluation.outputs().get(slot);
    Assessment all = Assessment.NONE;
    for (int channel = 0; channel < question.view().channels(); channel++) {
      int c = channel;
      all = all.and(new OfChannel(slot, c, golden, got).assess(i -> slot.extent().index(question.view(), c, i)));
    }
    return all;
  }

  /** Grades one value among golden ones. */
  public Discrepancy assess(Slot slot, int index, double got) {
    Tensor golden = ((Output.Values) evaluation.outputs().get(slot)).tensor();
    return assess(slot, golden.with(index, got)).worst();
  }

  /** What the bound of a value consists of. */
  public BoundTerms terms(Slot slot, int channel, int i) {
    return candidates(channel).terms(slot, i);
  }

  private Candidates candidates(int channel) {
    return candidates.computeIfAbsent(channel, c -> new Candidates(question, c, settings));
  }

  /** The grading of one channel of an output. */
  private final class OfChannel {
    private final Slot slot;
    private final Candidates candidates;
    private final Output.Values golden;
    private final double[] results;
    private final Discrepancy[] found;
    /** Which results are not faithful, and not special: bounds decide. */
    private final boolean[] open;

    OfChannel(Slot slot, int channel, Output.Values golden, Tensor got) {
      this.slot = slot;
      this.candidates = candidates(channel);
      this.golden = golden;
      this.results = new double[slot.extent().count(question.view())];
      this.found = new Discrepancy[results.length];
      this.open = new boolean[results.length];
      for (int i = 0; i < results.length; i++) {
        int index = slot.extent().index(question.view(), channel, i);
        results[i] = got.get(index);
        found[i] = nearness(index, results[i]);
        open[i] = found[i].grade() == Grade.WRONG && candidates.isBoundable(slot, i, golden.tensor().get(index));
      }
    }

    private Discrepancy nearness(int index, double got) {
      boolean isAccepted = golden.accept().containsKey(index)
          && golden.accepted(index).stream().anyMatch(value -> Discrepancy.isSame(value, got));
      return isAccepted
          ? Discrepancy.none()
          : Discrepancy.of(golden.tensor().get(index), evaluation.residuals().get(slot)[index], got, golden.tensor().format());
    }

    Assessment assess(IntUnaryOperator index) {
      Verdict verdict = anyOpen() ? verdict(i -> Double.isFinite(golden.tensor().get(index.applyAsInt(i)))) : null;
      Assessment all = Assessment.NONE;
      for (int i = 0; i < results.length; i++) {
        all = all.and(open[i] ? verdict.on(found[i], golden.tensor(), index.applyAsInt(i), i) : new Assessment(found[i], index.applyAsInt(i), 0));
      }
      return all;
    }

    private boolean anyOpen() {
      for (boolean is : open) {
        if (is) {
          return true;
        }
      }
      return false;
    }

    /** An element that nothing bounds is set apart, unless the bounds of a class hold all elements and this one. */
    private Verdict verdict(IntPredicate isFinite) {
      double[] allowed = candidates.allowed(slot, results.length);
      Verdict all = best(isFinite, allowed);
      return all.grade == Grade.WRONG
          ? best(i -> isFinite.test(i) && Double.isFinite(allowed[i]), allowed).settingApart()
          : all;
    }

    /** The best grade whose bounds hold the elements that count. */
    private Verdict best(IntPredicate counts, double[] allowed) {
      for (Grade grade : BOUNDED) {
        for (Candidate candidate : candidates.of(grade)) {
          if (candidate.holds(slot, results, counts)) {
            return new Verdict(grade, candidate.name(), allowed, false);
          }
        }
      }
      return new Verdict(Grade.WRONG, "", allowed, false);
    }
  }

  /**
   * What bounds say of a channel.
   *
   * @param allowed to sums in any order, element by element
   * @param apart whether elements without a bound are set apart
   */
  private record Verdict(Grade grade, String text, double[] allowed, boolean apart) {
    Verdict settingApart() {
      return new Verdict(grade, text, allowed, true);
    }

    Assessment on(Discrepancy found, Tensor golden, int index, int i) {
      if (apart && Double.isInfinite(allowed[i])) {
        return Assessment.UNCONSTRAINED;
      }
      double distance = found.ulps() * golden.format().ulp(golden.get(index));
      double ratio = Double.isInfinite(allowed[i]) ? 0 : distance / allowed[i];
      return new Assessment(new Discrepancy(grade, found.ulps(), ratio, text), index, 0);
    }
  }
}
