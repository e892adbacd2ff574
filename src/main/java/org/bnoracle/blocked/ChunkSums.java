package org.bnoracle.blocked;

/** The sums that one visit has so far, lane by lane, to which it adds those of a block's rows, a chunk at a time. */
final class ChunkSums {
  private final SumKernels kernels;
  private final int lanes;
  private final double[] partial;
  final Anchors anchors;
  final LaneTotals totals;

  ChunkSums(Kernels kernels, int width, boolean withGradient) {
    this.kernels = kernels.sums();
    this.lanes = kernels.lanes();
    this.partial = new double[Sums.COLUMNS * lanes];
    this.anchors = new Anchors(width, lanes);
    this.totals = new LaneTotals(width, withGradient ? Sums.GRADIENT_SQUARES : Sums.GRADIENTS);
  }

  /** The most chunks that a block of so many rows has in a lane. */
  static int chunks(int rows) {
    int ofHalf = (rows / 2 + SumKernels.CHUNK - 1) / SumKernels.CHUNK;
    return 2 * ofHalf + rows % 2;
  }

  void clear() {
    totals.clear();
    anchors.reset();
  }

  /** Adds the sums of d, from both halves of the rows side by side. */
  void add(Reader x, int offset, int stride, int rows, Columns frames, int lane) {
    int half = rows / 2;
    for (int row = 0; row < half; row += SumKernels.CHUNK) {
      int at = x.base + offset + row * stride;
      moments(x.values, at, at + half * stride, stride, Math.min(half - row, SumKernels.CHUNK), frames, lane);
      accumulate(0, Sums.GRADIENTS, lane);
      accumulate(Sums.GRADIENTS, Sums.GRADIENTS, lane);
    }
    if (rows % 2 == 1) {
      int last = x.base + offset + (rows - 1) * stride;
      moments(x.values, last, last, stride, 1, frames, lane);
      accumulate(0, Sums.GRADIENTS, lane);
    }
  }

  private void moments(double[] x, int at, int other, int stride, int rows, Columns frames, int lane) {
    boolean again;
    do {
      again = !kernels.moments(x, at, other, stride, rows, frames, anchors.columns, lane, partial)
          && anchors.raise(partial, Sums.SQUARES, lane) | anchors.raise(partial, Sums.GRADIENTS + Sums.SQUARES, lane);
    } while (again);
  }

  /** Adds the sums of d, of g and of their products. */
  void add(Reader x, Reader dy, int offset, int stride, int rows, Columns frames, int lane) {
    for (int row = 0; row < rows; row += SumKernels.CHUNK) {
      int from = offset + row * stride;
      int length = Math.min(rows - row, SumKernels.CHUNK);
      gradientMoments(x.values, x.base + from, dy.values, dy.base + from, stride, length, frames, lane);
      accumulate(0, Sums.GRADIENT_SQUARES, lane);
      for (int i = 0; i < lanes; i++) {
        double sum = totals.recent.get(Sums.GRADIENT_SQUARES, lane + i) + partial[Sums.GRADIENT_SQUARES * lanes + i];
        totals.recent.set(Sums.GRADIENT_SQUARES, lane + i, sum);
      }
    }
  }

  private void gradientMoments(
      double[] x, int at, double[] dy, int dyAt, int stride, int rows, Columns frames, int lane) {
    boolean again;
    do {
      again = !kernels.gradientMoments(x, at, dy, dyAt, stride, rows, frames, anchors.columns, lane, partial)
          && anchors.raise(partial, Sums.SQUARES, lane) | anchors.raiseGradients(partial, lane);
    } while (again);
  }

  /** Adds so many columns of what a kernel has summed, from one on, to the first ones. */
  private void accumulate(int from, int columns, int lane) {
    for (int column = 0; column < columns; column += 2) {
      kernels.accumulate(partial, (from + column) * lanes, totals.recent, column, lane);
    }
  }
}
