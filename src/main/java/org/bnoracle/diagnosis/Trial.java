package org.bnoracle.diagnosis;

import java.util.Collections;
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
import org.bnoracle.tensor.Tensor;

/** The outputs of a subject held against what a program with certain faults must give. */
final class Trial {
  private static final Set<Fault> ONE_PASS = EnumSet.of(Fault.ONE_PASS, Fault.ONE_PASS_CLAMPED);
  private static final Set<Fault> REARRANGED = EnumSet.of(Fault.REARRANGED);
  /** What is right though a run errs by so many widths of its bound is right by chance only. */
  private static final double CHANCE = 1024;
  private static final double NEAR = 0.25;

  private final Set<Fault> faults;
  private final Hello.Arithmetic arithmetic;
  private final FaultyProgram program;
  private final Trial right;
  private final List<Trial> ofFewer;
  private final Simulation simulation;
  private final Map<Set<Fault>, Trial> singles = new ConcurrentHashMap<>();
  private final Map<String, Prediction> predictions = new ConcurrentHashMap<>();

  private Trial(Set<Fault> faults, Hello.Arithmetic arithmetic, Trial right, List<Trial> ofFewer) {
    this.faults = faults;
    this.arithmetic = arithmetic;
    this.program = new FaultyProgram(faults);
    this.simulation = new Simulation(program);
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

  Set<Fault> faults() {
    return faults;
  }

  private Prediction prediction(Case question) {
    return predictions.computeIfAbsent(
        question.id(), id -> Prediction.of(program, question, arithmetic.settings(question.data().format())));
  }

  /**
   * Whether an output is evidence for the faults: every element is what they make it, as far as that is known, and some
   * element can be told from what the right program gives, and from what each of the faults alone gives; or one of them
   * alone explains it. A form that cancels is known by its name, or by the NaN of a negative variance.
   */
  boolean explains(GradedOutput output) {
    if (output.assessment().worst().grade() == Grade.UNSTABLE && explainsForm(output.assessment().worst().text())) {
      return true;
    }
    return ofFewer.stream().anyMatch(fewer -> fewer.explains(output) && admits(output))
        || isToldFrom(right, output) && admits(output) && ofFewer.stream().allMatch(fewer -> isToldFrom(fewer, output));
  }

  private boolean explainsForm(String text) {
    boolean isOnePass = !text.contains("one-pass") || hasOneOf(ONE_PASS);
    boolean isRearranged = !text.contains("rearranged") || hasOneOf(REARRANGED);
    return isOnePass && isRearranged;
  }

  private boolean hasOneOf(Set<Fault> some) {
    return !Collections.disjoint(faults, some);
  }

  private boolean admits(GradedOutput output) {
    Prediction mine = prediction(output.question());
    for (int i = 0; i < output.results().size(); i++) {
      if (!admits(mine, output, i)) {
        return false;
      }
    }
    return true;
  }

  /** Where nothing is known everything is admitted; but what is clamped is no NaN. */
  private boolean admits(Prediction mine, GradedOutput output, int i) {
    double result = output.results().get(i);
    return mine.isKnown(output.slot(), i)
        ? mine.admits(output.slot(), i, result) : !(Double.isNaN(result) && faults.contains(Fault.ONE_PASS_CLAMPED));
  }

  /** Whether some element is what these faults give, and cannot be what the other program gives. */
  private boolean isToldFrom(Trial other, GradedOutput output) {
    boolean isWider = isWider(output.question());
    boolean mayCancel = faults.contains(Fault.ONE_PASS);
    if (!isWider && !mayCancel && !runsOutOf(other, output)) {
      return false;
    }
    Prediction mine = prediction(output.question());
    Prediction theirs = other.prediction(output.question());
    for (int i = 0; i < output.results().size(); i++) {
      double result = output.results().get(i);
      boolean isBeyond = theirs.isKnown(output.slot(), i) && !theirs.admits(output.slot(), i, result);
      boolean isKnown = mine.isKnown(output.slot(), i);
      boolean isByName = isKnown ? isWider : mayCancel && Double.isNaN(result);
      if (mine.excludes(theirs, output.slot(), i) || isByName && isBeyond) {
        return true;
      }
    }
    return false;
  }

  /** Whether a run with these faults gives what the other program does not; else their bounds have that run in common. */
  private boolean runsOutOf(Trial other, GradedOutput output) {
    Tensor run = simulation.result(output.question(), output.slot());
    Tensor otherRun = other.simulation.result(output.question(), output.slot());
    if (run.equals(otherRun)) {
      return false;
    }
    Prediction theirs = other.prediction(output.question());
    for (int i = 0; i < run.size(); i++) {
      if (!theirs.admits(output.slot(), i, run.get(i))) {
        return true;
      }
    }
    return false;
  }

  /** A coarser arithmetic gives all that the right one gives, and more: it is told by what the right one never gives. */
  private boolean isWider(Case question) {
    Settings usual = arithmetic.settings(question.data().format());
    return !program.settings(usual, question.data().format()).equals(usual);
  }

  /** Whether the arithmetic is coarser for any of these outputs. */
  boolean isWider(List<GradedOutput> outputs) {
    return outputs.stream().anyMatch(output -> isWider(output.question()));
  }

  /** Whether the faults must have made a right output wrong, or would have left it right by chance only. */
  boolean contradicts(GradedOutput output) {
    if (!runsOutOf(right, output)) {
      return false;
    }
    Prediction mine = prediction(output.question());
    Prediction theirs = right.prediction(output.question());
    Tensor run = simulation.result(output.question(), output.slot());
    boolean isWider = isWider(output.question());
    for (int i = 0; i < output.results().size(); i++) {
      boolean mustBeWrong = mine.excludes(theirs, output.slot(), i) && !mine.admits(output.slot(), i, output.results().get(i));
      boolean isChance = isWider && theirs.admits(output.slot(), i, output.results().get(i))
          && theirs.excess(output.slot(), i, run.get(i), run.format().ulp(run.get(i))) > CHANCE;
      if (mustBeWrong || isChance) {
        return true;
      }
    }
    return false;
  }

  /** Whether a run with these faults is much nearer to an output than one of the right program. */
  boolean isNear(GradedOutput output) {
    return simulation.distance(output) < NEAR * right.simulation.distance(output);
  }
}
