package org.bnoracle.accuracy;

import org.apache.commons.numbers.core.DD;

/**
 * What any run of a text may have computed: value + mean · δ_mean + r · δ_r + ρ. The errors δ_mean of the channel's
 * computed mean and δ_r of its computed r are the same in all numbers of a run; ρ is each number's own.
 *
 * @param value the point that errors are measured from: the exact number but for the rounding of double-double
 * @param mean how much of δ_mean is in it
 * @param r how much of δ_r is in it
 * @param own where ρ lies
 */
record Bounded(DD value, double mean, double r, Range own) {
  /** Anything. */
  static final Bounded UNBOUNDED = new Bounded(DD.of(Double.NaN), 0, 0, Range.INFINITE);

  /** A number that every run has exactly; it is one double. */
  static Bounded exact(double value) {
    return new Bounded(DD.of(value), 0, 0, Range.ZERO);
  }

  double hi() {
    return value.hi();
  }

  boolean isExact() {
    return mean == 0 && r == 0 && own.isZero();
  }

  /** Exactly zero in every run. */
  boolean isZero() {
    return isExact() && hi() == 0;
  }

  boolean isFinite() {
    return Double.isFinite(own.size()) && value.isFinite();
  }
}
