package org.bnoracle.blocked;

/** The visits that work on the same region at a time, each on a thread of its own. */
record Team(Visit... visits) {
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
}
