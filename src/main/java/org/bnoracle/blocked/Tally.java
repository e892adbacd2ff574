package org.bnoracle.blocked;

import java.util.concurrent.atomic.LongAdder;

/** Counts the results that only exact evaluation could decide. */
public final class Tally {
  private final LongAdder exact = new LongAdder();

  void countExact() {
    exact.increment();
  }

  /** The number of elements and of results of channels that were evaluated exactly. */
  public long exact() {
    return exact.sum();
  }
}
