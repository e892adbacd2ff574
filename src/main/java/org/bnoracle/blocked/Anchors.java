package org.bnoracle.blocked;

import java.util.Arrays;

/**
 * The numbers that sums of one visit begin with, lane by lane. An anchor is so large that no partial sum leaves its binade; so
 * every addition errs by a known multiple of its unit, and what an addition lost follows from two subtractions that are exact.
 *
 * <p>With n = {@value SumKernels#CHUNK} terms to a sum, at most, u = 2^-53, and the reaches R of d and G of g, powers of two:
 * <ul>
 *   <li>Σd² begins at W = R². A chunk for which Σd² turns out not to be below R² is summed again with a larger reach.
 *   <li>Σd begins in the middle of the binade of W = 4 √n R, the half of which is twice √(n Σd²), more than any partial sum.
 *   <li>Σg likewise with W = 4 √n G, where Σg², in ordinary arithmetic, is below G². Σ g d likewise with W = 4 R G.
 * </ul>
 * spec/coq/Anchored.v proves that then no sum leaves its binade and no |d| or |g| is as large as its reach ({@code
 * squares_chunk}, {@code gradient_squares_chunk}), and that a sum and its rest err by at most {@value #CHUNK_ERROR} u² W and
 * 2^-1075 for each product ({@code squares_chunk}, {@code sums_chunk}, {@code products_chunk}): each addition loses at most
 * u W, what it loses is known exactly, for products but for u²/2 W ({@code step}), and adding up n of that errs by
 * n (n + 1)/2 u² W ({@code chunk}).
 *
 * <p>Source of the error of an addition: T. J. Dekker, "A floating-point technique for extending the available precision",
 * Numerische Mathematik 18 (1971).
 */
final class Anchors {
  static final int SUM = 0;
  static final int SQUARES = 1;
  static final int GRADIENTS = 2;
  static final int GRADIENT_SQUARES = 3;
  static final int PRODUCTS = 4;
  private static final int COLUMNS = 5;

  /** A chunk's sum errs by so many u² W, and what products lose by underflow, which {@link Sums} adds. */
  static final double CHUNK_ERROR = 0.75 * SumKernels.CHUNK * SumKernels.CHUNK;
  /** W of a sum for each unit of the reach: 4 √n. */
  static final double SUM_WIDTH = 32;
  /** W of a sum of products for each unit of both reaches. */
  static final double PRODUCTS_WIDTH = 4;

  private static final double MIDDLE = 1.5;
  private static final int LOWEST = -500;
  /** Sums of squares above are not used: {@link ChannelStatistics} and {@link GradientScale} scale them down. */
  static final double LARGEST_SQUARES = 0x1p990;

  final Columns columns;
  private final int lanes;
  private final int[] reach;
  private final int[] gradientReach;

  /** @param lanes that a kernel takes at a time */
  Anchors(int width, int lanes) {
    this.columns = new Columns(COLUMNS, width);
    this.lanes = lanes;
    this.reach = new int[width];
    this.gradientReach = new int[width];
  }

  /** Begins with reaches that are too small for almost any data. */
  void reset() {
    Arrays.fill(reach, LOWEST);
    Arrays.fill(gradientReach, LOWEST);
    for (int lane = 0; lane < columns.width; lane++) {
      place(lane);
    }
  }

  /** No |d| of the lane is larger. */
  double reach(int lane) {
    return Math.scalb(1.0, reach[lane]);
  }

  /** No |g| of the lane is larger. */
  double gradientReach(int lane) {
    return Math.scalb(1.0, gradientReach[lane]);
  }

  /** Enlarges reaches that squares have left, which are a column of {@code partial}; false if that does not help. */
  boolean raise(double[] partial, int column, int lane) {
    return raise(reach, partial, column * lanes, lane);
  }

  /** The same for the squares of gradients. */
  boolean raiseGradients(double[] partial, int lane) {
    return raise(gradientReach, partial, Sums.GRADIENT_SQUARES * lanes, lane);
  }

  private boolean raise(int[] reaches, double[] partial, int at, int lane) {
    boolean helps = false;
    for (int i = 0; i < lanes; i++) {
      double squares = partial[at + i];
      if (squares >= Math.scalb(1.0, 2 * reaches[lane + i]) && squares <= LARGEST_SQUARES) {
        reaches[lane + i] = Math.getExponent(squares) + 3 >> 1; // R² is from 2 to 8 times the squares
        place(lane + i);
        helps = true;
      }
    }
    return helps;
  }

  private void place(int lane) {
    double d = reach(lane);
    double g = gradientReach(lane);
    columns.set(SUM, lane, MIDDLE * SUM_WIDTH * d);
    columns.set(SQUARES, lane, d * d);
    columns.set(GRADIENTS, lane, MIDDLE * SUM_WIDTH * g);
    columns.set(GRADIENT_SQUARES, lane, g * g);
    columns.set(PRODUCTS, lane, MIDDLE * PRODUCTS_WIDTH * d * g);
  }
}
