package org.bnoracle.diagnosis;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bnoracle.accuracy.Grade;
import org.bnoracle.accuracy.Prediction;
import org.bnoracle.document.Hello;
import org.bnoracle.faults.Fault;
import org.bnoracle.faults.FaultyProgram;
import org.bnoracle.operation.Case;

/** The outputs of a subject held against what a program with certain faults must give. */
final class Trial {
  private static final Set<Fault> ONE_PASS = EnumSet.of(Fault.ONE_PASS, Fault.ONE_PASS_CLAMPED);
  private static final Set<Fault> REARRANGED = EnumSet.of(Fault.REARRANGED);

  private final Set<Fault> faults;
  private final Hello.Arithmetic arithmetic;
  private final FaultyProgram program;
  private final Trial right;
  private final Map<String, Prediction> predictions = new ConcurrentHashMap<>();

  private Trial(Set<Fault> faults, Hello.Arithmetic arithmetic, Trial right) {
    this.faults = faults;
    this.arithmetic = arithmetic;
    this.program = new FaultyProgram(faults);
    this.right = right;
  }

  /** The trial of the right program. */
  static Trial ofNoFault(Hello.Arithmetic arithmetic) {
    return new Trial(Set.of(), arithmetic, null);
  }

  /** The trial of a program with faults, against this right one. */
  Trial with(Set<Fault> some) {
    return new Trial(some, arithmetic, this);
  }

  private Prediction prediction(Case question) {
    return predictions.computeIfAbsent(
        question.id(), id -> Prediction.of(program, question, arithmetic.settings(question.data().format())));
  }

  /**
   * Whether an output is evidence for the faults: every element is what they make it, as far as that is known, and some
   * element can be told from what the right program gives. A form that cancels is known by its name.
   */
  boolean explains(GradedOutput output) {
    if (output.assessment().worst().grade() == Grade.UNSTABLE) {
      return explainsForm(output.assessment().worst().text());
    }
    Prediction mine = prediction(output.question());
    Prediction theirs = right.prediction(output.question());
    boolean isTold = false;
    for (int i = 0; i < output.results().size(); i++) {
      if (mine.isKnown(output.slot(), i)) {
        if (!mine.admits(output.slot(), i, output.results().get(i))) {
          return false;
        }
        isTold |= mine.excludes(theirs, output.slot(), i);
      }
    }
    return isTold;
  }

  private boolean explainsForm(String text) {
    boolean isOnePass = !text.contains("one-pass") || faults.stream().anyMatch(ONE_PASS::contains);
    boolean isRearranged = !text.contains("rearranged") || faults.stream().anyMatch(REARRANGED::contains);
    return isOnePass && isRearranged;
  }

  /** Whether the faults must have made a right output wrong. */
  boolean contradicts(GradedOutput output) {
    Prediction mine = prediction(output.question());
    Prediction theirs = right.prediction(output.question());
    for (int i = 0; i < output.results().size(); i++) {
      if (mine.excludes(theirs, output.slot(), i) && !mine.admits(output.slot(), i, output.results().get(i))) {
        return true;
      }
    }
    return false;
  }

  Hypothesis judged(List<GradedOutput> bad) {
    return new Hypothesis(this, faults, bad.stream().filter(this::explains).toList(), 0);
  }
}
