package org.bnoracle.subject;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.bnoracle.accuracy.TextProgram;
import org.bnoracle.equations.Label;
import org.bnoracle.equations.Spelling;
import org.bnoracle.equations.Summation;
import org.bnoracle.equations.Text;
import org.bnoracle.number.BinaryFormat;

/** The subjects that come with the program. */
public enum BuiltIn {
  TWO_PASS("a good one: the paper's two-pass text in f32, sums taken pairwise") {
    @Override
    public Subject subject(String version) {
      return computed(version, Text.PAPER, Summation.PAIRWISE);
    }
  },
  ONE_PASS("a bad one: the variance as E[x²] - mean² in f32, sums taken from first to last") {
    @Override
    public Subject subject(String version) {
      return computed(version, Spelling.PAPER.with(Spelling.Variance.ONE_PASS), Summation.SEQUENTIAL);
    }
  },
  BATCHNORM("the fast version, correctly rounded: the Java API in f64 and f32") {
    @Override
    public Subject subject(String version) {
      return new BatchNormSubject(label(), version, UnaryOperator.identity());
    }
  };

  /** What {@code conform} shows where nothing is named. */
  public static final List<BuiltIn> SHOWN = List.of(TWO_PASS, ONE_PASS);

  private final String description;

  BuiltIn(String description) {
    this.description = description;
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
  public abstract Subject subject(String version);

  Subject computed(String version, Text text, Summation summation) {
    return new ComputedSubject(label(), version, List.of(BinaryFormat.F32), new TextProgram(text), summation);
  }
}
