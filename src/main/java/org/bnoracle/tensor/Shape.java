package org.bnoracle.tensor;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The dimensions of a tensor in row-major order: rank 1 to 6, each dimension at least 0, fewer than 2^31 elements. */
public record Shape(int... dimensions) {
  private static final int MAX_RANK = 6;

  public Shape {
    dimensions = dimensions.clone();
    if (dimensions.length < 1 || dimensions.length > MAX_RANK) {
      throw new IllegalArgumentException("rank must be 1 to 6, was " + dimensions.length);
    }
    long size = 1;
    for (int i = 0; i < dimensions.length; i++) {
      if (dimensions[i] < 0) {
        throw new IllegalArgumentException("dimension %d must be >= 0, was %d in %s".formatted(i, dimensions[i], text(dimensions)));
      }
      size *= Math.max(1, dimensions[i]);
      if (size > Integer.MAX_VALUE) {
        throw new IllegalArgumentException("a tensor has fewer than 2^31 elements, was " + text(dimensions));
      }
    }
  }

  @Override
  public int[] dimensions() {
    return dimensions.clone();
  }

  public int rank() {
    return dimensions.length;
  }

  public int dimension(int axis) {
    return dimensions[axis];
  }

  /** The number of elements. */
  public int size() {
    return product(0, dimensions.length);
  }

  /** The coordinates of the element at an index in row-major order. */
  public int[] coordinates(int index) {
    int[] coordinates = new int[dimensions.length];
    int rest = index;
    for (int i = dimensions.length - 1; i >= 0; i--) {
      coordinates[i] = rest % dimensions[i];
      rest /= dimensions[i];
    }
    return coordinates;
  }

  /**
   * The index in row-major order of the element at these coordinates.
   *
   * @throws IllegalArgumentException if there is no such element
   */
  public int index(int... coordinates) {
    if (coordinates.length != dimensions.length) {
      throw new IllegalArgumentException("%s has %d coordinates, the shape %s needs %d".formatted(
          text(coordinates), coordinates.length, this, dimensions.length));
    }
    int index = 0;
    for (int i = 0; i < dimensions.length; i++) {
      if (coordinates[i] < 0 || coordinates[i] >= dimensions[i]) {
        throw new IllegalArgumentException("%s lies outside the shape %s".formatted(text(coordinates), this));
      }
      index = index * dimensions[i] + coordinates[i];
    }
    return index;
  }

  /** The product of the dimensions from one axis up to another, exclusive. */
  int product(int from, int to) {
    int product = 1;
    for (int i = from; i < to; i++) {
      product *= dimensions[i];
    }
    return product;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Shape shape && Arrays.equals(dimensions, shape.dimensions);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(dimensions);
  }

  /** The dimensions as a document writes them, such as [2, 3, 4]. */
  @Override
  public String toString() {
    return text(dimensions);
  }

  private static String text(int[] dimensions) {
    return Arrays.stream(dimensions).mapToObj(Integer::toString).collect(Collectors.joining(", ", "[", "]"));
  }
}
