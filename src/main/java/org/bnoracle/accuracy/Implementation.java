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

  /** How it writes the equations, in words. */
  @Override
  public String toString() {
    return online ? "online statistics, then " + spelling : spelling.toString();
  }

  Equations<Bounded> over(BoundedArithmetic arithmetic) {
    return online ? new OnlineEquations(arithmetic, spelling) : spelling.over(arithmetic);
  }
}
