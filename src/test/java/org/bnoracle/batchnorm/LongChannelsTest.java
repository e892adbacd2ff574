package org.bnoracle.batchnorm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.operation.Attributes;
import org.bnoracle.operation.Case;
import org.bnoracle.operation.Operation;
import org.bnoracle.operation.Slot;
import org.bnoracle.oracle.Oracle;
import org.bnoracle.oracle.Output;
import org.bnoracle.tensor.Shape;
import org.bnoracle.tensor.Tensor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Channels of many blocks, and many channels, whose values change in size on the way, bit for bit; and how often they need exact evaluation. */
class LongChannelsTest {
  private static final long SEED = 15;
  private static final double EPSILON = 0x1p-17;
  private static final Shape SHAPE = new Shape(4, 3, 3200);
  private static final Shape CHANNELS_LAST = new Shape(2000, 19);
  /** So many that threads share what is done once a channel. */
  private static final Shape MANY = new Shape(60, 150);
  private static final Shape LARGE = new Shape(8, 16, 8192);

  /** What data are like. */
  enum Family {
    BELL_SHAPED(true),
    FLOATS(true),
    OFFSET(true),
    RECTIFIED(true),
    GROWING(false),
    MIXED(false),
    SPARSE(false);

    private final boolean isOrdinary;

    Family(boolean isOrdinary) {
      this.isOrdinary = isOrdinary;
    }

    double[] values(int size, long seed) {
      SplittableRandom random = new SplittableRandom(seed);
      return IntStream.range(0, size).mapToDouble(i -> value(random, (double) i / size)).toArray();
    }

    private double value(SplittableRandom random, double progress) {
      double bell = 0.7 * (random.nextDouble() + random.nextDouble() + random.nextDouble() - 1.4);
      return switch (this) {
        case BELL_SHAPED -> bell;
        case FLOATS -> (float) bell;
        case OFFSET -> 3000 + bell;
        case RECTIFIED -> Math.max(bell, 0);
        case GROWING -> bell * Math.scalb(1.0, (int) (40 * progress));
        case MIXED -> bell * Math.scalb(1.0, random.nextInt(-30, 30));
        case SPARSE -> random.nextInt(900) == 0 ? bell : 0;
      };
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyResultIsTheOracles(Family family) {
    for (Shape shape : List.of(SHAPE, CHANNELS_LAST, MANY)) {
      double[] x = family.values(shape.size(), SEED);
      double[] dy = family.values(shape.size(), SEED + 1);
      double[] gamma = IntStream.range(0, shape.dimension(1)).mapToDouble(c -> c - 1.3).toArray();
      double[] y = oracle(Operation.TRAINING_FORWARD, Slot.Y, shape, x, null, gamma);
      double[] dx = oracle(Operation.TRAINING_BACKWARD, Slot.DX, shape, x, dy, gamma);
      for (BatchNormBuilder builder : List.of(
          BatchNorm.builder(), BatchNorm.builder().threads(2), BatchNorm.builder().scalar())) {
        BatchNorm norm = builder.epsilon(EPSILON).build();
        assertArrayEquals(y, positive(norm.trainingForward(shape, x, gamma, null, null).y()));
        assertArrayEquals(dx, positive(norm.trainingBackward(shape, x, dy, gamma, null).dx()));
      }
    }
  }

  private static double[] oracle(Operation operation, Slot output, Shape shape, double[] x, double[] dy, double[] gamma) {
    Map<Slot, Tensor> inputs = new EnumMap<>(Slot.class);
    inputs.put(Slot.X, new Tensor(BinaryFormat.F64, shape, x));
    inputs.put(Slot.GAMMA, new Tensor(BinaryFormat.F64, new Shape(gamma.length), gamma));
    if (dy != null) {
      inputs.put(Slot.DY, new Tensor(BinaryFormat.F64, shape, dy));
    }
    Case question =
        new Case("long", "", List.of(), operation, Attributes.of(1, EPSILON, BinaryFormat.F64), inputs);
    Tensor found = ((Output.Values) Oracle.evaluate(question).outputs().get(output)).tensor();
    return positive(IntStream.range(0, found.size()).mapToDouble(found::get).toArray());
  }

  /** Either zero is right. */
  private static double[] positive(double[] values) {
    for (int i = 0; i < values.length; i++) {
      values[i] += 0.0;
    }
    return values;
  }

  @ParameterizedTest
  @EnumSource
  void fewerThanOneElementInAMillionNeedsExactEvaluation(Family family) {
    if (!family.isOrdinary) {
      return;
    }
    BatchNorm norm = BatchNorm.builder().epsilon(EPSILON).build();
    double[] gamma = IntStream.range(0, LARGE.dimension(1)).mapToDouble(c -> c - 1.3).toArray();
    double[] x = family.values(LARGE.size(), SEED);
    double[] dy = Family.BELL_SHAPED.values(LARGE.size(), SEED + 1);
    norm.trainingForward(LARGE, x, gamma, null, null);
    norm.trainingBackward(LARGE, x, dy, gamma, null);
    assertTrue(norm.exactlyEvaluated() <= 2, () -> norm.exactlyEvaluated() + " of " + 2 * LARGE.size());
  }
}
