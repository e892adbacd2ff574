package org.bnoracle.catalogue;

import java.util.List;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.operation.Case;

/**
 * Cases that follow each other: the running statistics that one gives are those that the next one takes.
 *
 * @param steps in their order
 */
public record Sequence(List<Case> steps) {
  public Sequence {
    steps = List.copyOf(steps);
  }

  /** The published sequences. */
  public static List<Sequence> published() {
    return BinaryFormat.ALL.stream().flatMap(format -> Families.SEQUENCES.sequences(format).stream()).toList();
  }

  /** The ids of the steps. */
  public List<String> ids() {
    return steps.stream().map(Case::id).toList();
  }
}
