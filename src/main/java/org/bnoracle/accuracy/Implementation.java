package org.bnoracle.accuracy;

import org.bnoracle.equations.Equations;
import org.bnoracle.equations.Spelling;

/**
 * A member of a class of algorithms: how it writes the equations, and whether it updates its statistics value by value.
 *
 * @param name of what makes it unstable; empty if nothing does
 */
record Implementation(Spelling spelling, boolean online, String name) {
  static Implementation of(Spelling spelling) {
    return new Implementation(spelling, false, "");
  }

  /** The same statistics, and what follows from them spelled as usual. */
  Implementation statistics() {
    return new Implementation(
        Spelling.PAPER.with(spelling.mean()).with(spelling.variance()).shiftedBy(spelling.shift()), online, "");
  }

  /** The same where the statistics are given: their spelling makes no difference. */
  Implementation withGivenStatistics() {
    return new Implementation(forms(), false, name);
  }

  /** Whether it spells what follows from the statistics as another does. */
  boolean hasFormsOf(Implementation other) {
    return forms().equals(other.forms());
  }

  private Spelling forms() {
    return spelling.with(Spelling.Mean.DIRECT).with(Spelling.Variance.DIRECT).shiftedBy(0);
  }

  /** How it writes the equations, in words. */
  @Override
  public String toString() {
    return online ? "online statistics, then " + spelling : spelling.toString();
  }

  Equations<Bounded> over(BoundedArithmetic arithmetic) {
    return online ? new OnlineEquations(arithmetic, spelling) : spelling.over(arithmetic);
  }
}
