package org.bnoracle.accuracy;

import java.util.ArrayList;
import java.util.List;

/**
 * The errors of the mean and of r that are still possible: a rectangle that half-planes cut down to a convex polygon
 * (I. Sutherland and G. Hodgman, "Reentrant polygon clipping", CACM 17(1), 1974).
 */
final class Polygon {
  /** Half-planes are moved outwards by this part of their terms, for the rounding of the corners. */
  private static final double SLACK = 0x1p-40;

  private final double meanSize;
  private final double rSize;
  private List<Corner> corners;

  /** In units of the sizes, so that all numbers are of the order of 1. */
  private record Corner(double mean, double r) {
    double along(double a, double b) {
      return a * mean + b * r;
    }

    Corner towards(Corner other, double part) {
      return new Corner(mean + part * (other.mean - mean), r + part * (other.r - r));
    }
  }

  Polygon(Range mean, Range r) {
    meanSize = mean.isZero() ? 1 : mean.size();
    rSize = r.isZero() ? 1 : r.size();
    double left = -mean.below() / meanSize;
    double right = mean.above() / meanSize;
    double bottom = -r.below() / rSize;
    double top = r.above() / rSize;
    corners = List.of(new Corner(left, bottom), new Corner(right, bottom), new Corner(right, top), new Corner(left, top));
  }

  /**
   * Keeps the errors with least ≤ a δ_mean + b δ_r ≤ most.
   *
   * @return whether any is left
   */
  boolean keep(double a, double b, double least, double most) {
    double scaledA = a * meanSize;
    double scaledB = b * rSize;
    double slack = SLACK * (Math.abs(scaledA) + Math.abs(scaledB));
    cut(scaledA, scaledB, most + slack);
    cut(-scaledA, -scaledB, slack - least);
    return !corners.isEmpty();
  }

  /** The least and the largest error of the mean, then of r; of a polygon that is not empty. */
  double[] box() {
    double[] box = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
    for (Corner corner : corners) {
      box[0] = Math.min(box[0], corner.mean * meanSize);
      box[1] = Math.max(box[1], corner.mean * meanSize);
      box[2] = Math.min(box[2], corner.r * rSize);
      box[3] = Math.max(box[3], corner.r * rSize);
    }
    return box;
  }

  /** Keeps what has a · mean + b · r ≤ most. */
  private void cut(double a, double b, double most) {
    if (isWhole(a, b, most)) {
      return;
    }
    List<Corner> kept = new ArrayList<>();
    for (int i = 0; i < corners.size(); i++) {
      Corner here = corners.get(i);
      Corner next = corners.get((i + 1) % corners.size());
      double excess = here.along(a, b) - most;
      double nextExcess = next.along(a, b) - most;
      if (excess <= 0) {
        kept.add(here);
      }
      if (excess <= 0 != nextExcess <= 0) {
        kept.add(here.towards(next, excess / (excess - nextExcess)));
      }
    }
    corners = kept;
  }

  /** Whether no corner has a · mean + b · r > most: of almost every cut, so it is seen first. */
  private boolean isWhole(double a, double b, double most) {
    for (int i = 0; i < corners.size(); i++) {
      if (!(corners.get(i).along(a, b) <= most)) {
        return false;
      }
    }
    return true;
  }
}
