package org.bnoracle.blocked;

import org.bnoracle.number.BinaryFormat;

record Floats(float[] values) implements Elements {
  @Override
  public int size() {
    return values.length;
  }

  @Override
  public BinaryFormat format() {
    return BinaryFormat.F32;
  }

  @Override
  public double get(int index) {
    return values[index];
  }

  @Override
  public boolean sharesArrayWith(Elements other) {
    return other instanceof Floats o && o.values == values;
  }

  @Override
  public void read(int from, int stride, int length, double[] to, int at) {
    for (int i = 0; i < length; i++) {
      to[at + i] = values[from + i * stride];
    }
  }
}
