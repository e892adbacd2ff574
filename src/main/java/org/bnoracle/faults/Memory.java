package org.bnoracle.faults;

import java.util.List;
import org.bnoracle.tensor.Shape;
import org.bnoracle.tensor.Tensor;

/** Tensors whose elements lie in memory by strides. */
final class Memory {
  private Memory() {}

  /** What a program finds that reads memory from its start, one element after the other; 0 where nothing lies. */
  static Tensor readInOrder(Tensor tensor, List<Integer> strides) {
    double[] found = new double[tensor.size()];
    for (int i = 0; i < found.length; i++) {
      int place = place(tensor.shape(), i, strides);
      if (place < found.length) {
        found[place] = tensor.get(i);
      }
    }
    return new Tensor(tensor.format(), tensor.shape(), found);
  }

  private static int place(Shape shape, int index, List<Integer> strides) {
    int[] coordinates = shape.coordinates(index);
    int place = 0;
    for (int axis = 0; axis < coordinates.length; axis++) {
      place += coordinates[axis] * strides.get(axis);
    }
    return place;
  }
}
