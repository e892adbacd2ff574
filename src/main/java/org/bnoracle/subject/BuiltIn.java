package org.bnoracle.subject;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bnoracle.accuracy.TextProgram;
import org.bnoracle.equations.Label;
import org.bnoracle.equations.Spelling;
import org.bnoracle.equations.Summation;
import org.bnoracle.equations.Text;
import org.bnoracle.number.BinaryFormat;

/** The subjects that come with the program. */
public enum BuiltIn {
  TWO_PASS("a good one: the paper's two-pass text in f32, sums taken pairwise", Text.PAPER, Summation.PAIRWISE),
  ONE_PASS("a bad one: the variance as E[x²] - mean² in f32, sums taken from first to last", Spelling.PAPER.with(Spelling.Variance.ONE_PASS), Summation.SEQUENTIAL);

  private final String description;
  private final Text text;
  private final Summation summation;

  BuiltIn(String description, Text text, Summation summation) {
    this.description = description;
    this.text = text;
    this.summation = summation;
  }

  /** The subject of that name; empty if there is none. */
  public static Optional<BuiltIn> named(String name) {
    return Arrays.stream(values()).filter(b -> b.label().equals(name)).findFirst();
  }

  /** The name on the command line. */
  public String label() {
    return Label.of(this);
  }

  public String description() {
    return description;
  }

  /** @param version of the product */
  public Subject subject(String version) {
    return new ComputedSubject(label(), version, List.of(BinaryFormat.F32), new TextProgram(text), summation);
  }
}
