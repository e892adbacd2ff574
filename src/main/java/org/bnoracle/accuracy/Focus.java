package org.bnoracle.accuracy;

import org.apache.commons.numbers.core.DD;

/**
 * A part of what the channel's computed mean and r can be: each a centre and the errors around it.
 *
 * @param mean null if the mean is not computed
 * @param r null if r is not computed
 */
record Focus(DD mean, Range meanError, DD r, Range rError) {
  /** The smallest rectangle that has what the polygon has left. */
  Focus on(Polygon polygon) {
    double[] box = polygon.box();
    return new Focus(
        moved(mean, (box[0] + box[1]) / 2), around(box[0], box[1]), moved(r, (box[2] + box[3]) / 2), around(box[2], box[3]));
  }

  private static DD moved(DD value, double by) {
    return value == null ? null : value.add(by);
  }

  private static Range around(double least, double most) {
    double half = (most - least) / 2;
    return Range.symmetric(half + 0x1p-40 * (half + Math.max(Math.abs(least), Math.abs(most))));
  }

  /** Whether the errors of another part have these; false where r is not bounded. */
  boolean isWithin(Focus other) {
    return r != null && other.r != null && meanError.isWithin(other.meanError) && rError.isWithin(other.rError);
  }

  /** Whether this is much narrower than another. */
  boolean isNarrowerThan(Focus other) {
    return meanError.size() < other.meanError.size() / 2 || rError.size() < other.rError.size() / 2;
  }
}
