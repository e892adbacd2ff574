package org.bnoracle.diagnosis;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Few small outputs that stand for many. */
final class Probes {
  private static final int MOST = 64;
  private static final int FEW = 8;

  private Probes() {}

  /** The smallest of each operation, slot and family. */
  static List<GradedOutput> of(List<GradedOutput> bad) {
    Set<List<Object>> kinds = new HashSet<>();
    return smallestFirst(bad.stream()).filter(o -> kinds.add(List.of(o.question().operation(), o.slot(), o.family())))
        .limit(MOST).toList();
  }

  /** Of those that are wrong, the smallest of each operation and slot. */
  static List<GradedOutput> fewOf(List<GradedOutput> bad) {
    Set<List<Object>> kinds = new HashSet<>();
    return smallestFirst(bad.stream().filter(GradedOutput::isWrong))
        .filter(o -> kinds.add(List.of(o.question().operation(), o.slot()))).limit(FEW).toList();
  }

  private static Stream<GradedOutput> smallestFirst(Stream<GradedOutput> outputs) {
    return outputs.sorted(Comparator.comparingInt(output -> output.question().data().size()));
  }
}
