package org.bnoracle.blocked;

/** Where a training forward leaves the statistics of the batch, one of each a channel. */
public record BatchStatistics(double[] mean, double[] variance, double[] inverseStd) {
  public BatchStatistics(int channels) {
    this(new double[channels], new double[channels], new double[channels]);
  }
}
