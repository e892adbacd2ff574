package org.bnoracle.oracle;

import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ArbitrarySupplier;
import org.bnoracle.equations.VarianceConvention;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.operation.Activation;
import org.bnoracle.operation.Attribute;
import org.bnoracle.operation.Case;
import org.bnoracle.operation.CaseBuilder;
import org.bnoracle.operation.Layer;
import org.bnoracle.operation.Operation;
import org.bnoracle.operation.Signature;
import org.bnoracle.operation.Slot;

/** Cases of all operations and formats with finite inputs and v > 0: 1 or 2 channels of 1 to 9 values, options at random. */
public final class RandomCase implements ArbitrarySupplier<Case> {
  private static final List<Slot> STATE = List.of(Slot.RUNNING_MEAN, Slot.RUNNING_VARIANCE);

  @Override
  public Arbitrary<Case> get() {
    return Arbitraries.randomValue(RandomCase::draw);
  }

  private static Case draw(Random random) {
    Operation operation = Operation.values()[random.nextInt(Operation.values().length)];
    BinaryFormat format = BinaryFormat.ALL.get(random.nextInt(BinaryFormat.ALL.size()));
    BinaryFormat statistics = random.nextBoolean() ? format : BinaryFormat.ALL.get(random.nextInt(BinaryFormat.ALL.size()));
    int least = operation == Operation.POPULATION ? 2 : 1;
    int[] dimensions = {least + random.nextInt(3), 1 + random.nextInt(2), 1 + random.nextInt(3)};
    CaseBuilder builder = CaseBuilder.of(operation, dimensions).epsilon(Math.scalb(1.0, -random.nextInt(20)))
        .with(Attribute.STATISTICS_FORMAT, statistics).with(Attribute.PARTITION, List.of(1, 0, dimensions[0] - 1))
        .with(Attribute.BATCH_SIZES, List.of(dimensions[0])).with(Attribute.LAYER, Layer.TRANSPOSED_CONVOLUTION)
        .only(operation.signature().allAttributes());
    operation.signature().inputs().forEach(slot -> fill(builder, slot, dimensions, format, statistics, random));
    Activation activation = activation(operation, random);
    List<Signature.Option> options = operation.signature().options().stream()
        .filter(option -> option.inputs().equals(activation.operand().stream().toList())
            || option.since().compareTo(activation) <= 0 && random.nextBoolean()).toList();
    if (activation != Activation.NONE) {
      builder.with(Attribute.ACTIVATION, activation);
    }
    boolean isScaled = options.stream().anyMatch(option -> option.inputs().contains(Slot.GAMMA));
    options.forEach(option -> {
      option.inputs().forEach(slot -> {
        boolean isStatistic = !isScaled && slot.formatRule() == Slot.FormatRule.PARAMETER;
        fill(builder, slot, dimensions, isStatistic ? statistics : format, statistics, random);
      });
      if (option.outputs().equals(STATE)) {
        builder.withState(random.nextInt(9) / 8.0, VarianceConvention.values()[random.nextInt(2)]);
      }
    });
    return builder.build();
  }

  private static Activation activation(Operation operation, Random random) {
    boolean has = operation.signature().allAttributes().contains(Attribute.ACTIVATION);
    return has ? Activation.values()[random.nextInt(Activation.values().length)] : Activation.NONE;
  }

  private static void fill(
      CaseBuilder builder, Slot slot, int[] dimensions, BinaryFormat data, BinaryFormat statistics, Random random) {
    BinaryFormat format = slot.formatRule() == Slot.FormatRule.STATISTICS ? statistics : data;
    boolean isData = slot.extent() == Slot.Extent.DATA;
    double[] values = new double[isData ? dimensions[0] * dimensions[1] * dimensions[2] : dimensions[1]];
    for (int i = 0; i < values.length; i++) {
      double value = format.nearest(random.nextGaussian() * Math.scalb(1.0, random.nextInt(8) - 4));
      values[i] = slot == Slot.RUNNING_VARIANCE ? Math.abs(value) : value;
    }
    builder.format(format).input(slot, values);
  }
}
