package org.bnoracle.power;

import org.bnoracle.accuracy.Discrepancy;
import org.bnoracle.accuracy.Grade;
import org.bnoracle.operation.Case;

/** A case on which a program is unstable or wrong. */
public final class Catch implements Comparable<Catch> {
  private final Trap trap;
  private final Discrepancy worst;

  Catch(Trap trap, Discrepancy worst) {
    this.trap = trap;
    this.worst = worst;
  }

  public Case question() {
    return trap.question();
  }

  /** The family that the case is of. */
  public String family() {
    return trap.family();
  }

  /** The program's worst output there. */
  public Discrepancy worst() {
    return worst;
  }

  /** Whether it is worse than unstable. */
  public boolean isWrong() {
    return worst.grade() == Grade.WRONG;
  }

  /** The wrong before the unstable, then the smaller. */
  @Override
  public int compareTo(Catch other) {
    return isWrong() == other.isWrong() ? trap.compareTo(other.trap) : Boolean.compare(other.isWrong(), isWrong());
  }
}
