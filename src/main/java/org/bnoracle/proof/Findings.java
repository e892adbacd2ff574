package org.bnoracle.proof;

import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;

/**
 * What the checker says of vectors.
 *
 * @param wrong the values that are not the exact result rounded once
 * @param counts how many values of each kind were checked
 */
public record Findings(List<WrongValue> wrong, SortedMap<Kind, Count> counts) {
  /** A published value that the specification contradicts: case, output, index in its data, and the value. */
  public record WrongValue(String id, String output, int index, double value) {}

  /** A kind of value: operation, output and format, by their names in documents. */
  public record Kind(String operation, String output, String format) implements Comparable<Kind> {
    @Override
    public int compareTo(Kind other) {
      return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
      return operation + " " + output + " " + format;
    }
  }

  /**
   * Numbers of values.
   *
   * @param finite the exact result, rounded once
   * @param overflown infinite, because the exact result is beyond the format's range
   * @param wrong others than the specification says
   * @param special NaN or infinite, where the specification gives no number
   * @param ruled finite where it gives none, after an activation of an infinity or NaN; of these as of the special ones
   *     the rules for special values, BN-30 to BN-38, say what is right
   */
  public record Count(long finite, long overflown, long wrong, long special, long ruled) {
    static final Count NONE = new Count(0, 0, 0, 0, 0);

    /** What follows the names on a line of the checker's. */
    static Count parse(String[] words, int from) {
      long[] n = Arrays.stream(words, from, words.length).mapToLong(Long::parseLong).toArray();
      return new Count(n[0], n[1], n[2], n[3], n[4]);
    }

    Count plus(Count other) {
      return new Count(finite + other.finite, overflown + other.overflown, wrong + other.wrong, special + other.special,
          ruled + other.ruled);
    }

    /** All of them. */
    public long values() {
      return finite + overflown + wrong + special + ruled;
    }

    /** The values that the specification decides and confirms. */
    public long proved() {
      return finite + overflown;
    }
  }

  /** All kinds together. */
  public Count total() {
    return counts.values().stream().reduce(Count.NONE, Count::plus);
  }
}
