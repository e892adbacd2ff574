package org.bnoracle.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the checker says of vectors.
 *
 * @param wrong the values that are not the exact result rounded once
 * @param small the bounds that are less than what is proved that a sound run may err
 * @param counts how many values of each kind were checked
 * @param bounds how many bounds of each kind were checked
 */
public record Findings(List<Published> wrong, List<Published> small, SortedMap<Kind, Count> counts, SortedMap<Kind, BoundCount> bounds) {
  /** Nothing yet. */
  Findings() {
    this(new ArrayList<>(), new ArrayList<>(), new TreeMap<>(), new TreeMap<>());
  }

  /** Something published that the specification contradicts: case, output, index in its data, and the value or bound. */
  public record Published(String id, String output, int index, double value) {
    /** What follows the first word on a line of the checker's. */
    static Published parse(String[] words) {
      return new Published(words[1], words[2], Integer.parseInt(words[3]), Double.parseDouble(words[4]));
    }
  }

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

  /**
   * Numbers of bounds.
   *
   * @param proved no less than the proved ones
   * @param small less than the proved ones
   * @param unproved finite, of outputs or elements that nothing is proved of
   * @param unbounded infinite, or of special values
   */
  public record BoundCount(long proved, long small, long unproved, long unbounded) {
    static final BoundCount NONE = new BoundCount(0, 0, 0, 0);

    /** What follows the names on a line of the checker's. */
    static BoundCount parse(String[] words, int from) {
      long[] n = Arrays.stream(words, from, words.length).mapToLong(Long::parseLong).toArray();
      return new BoundCount(n[0], n[1], n[2], n[3]);
    }

    BoundCount plus(BoundCount other) {
      return new BoundCount(proved + other.proved, small + other.small, unproved + other.unproved, unbounded + other.unbounded);
    }
  }

  /** All kinds together. */
  public Count total() {
    return counts.values().stream().reduce(Count.NONE, Count::plus);
  }

  /** The bounds of all kinds together. */
  public BoundCount totalBounds() {
    return bounds.values().stream().reduce(BoundCount.NONE, BoundCount::plus);
  }
}
