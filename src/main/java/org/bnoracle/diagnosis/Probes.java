package org.bnoracle.diagnosis;

import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Few small outputs that stand for many. */
final class Probes {
  private Probes() {}

  /** Of the bad outputs that are not explained, the smallest of each operation and slot. */
  static List<GradedOutput> of(List<GradedOutput> bad, List<GradedOutput> explained, int most) {
    Set<GradedOutput> known = Collections.newSetFromMap(new IdentityHashMap<>());
    known.addAll(explained);
    Set<List<Object>> kinds = new HashSet<>();
    return bad.stream().filter(output -> output.isWrong() && !known.contains(output))
        .sorted(Comparator.comparingInt(output -> output.question().data().size()))
        .filter(output -> kinds.add(List.of(output.question().operation(), output.slot()))).limit(most).toList();
  }
}
