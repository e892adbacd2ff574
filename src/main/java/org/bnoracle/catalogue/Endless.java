package org.bnoracle.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.operation.Case;
import org.bnoracle.operation.Operation;

/**
 * Cases without end: the operations, families and formats of a selection in turn, each case with a seed of its own, one more
 * than that of the case before. An id says all of its case, so that a stream of answers is enough to grade them.
 */
public final class Endless {
  /** Recipes follow each other by their numbers; no family has more. */
  private static final int NUMBERS = 96;
  private static final Pattern ID = Pattern.compile("([^/]+)/([^/]+)/([^/]+)/(own-.+)-(\\d{4,})");
  private static final Own DEFAULT =
      new Own(Optional.empty(), OptionalInt.empty(), OptionalDouble.empty(), OptionalDouble.empty(), 0, 1);

  private final List<Source> sources;
  private final Own own;
  private final Predicate<Case> isTaken;
  private long position;
  private long seed;

  private record Source(Operation operation, Family family, BinaryFormat format) {
    Optional<Case> question(Own own, int number) {
      return family.numbered(operation, format, own, number);
    }
  }

  /** A case of a stream, and its seed, by which one sees that none is missing. */
  public record Member(Case question, String family, long seed) {}

  /**
   * @param isTaken the others are left out
   * @throws IllegalArgumentException if the selection has no cases of one's own
   */
  public Endless(Selection selection, Predicate<Case> isTaken) {
    this.own = selection.own().orElse(DEFAULT);
    this.isTaken = isTaken;
    this.seed = own.seed();
    Selection ofOwn = new Selection(
        selection.operations(), selection.formats(), selection.families(), Optional.of(own), Optional.empty());
    this.sources = ofOwn.each(Source::new).stream().filter(source -> source.question(own, 1).isPresent()).toList();
    if (sources.isEmpty()) {
      throw new IllegalArgumentException("there is no case of this selection");
    }
  }

  /**
   * The next case.
   *
   * @throws IllegalArgumentException if no case is taken
   */
  public Case next() {
    for (long last = position + (long) sources.size() * NUMBERS; position < last;) {
      Source source = sources.get((int) (position % sources.size()));
      int number = (int) (position / sources.size() % NUMBERS) + 1;
      position++;
      Optional<Case> question = source.question(own.seed(seed), number).filter(isTaken);
      if (question.isPresent()) {
        seed++;
        return question.get();
      }
    }
    throw new IllegalArgumentException("no case of this selection is taken");
  }

  /** Whether this is how ids of cases of one's own look. */
  public static boolean isId(String id) {
    return ID.matcher(id).matches();
  }

  /**
   * The case of that id.
   *
   * @throws IllegalArgumentException if it is not one of a stream
   */
  public static Member named(String id) {
    Matcher parts = ID.matcher(id);
    if (!parts.matches()) {
      throw new IllegalArgumentException("'" + id + "' is not the id of a case of a stream");
    }
    Own own = Own.parse(parts.group(4));
    Source source = new Source(Operation.named(parts.group(1)), Families.named(parts.group(2)), BinaryFormat.named(parts.group(3)));
    Case question = source.question(own, Integer.parseInt(parts.group(5))).filter(c -> c.id().equals(id))
        .orElseThrow(() -> new IllegalArgumentException("there is no case '" + id + "'"));
    return new Member(question, source.family().name(), own.seed());
  }
}
