package org.bnoracle.batchnorm;

import java.util.Arrays;

/**
 * The running statistics of a layer, which training updates and inference uses. Not for training by several threads at a time.
 */
public final class RunningStatistics {
  private final double[] mean;
  private final double[] variance;
  private long batches;

  /** Mean 0 and variance 1, after no batch. */
  public RunningStatistics(int channels) {
    this(new double[channels], ones(channels), 0);
  }

  /**
   * Takes the arrays over, one value a channel.
   *
   * @param batches how many batches they have seen; matters for cumulative averages
   * @throws IllegalArgumentException if the arrays differ in length, or batches is negative
   */
  public RunningStatistics(double[] mean, double[] variance, long batches) {
    if (mean.length != variance.length) {
      throw new IllegalArgumentException(
          "running mean and variance must be equally long, were %d and %d".formatted(mean.length, variance.length));
    }
    if (batches < 0) {
      throw new IllegalArgumentException("batches must be 0 or more, was " + batches);
    }
    this.mean = mean;
    this.variance = variance;
    this.batches = batches;
  }

  private static double[] ones(int channels) {
    double[] ones = new double[channels];
    Arrays.fill(ones, 1);
    return ones;
  }

  /** The array itself, one value a channel. */
  public double[] mean() {
    return mean;
  }

  /** The array itself, one value a channel. */
  public double[] variance() {
    return variance;
  }

  /** How many batches these statistics have seen. */
  public long batches() {
    return batches;
  }

  void countBatch() {
    batches++;
  }
}
