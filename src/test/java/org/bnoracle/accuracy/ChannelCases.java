package org.bnoracle.accuracy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import org.bnoracle.equations.VarianceConvention;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.operation.Attribute;
import org.bnoracle.operation.Case;
import org.bnoracle.operation.CaseBuilder;
import org.bnoracle.operation.Operation;
import org.bnoracle.operation.Slot;

/** Cases of one channel from a seed: ordinary and offset, tiny and huge, short and long. */
final class ChannelCases {
  private final SplittableRandom random;

  ChannelCases(long seed) {
    this.random = new SplittableRandom(seed);
  }

  Case next(Operation operation, BinaryFormat format, int most) {
    int m = 1 + random.nextInt(random.nextInt(4) == 0 ? most : Math.min(most, 12));
    int reach = format.maxExponent();
    double spread = Math.scalb(1 + random.nextDouble(), random.nextInt(8) == 0 ? random.nextInt(reach) - reach / 2 : random.nextInt(9) - 4);
    double offset = spread * choose(0, 0, 1, 10, 100, 1e4) * sign();
    CaseBuilder builder = CaseBuilder.of(operation, m, 1).format(format)
        .epsilon(format.nearest(choose(0, 1e-5, 0x1p-10, 1, spread * spread)))
        .input(Slot.X, values(format, m, () -> offset + spread * (2 * random.nextDouble() - 1)));
    parameter(builder, format, Slot.GAMMA, sign() * (0.01 + 4 * random.nextDouble()));
    if (operation.signature().allInputs().contains(Slot.BETA)) {
      parameter(builder, format, Slot.BETA, 4 * random.nextDouble() - 2);
    }
    if (operation.signature().allInputs().contains(Slot.DY)) {
      double common = random.nextInt(3) - 1;
      builder.input(Slot.DY, values(format, m, () -> common + random.nextDouble() - 0.5));
    }
    BinaryFormat statistics = format.equals(BinaryFormat.F64) ? format : BinaryFormat.F32;
    builder.format(statistics);
    if (operation.signature().allInputs().contains(Slot.DMEAN) && random.nextBoolean()) {
      builder.input(Slot.DMEAN, statistics.nearest(random.nextDouble())).input(Slot.DVARIANCE, statistics.nearest(random.nextDouble() - 0.5));
    }
    if (!operation.trains() || operation == Operation.TRAINING_FORWARD && random.nextBoolean()) {
      builder.input(Slot.RUNNING_MEAN, statistics.nearest(offset + spread * random.nextDouble()))
          .input(Slot.RUNNING_VARIANCE, statistics.nearest(spread * spread * random.nextDouble()));
      if (operation.trains()) {
        builder.withState(random.nextDouble(), random.nextBoolean() ? VarianceConvention.POPULATION : VarianceConvention.SAMPLE);
      }
    }
    return builder.build();
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
