package org.bnoracle.diagnosis;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Which hypotheses are worth a line. */
final class Explanations {
  private static final int MOST = 5;

  private Explanations() {}

  /**
   * The best one and those that are needed beside it; what explains the same as one of these comes with it.
   *
   * @param ranked the best first
   * @param bad how many outputs are to be explained
   */
  static List<List<Hypothesis>> listed(List<Hypothesis> ranked, int bad) {
    List<List<Hypothesis>> groups = new ArrayList<>();
    BitSet explained = new BitSet();
    for (Hypothesis hypothesis : ranked) {
      List<Hypothesis> last = groups.isEmpty() ? List.of() : groups.get(groups.size() - 1);
      if (!last.isEmpty() && last.get(0).explainsTheSameAs(hypothesis)) {
        last.add(hypothesis);
      } else if (groups.isEmpty() || isNeeded(hypothesis, explained, bad)) {
        groups.add(new ArrayList<>(List.of(hypothesis)));
        explained.or(hypothesis.explained());
      }
    }
    return groups.stream().limit(MOST).toList();
  }

  /**
   * Whether it accounts for at least half of what those before it leave open, and nothing speaks against it. What is explained
   * needs no second reason, and a reason for few of the outputs that are left is more likely chance than a cause.
   */
  private static boolean isNeeded(Hypothesis hypothesis, BitSet explained, int bad) {
    BitSet more = (BitSet) hypothesis.explained().clone();
    more.andNot(explained);
    return !more.isEmpty() && 2 * more.cardinality() >= bad - explained.cardinality() && hypothesis.contradicted() == 0;
  }
}
