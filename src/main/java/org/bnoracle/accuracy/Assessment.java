package org.bnoracle.accuracy;

import java.util.function.IntUnaryOperator;

/**
 * What is said of an output.
 *
 * @param worst over its elements: the worst grade, the largest distance, the largest part of the bound
 * @param worstIndex the element with the worst grade, and among those the one with the largest distance
 * @param unconstrained how many elements no bound can judge
 */
public record Assessment(Discrepancy worst, int worstIndex, long unconstrained) {
  /** Of an output without elements. */
  public static final Assessment NONE = new Assessment(Discrepancy.none(), 0, 0);

  /** Of one element that no bound can judge. */
  static final Assessment UNCONSTRAINED = new Assessment(Discrepancy.none(), 0, 1);

  /** Of elements that need no bounds. */
  static Assessment ofAll(Discrepancy[] found, IntUnaryOperator index) {
    Assessment all = NONE;
    for (int i = 0; i < found.length; i++) {
      all = all.and(new Assessment(found[i], index.applyAsInt(i), 0));
    }
    return all;
  }

  Assessment and(Assessment other) {
    boolean isWorse = other.worst.grade().compareTo(worst.grade()) > 0
        || other.worst.grade() == worst.grade() && other.worst.ulps() > worst.ulps();
    return new Assessment(worst.and(other.worst), isWorse ? other.worstIndex : worstIndex, unconstrained + other.unconstrained);
  }
}
