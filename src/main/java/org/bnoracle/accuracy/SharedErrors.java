package org.bnoracle.accuracy;

import org.apache.commons.numbers.core.DD;

/** The errors of a channel's computed mean and r, which all numbers of a run share. The first of each is shared. */
final class SharedErrors {
  private final Focus given;
  private DD mean;
  private Range meanError = Range.ZERO;
  private DD r;
  private Range rError = Range.ZERO;

  /** @param given the part of what mean and r can be that is looked at; null for all of it */
  SharedErrors(Focus given) {
    this.given = given;
  }

  /** All that mean and r can be; without them before they are computed. */
  Focus focus() {
    return new Focus(mean, meanError, r, rError);
  }

  /** All that a number may err. */
  Range errorOf(Bounded a) {
    return a.own().plus(meanError.times(a.mean())).plus(rError.times(a.r()));
  }

  /** The most that shared errors with coefficients of these sizes contribute. */
  double most(double meanCoefficient, double rCoefficient) {
    return meanCoefficient * meanError.size() + rCoefficient * rError.size();
  }

  /** The mean with its error shared, if there is an error. */
  Bounded mean(Bounded value) {
    boolean isGiven = given != null && given.mean() != null;
    if (value.isExact() || mean != null || !isGiven && !value.isFinite()) {
      return value;
    }
    meanError = isGiven ? given.meanError() : errorOf(value);
    mean = isGiven ? given.mean() : value.value();
    return new Bounded(mean, 1, 0, Range.ZERO);
  }

  /** r with its error shared. */
  Bounded r(Bounded value) {
    boolean isGiven = given != null && given.r() != null;
    if (r != null || !isGiven && !value.isFinite()) {
      return value;
    }
    rError = isGiven ? given.rError() : errorOf(value);
    r = isGiven ? given.r() : value.value();
    return new Bounded(r, 0, 1, Range.ZERO);
  }
}
