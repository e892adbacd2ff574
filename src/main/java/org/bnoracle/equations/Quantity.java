package org.bnoracle.equations;

/** The quantities that implementations compute once a channel and keep. */
public enum Quantity {
  MEAN,
  VARIANCE,
  INVERSE_STD
}
