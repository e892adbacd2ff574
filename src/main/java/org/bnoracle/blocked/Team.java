package org.bnoracle.blocked;

import java.util.function.IntConsumer;

/** The visits that work on the same region at a time, each on a thread of its own. */
record Team(Visit... visits) {
  /** So many channels, or lanes, are worth another thread. */
  private static final int SHARE = 64;

  /** What a visit does with a block. */
  interface BlockWork {
    void run(Visit visit, int block);
  }

  /** Does that with every block. */
  void each(int blocks, BlockWork work) {
    if (visits.length == 1) {
      for (int block = 0; block < blocks; block++) {
        work.run(visits[0], block);
      }
      return;
    }
    Workers.run(visits.length, blocks, (worker, block) -> work.run(visits[worker], block));
  }

  /** Does that with each number from 0 to {@code count} - 1, on several threads where there are many. */
  void eachNumber(int count, IntConsumer work) {
    each((count + SHARE - 1) / SHARE, (visit, share) -> {
      for (int number = share * SHARE; number < Math.min(count, (share + 1) * SHARE); number++) {
        work.accept(number);
      }
    });
  }
}
