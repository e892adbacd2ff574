package org.bnoracle.accuracy;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import org.bnoracle.equations.VarianceConvention;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.operation.Activation;
import org.bnoracle.operation.Attribute;
import org.bnoracle.operation.Attributes;
import org.bnoracle.operation.Case;
import org.bnoracle.operation.CaseBuilder;
import org.bnoracle.operation.Layer;
import org.bnoracle.operation.Operation;
import org.bnoracle.operation.Slot;
import org.bnoracle.tensor.Shape;
import org.bnoracle.tensor.Tensor;

/** Cases of one channel from a seed: ordinary and offset, tiny and huge, short and long. */
final class ChannelCases {
  private final SplittableRandom random;

  ChannelCases(long seed) {
    this.random = new SplittableRandom(seed);
  }

  Case next(Operation operation, BinaryFormat format, int most) {
    int least = operation == Operation.POPULATION ? 2 : 1;
    int m = least + random.nextInt(random.nextInt(4) == 0 ? most : Math.min(most, 12));
    int reach = format.maxExponent();
    double spread = Math.scalb(1 + random.nextDouble(), random.nextInt(8) == 0 ? random.nextInt(reach) - reach / 2 : random.nextInt(9) - 4);
    double offset = spread * choose(0, 0, 1, 10, 100, 1e4) * sign();
    DoubleSupplier data = () -> offset + spread * (2 * random.nextDouble() - 1);
    CaseBuilder builder = operation == Operation.FOLD ? CaseBuilder.of(operation, 1, m) : CaseBuilder.of(operation, m, 1);
    builder.with(Attribute.EPSILON, format.nearest(choose(0, 1e-5, 0x1p-10, 1, spread * spread))).format(format)
        .with(Attribute.LAYER, Layer.LINEAR).with(Attribute.PARTITION, List.of(m))
        .with(Attribute.BATCH_SIZES, m < 4 ? List.of(m) : List.of(m - m / 2, m / 2))
        .only(operation.signature().allAttributes()).input(operation.signature().data(), values(format, m, data));
    List<Slot> inputs = operation.signature().inputsGiven(Activation.NONE);
    if (operation == Operation.TANGENT) {
      List.of(Slot.GAMMA, Slot.BETA, Slot.GAMMA_DOT, Slot.BETA_DOT)
          .forEach(slot -> builder.input(slot, format.nearest(4 * random.nextDouble() - 2)));
    } else {
      double gamma = sign() * (0.01 + 4 * random.nextDouble());
      List.of(Slot.GAMMA, Slot.BETA, Slot.BIAS).stream().filter(inputs::contains)
          .forEach(slot -> parameter(builder, format, slot, slot == Slot.GAMMA ? gamma : 4 * random.nextDouble() - 2));
    }
    for (Slot slot : List.of(Slot.DY, Slot.DDX, Slot.X_DOT)) {
      if (inputs.contains(slot)) {
        double common = random.nextInt(3) - 1;
        builder.input(slot, values(format, m, () -> common + random.nextDouble() - 0.5));
      }
    }
    BinaryFormat statistics = format.equals(BinaryFormat.F64) ? format : BinaryFormat.F32;
    builder.format(statistics);
    if (inputs.contains(Slot.DMEAN) && random.nextBoolean()) {
      builder.input(Slot.DMEAN, statistics.nearest(random.nextDouble())).input(Slot.DVARIANCE, statistics.nearest(random.nextDouble() - 0.5));
    }
    boolean needsState = operation.signature().inputs().contains(Slot.RUNNING_MEAN);
    if (needsState || inputs.contains(Slot.RUNNING_MEAN) && random.nextBoolean()) {
      builder.input(Slot.RUNNING_MEAN, statistics.nearest(offset + spread * random.nextDouble()))
          .input(Slot.RUNNING_VARIANCE, statistics.nearest(spread * spread * random.nextDouble()));
      if (operation.signature().allAttributes().contains(Attribute.MOMENTUM)) {
        builder.withState(random.nextDouble(), random.nextBoolean() ? VarianceConvention.POPULATION : VarianceConvention.SAMPLE);
      }
    }
    return builder.build();
  }

  /** The same with an activation. */
  Case activated(Case question) {
    BinaryFormat format = question.data().format();
    Map<Slot, Tensor> inputs = new EnumMap<>(question.inputs());
    boolean adds = random.nextBoolean();
    if (adds) {
      inputs.put(Slot.Z, new Tensor(format, question.data().shape(), values(format, question.data().size(), () -> 4 * random.nextDouble() - 2)));
    }
    boolean gradients = question.outputs().contains(Slot.DX);
    if (gradients && random.nextBoolean()) {
      inputs.put(Slot.BETA, new Tensor(format, new Shape(1), format.nearest(2 * random.nextDouble() - 1)));
    }
    Attributes attributes = question.attributes().with(Attribute.ACTIVATION, adds ? Activation.ADD_RELU : Activation.RELU);
    return new Case(question.id(), "", List.of(), question.operation(), attributes, inputs);
  }

  private void parameter(CaseBuilder builder, BinaryFormat format, Slot slot, double value) {
    if (random.nextInt(4) > 0) {
      builder.input(slot, format.nearest(value));
    }
  }

  private double[] values(BinaryFormat format, int m, DoubleSupplier value) {
    double[] values = new double[m];
    for (int i = 0; i < m; i++) {
      values[i] = Math.max(-format.maxValue(), Math.min(format.maxValue(), format.nearest(value.getAsDouble())));
    }
    return values;
  }

  private double choose(double... values) {
    return values[random.nextInt(values.length)];
  }

  private double sign() {
    return random.nextBoolean() ? 1 : -1;
  }
}
