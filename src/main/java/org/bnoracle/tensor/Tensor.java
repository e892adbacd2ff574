package org.bnoracle.tensor;

import java.util.Arrays;
import org.bnoracle.number.BinaryFormat;

/** Values of one format in row-major order. */
public final class Tensor {
  private final BinaryFormat format;
  private final Shape shape;
  private final double[] data;

  /**
   * Takes the array over; the caller must not change it any more.
   *
   * @throws IllegalArgumentException if the length is not the shape's size, or a value is not one of the format
   */
  public Tensor(BinaryFormat format, Shape shape, double... data) {
    if (data.length != shape.size()) {
      throw new IllegalArgumentException(
          "the shape %s has %d elements, the data %d".formatted(shape, shape.size(), data.length));
    }
    for (int i = 0; i < data.length; i++) {
      if (!format.holds(data[i])) {
        throw new IllegalArgumentException("%s cannot hold element %d, %s".formatted(format, i, data[i]));
      }
    }
    this.format = format;
    this.shape = shape;
    this.data = data;
  }

  public BinaryFormat format() {
    return format;
  }

  public Shape shape() {
    return shape;
  }

  public int size() {
    return data.length;
  }

  public double get(int index) {
    return data[index];
  }

  /** This tensor with another value at an index. */
  public Tensor with(int index, double value) {
    double[] changed = data.clone();
    changed[index] = value;
    return new Tensor(format, shape, changed);
  }

  /** Equal format, shape and bits; all NaN are the same. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Tensor t && format.equals(t.format) && shape.equals(t.shape) && Arrays.equals(data, t.data);
  }

  @Override
  public int hashCode() {
    return 31 * shape.hashCode() + Arrays.hashCode(data);
  }

  @Override
  public String toString() {
    return "%s %s %s".formatted(format, shape, Arrays.toString(data));
  }
}
