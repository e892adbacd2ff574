package org.bnoracle.operation;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.bnoracle.equations.Label;

/** Something about a case that not every implementation can take. */
public enum Feature {
  ABSENT_GAMMA("its operation takes gamma and the case has none", c -> lacks(c, Slot.GAMMA)),
  ABSENT_BETA("its operation takes beta and the case has none", c -> lacks(c, Slot.BETA)),
  ABSENT_BIAS("its operation takes bias and the case has none", c -> lacks(c, Slot.BIAS)),
  STATE("a training-forward or synchronised-forward case carries running statistics",
      c -> updatesState(c) && !lacks(c, Slot.RUNNING_MEAN)),
  STATELESS("such a case carries none", c -> updatesState(c) && lacks(c, Slot.RUNNING_MEAN)),
  CUMULATIVE_AVERAGE(
      "running statistics are cumulative averages: batch_index instead of momentum",
      c -> c.attributes().batchIndex().isPresent()),
  UPSTREAM_STATISTICS(
      "gradients of the mean and variance outputs, dmean and dvariance, are given", c -> c.inputs().containsKey(Slot.DMEAN)),
  MIXED_FORMATS("gamma or beta, or the statistics, have another format than x", Feature::mixesFormats),
  EMPTY("x has no elements", c -> c.data().size() == 0),
  MASK("only some of the gradients are wanted", true, c -> c.attributes().has(Attribute.MASK)),
  STRIDES("the strides in memory are given", true, c -> c.attributes().has(Attribute.STRIDES)),
  IN_PLACE("the output takes the memory of the input", true, c -> c.attributes().has(Attribute.IN_PLACE)),
  REPEAT("the operation is called several times", true, c -> c.attributes().has(Attribute.REPEAT)),
  ACTIVATION("an activation follows the normalization", true, c -> c.attributes().activation() != Activation.NONE);

  private final String meaning;
  private final boolean special;
  private final Predicate<Case> test;

  Feature(String meaning, Predicate<Case> test) {
    this(meaning, false, test);
  }

  Feature(String meaning, boolean special, Predicate<Case> test) {
    this.meaning = meaning;
    this.special = special;
    this.test = test;
  }

  /** Those that every subject is taken to have unless it says otherwise; the others it must declare. */
  public static Set<Feature> usual() {
    Set<Feature> usual = EnumSet.allOf(Feature.class);
    usual.removeIf(feature -> feature.special);
    return usual;
  }

  /** The features of a case. */
  public static Set<Feature> of(Case question) {
    Set<Feature> features = EnumSet.noneOf(Feature.class);
    Arrays.stream(values()).filter(f -> f.test.test(question)).forEach(features::add);
    return features;
  }

  /** The feature of that name; empty if there is none. */
  public static Optional<Feature> named(String name) {
    return Arrays.stream(values()).filter(f -> f.label().equals(name)).findFirst();
  }

  /** The name in documents. */
  public String label() {
    return Label.of(this);
  }

  /** When a case has the feature. */
  public String meaning() {
    return meaning;
  }

  private static boolean lacks(Case question, Slot slot) {
    return question.operation().signature().inputsGiven(question.attributes().activation()).contains(slot)
        && !question.inputs().containsKey(slot);
  }

  private static boolean updatesState(Case question) {
    Signature signature = question.operation().signature();
    return signature.allInputs().contains(Slot.RUNNING_MEAN) && signature.allOutputs().contains(Slot.RUNNING_MEAN);
  }

  private static boolean mixesFormats(Case question) {
    boolean inputs = question.inputs().values().stream().anyMatch(t -> !t.format().equals(question.data().format()));
    return inputs || question.outputs().stream().anyMatch(slot -> !question.formatOf(slot).equals(question.data().format()));
  }
}
