package org.bnoracle.bench.compare;

/** An implementation of batch normalization that takes part. */
public interface Contender {
  /**
   * Makes everything ready, so that runs need no more memory than results.
   *
   * @param threads how many it may use
   * @throws UnsupportedOperationException with the reason, if it has no such operation
   */
  Run prepare(Workload work, int threads) throws Exception;

  /** A workload made ready. */
  interface Run extends AutoCloseable {
    /** Computes y, mean and a statistic of the spread; or dx, dgamma and dbeta. */
    void run() throws Exception;

    /** y or dx, as it lies in memory; null where there is nothing to be checked. */
    double[] result() throws Exception;

    /** Gives memory back that no garbage collector sees. */
    @Override
    default void close() throws Exception {}
  }
}
