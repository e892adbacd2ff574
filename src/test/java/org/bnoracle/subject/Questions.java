package org.bnoracle.subject;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.operation.Attributes;
import org.bnoracle.operation.Case;
import org.bnoracle.operation.Operation;
import org.bnoracle.operation.Slot;
import org.bnoracle.tensor.Shape;
import org.bnoracle.tensor.Tensor;

/** Cases to ask subjects. */
final class Questions {
  private Questions() {}

  static Case of(String id) {
    return of(id, 2);
  }

  /** A case of one channel with that many values. */
  static Case of(String id, int size) {
    Tensor one = new Tensor(BinaryFormat.F32, new Shape(1), 1);
    double[] data = new double[size];
    Arrays.setAll(data, i -> BinaryFormat.F32.nearest(1 / (i + 3.0)));
    Shape shape = size == 2 ? new Shape(2) : new Shape(size, 1);
    Tensor x = new Tensor(BinaryFormat.F32, shape, data);
    Tensor each = size == 2 ? new Tensor(BinaryFormat.F32, new Shape(2), 1, 1) : one;
    return new Case(id, "", List.of(), Operation.INFERENCE_FORWARD, Attributes.of(size == 2 ? 0 : 1, 1, BinaryFormat.F32),
        Map.of(Slot.X, x, Slot.RUNNING_MEAN, each, Slot.RUNNING_VARIANCE, each));
  }
}
