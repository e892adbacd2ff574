package org.bnoracle.blocked;

import java.util.Arrays;

/**
 * Sums of many chunks, lane by lane, in the columns of {@link Sums}. Those of recent chunks are kept apart, and now and then
 * added to those of earlier ones, so that no number takes part in many additions, of which each may err.
 */
final class LaneTotals {
  private static final int RECENT = 64;

  /** Where kernels add a chunk's sums. */
  final Columns recent;
  private final Columns earlier;
  private final int doubleDoubles;
  private int chunks;

  /** @param doubleDoubles how many columns hold high and low parts */
  LaneTotals(int width, int doubleDoubles) {
    this.recent = new Columns(Sums.COLUMNS, width);
    this.earlier = new Columns(Sums.COLUMNS, width);
    this.doubleDoubles = doubleDoubles;
  }

  /**
   * How many additions a number takes part in until it is in a channel's sums, at most.
   *
   * @param chunks of a lane, in all blocks
   * @param ofBlock the most that one block has
   * @param lanes whose sums are added up
   */
  static long additions(long chunks, long ofBlock, long lanes) {
    return Math.min(chunks, RECENT + ofBlock) + chunks / RECENT + 2 * lanes;
  }

  void clear() {
    Arrays.fill(recent.values, 0);
    Arrays.fill(earlier.values, 0);
    chunks = 0;
  }

  /** Takes note that each lane has had so many chunks more. */
  void count(int more) {
    chunks += more;
    if (chunks >= RECENT) {
      for (int lane = 0; lane < recent.width; lane++) {
        keep(lane);
      }
      Arrays.fill(recent.values, 0);
      chunks = 0;
    }
  }

  private void keep(int lane) {
    double[] sums = new double[Sums.COLUMNS];
    addTo(sums, lane);
    for (int column = 0; column < Sums.COLUMNS; column++) {
      earlier.set(column, lane, sums[column]);
    }
  }

  /** Adds a lane's sums to those of a channel. */
  void addTo(double[] sums, int lane) {
    for (int column = 0; column < doubleDoubles; column += 2) {
      Sums.add(earlier, lane, sums, column);
      Sums.add(recent, lane, sums, column);
    }
    sums[Sums.GRADIENT_SQUARES] += earlier.get(Sums.GRADIENT_SQUARES, lane) + recent.get(Sums.GRADIENT_SQUARES, lane);
  }
}
