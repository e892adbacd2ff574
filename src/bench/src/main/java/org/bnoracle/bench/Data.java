package org.bnoracle.bench;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.operation.Attributes;
import org.bnoracle.operation.Case;
import org.bnoracle.operation.Operation;
import org.bnoracle.operation.Slot;
import org.bnoracle.tensor.Shape;
import org.bnoracle.tensor.Tensor;

/** Cases to time, of bell-shaped data from a fixed seed. */
final class Data {
  private static final long SEED = 20150211;
  private static final double EPSILON = 0x1p-10;

  private Data() {}

  /** A case with that many channels of m values, all inputs that the operation requires, and gamma. */
  static Case of(Operation operation, BinaryFormat format, int channels, int m) {
    SplittableRandom random = new SplittableRandom(SEED);
    Map<Slot, Tensor> inputs = new EnumMap<>(Slot.class);
    for (Slot slot : operation.signature().inputs()) {
      inputs.put(slot, tensor(slot, format, channels, m, random));
    }
    inputs.put(Slot.GAMMA, tensor(Slot.GAMMA, format, channels, m, random));
    return new Case("bench", "", List.of(), operation, Attributes.of(1, EPSILON, BinaryFormat.F32), inputs);
  }

  private static Tensor tensor(Slot slot, BinaryFormat format, int channels, int m, SplittableRandom random) {
    boolean isData = slot.extent() == Slot.Extent.DATA;
    BinaryFormat own = slot.formatRule() == Slot.FormatRule.STATISTICS && format.precision() < 24 ? BinaryFormat.F32 : format;
    Shape shape = isData ? new Shape(m, channels) : new Shape(channels);
    double[] data = new double[shape.size()];
    for (int i = 0; i < data.length; i++) {
      data[i] = own.nearest(slot == Slot.RUNNING_VARIANCE ? 0.5 + random.nextDouble() : random.nextGaussian());
    }
    return new Tensor(own, shape, data);
  }
}
