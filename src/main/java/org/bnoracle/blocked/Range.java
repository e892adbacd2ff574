package org.bnoracle.blocked;

/** Columns of the smallest and the largest x and dy of each lane. */
final class Range {
  static final int X = 0;
  static final int GRADIENT = 2;
  static final int COLUMNS = 4;

  private Range() {}

  static void clear(Columns ranges) {
    for (int lane = 0; lane < ranges.width; lane++) {
      for (int column = 0; column < COLUMNS; column += 2) {
        ranges.set(column, lane, Double.POSITIVE_INFINITY);
        ranges.set(column + 1, lane, Double.NEGATIVE_INFINITY);
      }
    }
  }
}
