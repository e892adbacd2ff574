package org.bnoracle.blocked;

/** Exact evaluation of one channel: what the kernels ask where a result lies too near to a rounding boundary for them. */
public interface ExactChannel {
  /** Element i of the channel, y or dx, correctly rounded to the data's format; with non-finite numbers, as the oracle says. */
  double element(int i);

  /** A result that has one value a channel, correctly rounded to its format. */
  double value(ChannelResult result);
}
