package org.bnoracle.blocked;

/** The results of which a channel has one. */
public enum ChannelResult {
  MEAN,
  VARIANCE,
  INVERSE_STD,
  RUNNING_MEAN,
  RUNNING_VARIANCE,
  DGAMMA,
  DBETA
}
