package org.bnoracle.power;

import org.bnoracle.accuracy.Discrepancy;
import org.bnoracle.operation.Case;

/** A case on which a program is unstable or wrong. */
public final class Catch {
  private final Trap trap;
  private final Discrepancy worst;

  Catch(Trap trap, Discrepancy worst) {
    this.trap = trap;
    this.worst = worst;
  }

  public Case question() {
    return trap.question();
  }

  /** The program's worst output there. */
  public Discrepancy worst() {
    return worst;
  }

  Trap trap() {
    return trap;
  }
}
