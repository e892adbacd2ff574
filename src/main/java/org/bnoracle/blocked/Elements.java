package org.bnoracle.blocked;

import org.bnoracle.number.BinaryFormat;

/** A tensor's values in an array that belongs to the caller. */
public sealed interface Elements permits Doubles, Floats {
  static Elements of(double[] values) {
    return new Doubles(values);
  }

  static Elements of(float[] values) {
    return new Floats(values);
  }

  int size();

  BinaryFormat format();

  double get(int index);

  /** Whether the array is the other's as well. */
  boolean sharesArrayWith(Elements other);

  /** Copies values that lie {@code stride} apart. */
  void read(int from, int stride, int length, double[] to, int at);
}
