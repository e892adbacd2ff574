package org.bnoracle.blocked;

import org.bnoracle.number.BinaryFormat;

record Doubles(double[] values) implements Elements {
  @Override
  public int size() {
    return values.length;
  }

  @Override
  public BinaryFormat format() {
    return BinaryFormat.F64;
  }

  @Override
  public double get(int index) {
    return values[index];
  }

  @Override
  public boolean sharesArrayWith(Elements other) {
    return other instanceof Doubles o && o.values == values;
  }

  @Override
  public void read(int from, int stride, int length, double[] to, int at) {
    if (stride == 1) {
      System.arraycopy(values, from, to, at, length);
      return;
    }
    for (int i = 0; i < length; i++) {
      to[at + i] = values[from + i * stride];
    }
  }
}
