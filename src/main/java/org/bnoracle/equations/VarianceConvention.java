package org.bnoracle.equations;

/** Which variance enters the running variance, BN-7. */
public enum VarianceConvention {
  /** Divided by the count m: c = 1. */
  POPULATION,
  /** Divided by m - 1 (Bessel): c = m/(m-1). Undefined at m = 1. */
  SAMPLE
}
