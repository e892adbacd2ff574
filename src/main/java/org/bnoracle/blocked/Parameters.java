package org.bnoracle.blocked;

import org.bnoracle.number.BinaryFormat;

/**
 * What an operation knows besides its tensors.
 *
 * @param gamma one a channel; null for 1
 * @param beta one a channel; null for 0
 * @param epsilon at least 0
 * @param format of the results that a channel has one of
 */
public record Parameters(double[] gamma, double[] beta, double epsilon, BinaryFormat format) {
  double gamma(int channel) {
    return gamma == null ? 1 : gamma[channel];
  }

  double beta(int channel) {
    return beta == null ? 0 : beta[channel];
  }

  /** Whether that variance and epsilon have a finite positive sum. */
  boolean isOrdinary(double variance) {
    return Double.isFinite(variance) && variance + epsilon > 0;
  }

  boolean areFinite(int channel) {
    return Double.isFinite(gamma(channel)) && Double.isFinite(beta(channel));
  }
}
