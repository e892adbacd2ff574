package org.bnoracle.diagnosis;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bnoracle.accuracy.Grade;
import org.bnoracle.accuracy.Prediction;
import org.bnoracle.accuracy.Settings;
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
  private final List<Trial> ofFewer;
  private final Map<Set<Fault>, Trial> singles = new ConcurrentHashMap<>();
  private final Map<String, Prediction> predictions = new ConcurrentHashMap<>();

  private Trial(Set<Fault> faults, Hello.Arithmetic arithmetic, Trial right, List<Trial> ofFewer) {
    this.faults = faults;
    this.arithmetic = arithmetic;
    this.program = new FaultyProgram(faults);
    this.right = right;
    this.ofFewer = ofFewer;
  }

  /** The trial of the right program. */
  static Trial ofNoFault(Hello.Arithmetic arithmetic) {
    return new Trial(Set.of(), arithmetic, null, List.of());
  }

  /** The trial of a program with faults, against this right one and against those with each of the faults alone. */
  Trial with(Set<Fault> some) {
    if (some.size() == 1) {
      return singles.computeIfAbsent(some, fault -> new Trial(fault, arithmetic, this, List.of()));
    }
    return new Trial(some, arithmetic, this, some.stream().map(fault -> with(Set.of(fault))).toList());
  }

  private Prediction prediction(Case question) {
    return predictions.computeIfAbsent(
        question.id(), id -> Prediction.of(program, question, arithmetic.settings(question.data().format())));
  }

  /**
   * Whether an output is evidence for the faults: every element is what they make it, as far as that is known, and some
   * element can be told from what the right program gives, and from what each of the faults alone gives unless that
   * explains the output too. A form that cancels is known by its name.
   */
  boolean explains(GradedOutput output) {
    if (output.assessment().worst().grade() == Grade.UNSTABLE && explainsForm(output.assessment().worst().text())) {
      return true;
    }
    return admits(output) && isToldFrom(right, output)
        && ofFewer.stream().allMatch(fewer -> isToldFrom(fewer, output) || fewer.explains(output));
  }

  private boolean admits(GradedOutput output) {
    Prediction mine = prediction(output.question());
    for (int i = 0; i < output.results().size(); i++) {
      if (mine.isKnown(output.slot(), i) && !mine.admits(output.slot(), i, output.results().get(i))) {
        return false;
      }
    }
    return true;
  }

  /** Whether some element is what these faults give, and cannot be what the other program gives. */
  private boolean isToldFrom(Trial other, GradedOutput output) {
    Prediction mine = prediction(output.question());
    Prediction theirs = other.prediction(output.question());
    boolean isWider = faults.size() == 1 && isOfArithmetic(output.question());
    for (int i = 0; i < output.results().size(); i++) {
      boolean isExcluded = mine.excludes(theirs, output.slot(), i);
      if (isExcluded || isWider && mine.isKnown(output.slot(), i) && !theirs.admits(output.slot(), i, output.results().get(i))) {
        return true;
      }
    }
    return false;
  }

  /** A coarser arithmetic gives all that the right one gives, and more: it is told by what the right one never gives. */
  private boolean isOfArithmetic(Case question) {
    Settings usual = arithmetic.settings(question.data().format());
    return !program.settings(usual, question.data().format()).equals(usual);
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
