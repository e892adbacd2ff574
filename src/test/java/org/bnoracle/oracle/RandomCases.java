package org.bnoracle.oracle;

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
import org.bnoracle.operation.Layer;
import org.bnoracle.operation.Operation;
import org.bnoracle.operation.Signature;
import org.bnoracle.operation.Slot;
import org.bnoracle.tensor.Shape;
import org.bnoracle.tensor.Tensor;

/** Small cases of every kind from a seed: from ordinary to subnormal, huge, tied, constant, empty and special. */
public final class RandomCases {
  private static final int MOST_RANK = 4;
  private static final int MOST_DIMENSION = 3;

  private final SplittableRandom random;

  public RandomCases(long seed) {
    this.random = new SplittableRandom(seed);
  }

  public Case next(String id, Operation operation, BinaryFormat format) {
    Signature signature = operation.signature();
    BinaryFormat numbers = anyFormat();
    Layout layout = layout(signature.allAttributes());
    Attributes attributes = Attributes.of(layout.axis, epsilon(numbers), numbers);
    for (Map.Entry<Attribute, Object> setting : layout.settings.entrySet()) {
      attributes = attributes.with(setting.getKey(), setting.getValue());
    }
    attributes = attributes.only(signature.allAttributes());
    if (oneIn(2)) {
      attributes = attributes.with(Attribute.STATISTICS_FORMAT, anyFormat());
    }
    Map<Slot, BinaryFormat> formats = new EnumMap<>(Slot.class);
    signature.inputs().forEach(slot -> formats.put(slot, format));
    if (signature.allAttributes().contains(Attribute.ACTIVATION) && oneIn(3)) {
      attributes = attributes.with(Attribute.ACTIVATION, Activation.values()[random.nextInt(Activation.values().length)]);
    }
    Activation activation = attributes.activation();
    signature.options().stream().filter(option -> option.since().compareTo(activation) <= 0 && !oneIn(3))
        .forEach(option -> option.inputs().forEach(slot -> formats.put(slot, oneIn(2) ? format : anyFormat())));
    activation.operand().ifPresent(operand -> formats.put(operand, format));
    if (signature.attributesGiven(formats.keySet()).contains(Attribute.MOMENTUM)) {
      VarianceConvention convention = oneIn(2) ? VarianceConvention.POPULATION : VarianceConvention.SAMPLE;
      attributes = attributes.withState(numbers.nearest(choose(0, 1, 0.25, random.nextDouble())), convention);
    }
    return new Case(id, "", List.of(), operation, attributes, inputs(operation, formats, layout.shape, attributes));
  }

  private record Layout(Shape shape, int axis, Map<Attribute, Object> settings) {}

  private Layout layout(List<Attribute> attributes) {
    if (attributes.contains(Attribute.LAYER)) {
      return layer(Layer.values()[random.nextInt(Layer.values().length)]);
    }
    if (attributes.contains(Attribute.PARTITION)) {
      return cut(Attribute.PARTITION, random.ints(1 + random.nextInt(4), 0, 4).boxed().toList());
    }
    if (attributes.contains(Attribute.BATCH_SIZES)) {
      return cut(Attribute.BATCH_SIZES, random.ints(1 + random.nextInt(3), 2, 5).boxed().toList());
    }
    int[] dimensions = random.ints(1 + random.nextInt(MOST_RANK), 1, MOST_DIMENSION + 1).toArray();
    int axis = random.nextInt(dimensions.length);
    if (oneIn(4) && dimensions.length > 1) {
      dimensions[axis == 0 ? 1 : 0] = random.nextInt(3);
    }
    return new Layout(new Shape(dimensions), axis, Map.of());
  }

  private Layout layer(Layer layer) {
    int rank = layer == Layer.LINEAR ? 2 : 3 + random.nextInt(2);
    int groups = layer == Layer.LINEAR ? 1 : 1 + random.nextInt(2);
    int[] weight = random.ints(rank, 1, MOST_DIMENSION + 1).toArray();
    weight[0] *= groups;
    return new Layout(new Shape(weight), 0, Map.of(Attribute.LAYER, layer, Attribute.GROUPS, groups));
  }

  private Layout cut(Attribute attribute, List<Integer> sizes) {
    int[] dimensions = random.ints(2 + random.nextInt(2), 1, MOST_DIMENSION + 1).toArray();
    dimensions[0] = sizes.stream().mapToInt(Integer::intValue).sum();
    return new Layout(new Shape(dimensions), 1 + random.nextInt(dimensions.length - 1), Map.of(attribute, sizes));
  }

  private Map<Slot, Tensor> inputs(
      Operation operation, Map<Slot, BinaryFormat> formats, Shape shape, Attributes attributes) {
    BinaryFormat data = formats.get(operation.signature().data());
    BinaryFormat statistics = attributes.statisticsFormat()
        .orElse(data.equals(BinaryFormat.F64) ? data : BinaryFormat.F32);
    boolean special = oneIn(6);
    Map<Slot, Tensor> inputs = new EnumMap<>(Slot.class);
    formats.forEach((slot, own) -> {
      BinaryFormat format = switch (slot.formatRule()) {
        case STATISTICS -> statistics;
        case PARAMETER -> formats.getOrDefault(Slot.GAMMA, statistics);
        case DATA -> data;
        case OWN, BIAS -> own;
      };
      Shape size = slot.extent() == Slot.Extent.DATA ? shape : new Shape(attributes.view(shape).channels());
      DoubleSupplier values = slot == Slot.RUNNING_VARIANCE ? variances(format, attributes.epsilon()) : values(format);
      double[] numbers = new double[size.size()];
      for (int i = 0; i < numbers.length; i++) {
        double value = special && oneIn(8) ? choose(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY) : values.getAsDouble();
        numbers[i] = format.nearest(value);
      }
      inputs.put(slot, new Tensor(format, size, numbers));
    });
    return inputs;
  }

  private double epsilon(BinaryFormat format) {
    return format.nearest(choose(0, 1, 0x1p-10, 1e-5, 3 * random.nextDouble(), format.minValue(), Math.abs(anyValue(format))));
  }

  /** How the values of one tensor are drawn. */
  private DoubleSupplier values(BinaryFormat format) {
    double constant = anyValue(format);
    double offset = Math.scalb(1.0, random.nextInt(format.precision()));
    return switch (random.nextInt(6)) {
      case 0 -> () -> random.nextInt(5) - 2;
      case 1 -> () -> constant;
      case 2 -> () -> anyValue(format);
      case 3 -> () -> offset + random.nextDouble();
      case 4 -> () -> format.minValue() * (random.nextInt(9) - 4);
      default -> () -> 4 * random.nextDouble() - 2;
    };
  }

  private DoubleSupplier variances(BinaryFormat format, double epsilon) {
    return switch (random.nextInt(5)) {
      case 0 -> () -> Math.abs(anyValue(format));
      case 1 -> () -> choose(0, -epsilon, -1, 3);
      default -> () -> 4 * random.nextDouble();
    };
  }

  /** Finite, every exponent alike. */
  private double anyValue(BinaryFormat format) {
    int exponent = random.nextInt(format.minQuantum(), format.maxExponent());
    return format.nearest(Math.scalb(2 * random.nextDouble() - 1, exponent));
  }

  private BinaryFormat anyFormat() {
    return BinaryFormat.ALL.get(random.nextInt(BinaryFormat.ALL.size()));
  }

  private double choose(double... values) {
    return values[random.nextInt(values.length)];
  }

  private boolean oneIn(int bound) {
    return random.nextInt(bound) == 0;
  }
}
