package org.bnoracle.accuracy;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.bnoracle.equations.Label;

/** What is said of one element, best first. */
public enum Grade {
  CORRECTLY_ROUNDED("the exact result, rounded once: the golden value, bit for bit, or another value that is right"),
  FAITHFUL("the other neighbour of the exact result"),
  TREE("within what two passes can give with sums in balanced trees, blocks or lanes"),
  ANY_ORDER("within what a sound algorithm can give with sums in any order: two passes, shifted, or online"),
  STORED("within what these can give when they keep mean, scale and shift in the data's format"),
  UNSTABLE("within what a form can give that cancels where the mean is large beside the deviations"),
  WRONG("outside all of these, or outside the class of algorithms that the subject declares");

  private final String sentence;

  Grade(String sentence) {
    this.sentence = sentence;
  }

  /** The name in reports. */
  public String label() {
    return Label.of(this);
  }

  /** What it means. */
  public String sentence() {
    return sentence;
  }

  /**
   * The grade of that name.
   *
   * @throws IllegalArgumentException if there is none; the message lists the names
   */
  public static Grade named(String name) {
    return Arrays.stream(values()).filter(g -> g.label().equals(name)).findFirst().orElseThrow(
        () -> new IllegalArgumentException("unknown grade '" + name + "', choose from "
            + Arrays.stream(values()).map(Grade::label).collect(Collectors.joining(", "))));
  }

  /** The worse of two grades. */
  public static Grade worst(Grade a, Grade b) {
    return a.compareTo(b) >= 0 ? a : b;
  }
}
