package org.bnoracle.power;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bnoracle.accuracy.Computation;
import org.bnoracle.accuracy.Discrepancy;
import org.bnoracle.accuracy.Grade;
import org.bnoracle.accuracy.Judge;
import org.bnoracle.accuracy.Settings;
import org.bnoracle.accuracy.TextProgram;
import org.bnoracle.document.Answer;
import org.bnoracle.equations.Summation;
import org.bnoracle.equations.Text;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.operation.Case;
import org.bnoracle.operation.Slot;
import org.bnoracle.oracle.Evaluation;
import org.bnoracle.oracle.Oracle;
import org.bnoracle.oracle.Output;
import org.bnoracle.subject.ComputedSubject;
import org.bnoracle.tensor.Tensor;

/** A case that faulty programs may give themselves away on. What it needs is computed when first asked for. */
final class Trap implements Comparable<Trap> {
  private final Case question;
  private final String family;
  private final int place;
  private Map<Slot, Tensor> sound;
  private Evaluation evaluation;
  private Judge judge;

  /** @param place in the suite */
  Trap(Case question, String family, int place) {
    this.question = question;
    this.family = family;
    this.place = place;
  }

  Case question() {
    return question;
  }

  String family() {
    return family;
  }

  /** The smaller first, by the number of values of x, then the earlier of the suite. */
  @Override
  public int compareTo(Trap other) {
    int bySize = Integer.compare(question.data().size(), other.question.data().size());
    return bySize == 0 ? Integer.compare(place, other.place) : bySize;
  }

  /**
   * What a program gives, held against what the paper's text gives in the same arithmetic.
   *
   * @param changes whether any bit is another
   * @param caught that its worst output is unstable or wrong
   */
  record Bite(boolean changes, Optional<Catch> caught) {
    private static final Bite NONE = new Bite(false, Optional.empty());
  }

  Bite bite(Computation program) {
    Map<Slot, Tensor> results = run(program);
    List<Slot> changed = results.keySet().stream().filter(slot -> !sound().get(slot).equals(results.get(slot))).toList();
    return changed.isEmpty() ? Bite.NONE : new Bite(true, worst(results, changed).map(worst -> new Catch(this, worst)));
  }

  private Map<Slot, Tensor> run(Computation program) {
    ComputedSubject subject = new ComputedSubject("", "", BinaryFormat.ALL, program, Summation.SEQUENTIAL);
    return ((Answer.Results) subject.answer(question, question.outputs())).outputs();
  }

  private synchronized Map<Slot, Tensor> sound() {
    if (sound == null) {
      sound = run(new TextProgram(Text.PAPER));
    }
    return sound;
  }

  /** The oracle's answer. */
  synchronized Evaluation evaluation() {
    if (evaluation == null) {
      evaluation = Oracle.evaluate(question);
    }
    return evaluation;
  }

  private synchronized Optional<Discrepancy> worst(Map<Slot, Tensor> results, List<Slot> changed) {
    if (judge == null) {
      judge = new Judge(question, evaluation(), Settings.usual(question));
    }
    return changed.stream().filter(slot -> evaluation.outputs().get(slot) instanceof Output.Values)
        .map(slot -> judge.assess(slot, results.get(slot)).worst()).reduce(Discrepancy::and)
        .filter(worst -> worst.grade().compareTo(Grade.UNSTABLE) >= 0);
  }
}
