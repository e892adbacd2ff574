package org.bnoracle.accuracy;

import org.apache.commons.numbers.core.DD;

/** What runs may have computed where a result depends on which of two numbers is larger. */
final class Comparisons {
  private final BoundedArithmetic arithmetic;

  Comparisons(BoundedArithmetic arithmetic) {
    this.arithmetic = arithmetic;
  }

  Bounded max(Bounded a, Bounded b) {
    if (!a.isFinite() || !b.isFinite()) {
      return Bounded.UNBOUNDED;
    }
    Bounded larger = a.hi() >= b.hi() ? a : b;
    Bounded smaller = larger == a ? b : a;
    double distance = larger.value().subtract(smaller.value()).hi();
    double above = arithmetic.error(smaller).above() - distance;
    return above <= 0 ? larger : new Bounded(larger.value(), 0, 0, arithmetic.error(larger).or(new Range(0, above)));
  }

  /** Where a may have either sign, the errors of mean and r are no longer shared. */
  Bounded relu(Bounded a) {
    if (!a.isFinite()) {
      return Bounded.UNBOUNDED;
    }
    Range error = error(a);
    if (a.hi() - error.below() >= 0) {
      return a;
    }
    DD value = a.hi() > 0 ? a.value() : DD.ZERO;
    double most = Math.max(0, a.hi() + error.above());
    return most == 0 ? Bounded.exact(0) : new Bounded(value, 0, 0, new Range(value.hi(), most - value.hi()));
  }

  /**
   * g where a is positive, also as it is stored among the data, else 0. Where a may have either sign, both are within |g|
   * of either.
   */
  Bounded reluGradient(Bounded a, Bounded g) {
    if (!a.isFinite() || !g.isFinite()) {
      return Bounded.UNBOUNDED;
    }
    Range error = error(a);
    boolean isPositive = a.hi() > 0;
    boolean isCertain = isPositive
        ? a.hi() - error.below() > arithmetic.machine().zeroAsData()
        : a.hi() + error.above() <= 0;
    Bounded passed = isPositive ? g : Bounded.exact(0);
    return isCertain ? passed : BoundedArithmetic.widened(passed, arithmetic.magnitude(g));
  }

  private Range error(Bounded a) {
    return arithmetic.error(a).times(BoundedArithmetic.MARGIN);
  }
}
