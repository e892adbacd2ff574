package org.bnoracle.blocked;

/** Where a backward leaves the gradients of gamma and beta, one of each a channel. */
public record GradientResults(double[] dgamma, double[] dbeta) {
  public GradientResults(int channels) {
    this(new double[channels], new double[channels]);
  }
}
