package org.bnoracle.accuracy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bnoracle.equations.Label;
import org.bnoracle.equations.Spelling;
import org.bnoracle.operation.Case;
import org.bnoracle.operation.Slot;

/** A family of ways to compute batch normalization. A result belongs to a class if a member may have given it. */
public enum AlgorithmClass {
  /** The variance from deviations of the mean. */
  TWO_PASS("the variance from deviations of the mean"),
  /** Mean and variance from deviations of a first guess: the channel's first value, or its running mean. */
  SHIFTED("mean and variance from deviations of the channel's first value or its running mean"),
  /** Mean and variance updated value by value, or merged. */
  ONLINE("mean and variance updated value by value or merged: Welford, Chan"),
  /** Any of these with what is kept in between rounded to the data's format. */
  STORED("what is kept between the steps is rounded to the data's format"),
  /** Forms that cancel. */
  UNSTABLE("forms that cancel where the mean is large beside the deviations");

  /** The classes that keep what they compute in the format of the computation, and cancel nowhere. */
  static final List<AlgorithmClass> IN_ORDER = List.of(TWO_PASS, SHIFTED, ONLINE);

  private final String meaning;

  AlgorithmClass(String meaning) {
    this.meaning = meaning;
  }

  /** The class of that name; empty if there is none. */
  public static Optional<AlgorithmClass> named(String name) {
    return Arrays.stream(values()).filter(c -> c.label().equals(name)).findFirst();
  }

  /** All names. */
  public static List<String> names() {
    return Arrays.stream(values()).map(AlgorithmClass::label).toList();
  }

  /** The name in documents. */
  public String label() {
    return Label.of(this);
  }

  public String meaning() {
    return meaning;
  }

  /** The members that can differ in a channel of a case. */
  List<Implementation> members(Case question, int channel) {
    return all(question, channel).map(member -> question.trains() ? member : member.withGivenStatistics()).distinct().toList();
  }

  private Stream<Implementation> all(Case question, int channel) {
    return switch (this) {
      case TWO_PASS -> spelled(question, direct()).map(Implementation::of);
      case SHIFTED -> spelled(question, shifted(question, channel)).map(Implementation::of);
      case ONLINE -> spelled(question, Stream.of(Spelling.PAPER)).map(s -> new Implementation(s, true, ""));
      case STORED -> IN_ORDER.stream().flatMap(c -> c.all(question, channel));
      case UNSTABLE -> Unstable.members(question);
    };
  }

  private static Stream<Spelling> direct() {
    return Stream.of(Spelling.PAPER, Spelling.PAPER.with(Spelling.Variance.CORRECTED));
  }

  private static Stream<Spelling> shifted(Case question, int channel) {
    List<Double> guesses = new ArrayList<>();
    if (question.view().count() > 0) {
      guesses.add(question.data().get(question.view().index(channel, 0)));
    }
    if (question.inputs().containsKey(Slot.RUNNING_MEAN)) {
      guesses.add(question.inputs().get(Slot.RUNNING_MEAN).get(channel));
    }
    Spelling shifted = Spelling.PAPER.with(Spelling.Variance.SHIFTED);
    return guesses.stream()
        .flatMap(guess -> Stream.of(shifted, shifted.with(Spelling.Mean.SHIFTED)).map(s -> s.shiftedBy(guess)));
  }

  /** Every form of what follows from the statistics, each at least once. */
  static Stream<Spelling> spelled(Case question, Stream<Spelling> statistics) {
    int forms = question.outputs().contains(Slot.DX) ? 5 : 3;
    return statistics.flatMap(s -> IntStream.range(0, forms).mapToObj(k -> form(s, k)));
  }

  private static Spelling form(Spelling statistics, int k) {
    return statistics.with(Spelling.Output.values()[k % 3]).with(Spelling.Update.values()[k % 2])
        .with(Spelling.InputGradient.values()[k % 5]).with(Spelling.ScaleGradient.values()[k % 2]);
  }
}
