package org.bnoracle.blocked;

/** Several numbers for each lane of a vector, or of several vectors: column f of lane i is {@code values[f * width + i]}. */
final class Columns {
  final int width;
  final double[] values;

  Columns(int columns, int width) {
    this.width = width;
    this.values = new double[columns * width];
  }

  double get(int column, int lane) {
    return values[column * width + lane];
  }

  void set(int column, int lane, double value) {
    values[column * width + lane] = value;
  }
}
