package org.bnoracle.blocked;

/** Upstream gradients of the mean and the variance outputs, one of each a channel. */
public record Upstream(double[] dmean, double[] dvariance) {
  boolean areFinite(int channel) {
    return Double.isFinite(dmean[channel]) && Double.isFinite(dvariance[channel]);
  }
}
