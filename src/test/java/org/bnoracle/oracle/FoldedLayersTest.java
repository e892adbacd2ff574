package org.bnoracle.oracle;

import static org.bnoracle.operation.Operation.FOLD;
import static org.bnoracle.operation.Slot.BETA;
import static org.bnoracle.operation.Slot.BIAS;
import static org.bnoracle.operation.Slot.GAMMA;
import static org.bnoracle.operation.Slot.RUNNING_MEAN;
import static org.bnoracle.operation.Slot.RUNNING_VARIANCE;
import static org.bnoracle.operation.Slot.WEIGHT;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.operation.Attribute;
import org.bnoracle.operation.Case;
import org.bnoracle.operation.CaseBuilder;
import org.bnoracle.operation.Layer;
import org.bnoracle.operation.Slot;
import org.bnoracle.tensor.Tensor;
import org.junit.jupiter.api.Test;

/**
 * A folded layer on its own input gives what the layer and the inference after it give. All numbers are small integers and
 * r is 1 or 1/2, so doubles compute both exactly.
 */
class FoldedLayersTest {
  private static final double[] GAMMAS = {2, -4, 6, 3, -1, 8};
  private static final double[] VARIANCES = {3, 0, 3, 0, 3, 0};

  private static CaseBuilder layer(Layer layer, int groups, int channels, int... weight) {
    int size = IntStream.of(weight).reduce(1, (x, y) -> x * y);
    return CaseBuilder.of(FOLD, weight).epsilon(1).with(Attribute.LAYER, layer).with(Attribute.GROUPS, groups)
        .input(WEIGHT, IntStream.range(0, size).mapToDouble(i -> i * i % 11 - 5).toArray())
        .input(BIAS, first(channels, 5, -3, 2, 7, 1, -9)).input(GAMMA, first(channels, GAMMAS))
        .input(BETA, first(channels, 1, 2, -3, 4, -5, 6)).input(RUNNING_MEAN, first(channels, 3, -1, 4, 1, -5, 9))
        .input(RUNNING_VARIANCE, first(channels, VARIANCES));
  }

  private static double[] first(int count, double... values) {
    return DoubleStream.of(values).limit(count).toArray();
  }

  private interface Convolution {
    /** The outputs, output channels first, of a layer with that weight and bias. */
    double[][] of(Tensor weight, Tensor bias);
  }

  private static void assertFolded(Case question, Convolution convolution) {
    Map<Slot, Tensor> in = question.inputs();
    double[][] expected = convolution.of(in.get(WEIGHT), in.get(BIAS));
    for (int c = 0; c < expected.length; c++) {
      int channel = c;
      double r = 1 / Math.sqrt(VARIANCES[c] + 1);
      expected[c] = DoubleStream.of(expected[c])
          .map(y -> GAMMAS[channel] * (y - in.get(RUNNING_MEAN).get(channel)) * r + in.get(BETA).get(channel)).toArray();
    }
    Map<Slot, Output> folded = Oracle.evaluate(question).outputs();
    assertArrayEquals(expected, convolution.of(tensor(folded, WEIGHT), tensor(folded, BIAS)));
  }

  private static Tensor tensor(Map<Slot, Output> outputs, Slot slot) {
    return ((Output.Values) outputs.get(slot)).tensor();
  }

  private static double input(int channel, int position) {
    return 3 * channel - 2 * position + 1;
  }

  @Test
  void linear() {
    assertFolded(layer(Layer.LINEAR, 1, 4, 4, 3).build(), (w, b) -> outputs(4, 1, (o, p) -> {
      double y = b.get(o);
      for (int i = 0; i < 3; i++) {
        y += w.get(w.shape().index(o, i)) * input(i, 0);
      }
      return y;
    }));
  }

  @Test
  void convolutionInTwoGroups() {
    assertFolded(layer(Layer.CONVOLUTION, 2, 6, 6, 2, 3).build(), (w, b) -> outputs(6, 4, (o, p) -> {
      double y = b.get(o);
      for (int i = 0; i < 2; i++) {
        for (int k = 0; k < 3; k++) {
          y += w.get(w.shape().index(o, i, k)) * input(o / 3 * 2 + i, p + k);
        }
      }
      return y;
    }));
  }

  @Test
  void transposedConvolutionInTwoGroups() {
    assertFolded(layer(Layer.TRANSPOSED_CONVOLUTION, 2, 6, 4, 3, 2).build(), (w, b) -> outputs(6, 5, (o, p) -> {
      double y = b.get(o);
      for (int i = 0; i < 2; i++) {
        for (int k = 0; k < 2; k++) {
          int n = o / 3 * 2 + i;
          y += p - k < 0 || p - k >= 4 ? 0 : w.get(w.shape().index(n, o % 3, k)) * input(n, p - k);
        }
      }
      return y;
    }));
  }

  private interface Value {
    double at(int channel, int position);
  }

  private static double[][] outputs(int channels, int positions, Value value) {
    return IntStream.range(0, channels)
        .mapToObj(c -> IntStream.range(0, positions).mapToDouble(p -> value.at(c, p)).toArray()).toArray(double[][]::new);
  }

  @Test
  void theBiasHasTheFormatOfTheBiasElseOfBetaElseOfTheStatistics() {
    CaseBuilder all = CaseBuilder.of(FOLD, 1, 1).with(Attribute.LAYER, Layer.LINEAR).format(BinaryFormat.F32)
        .input(RUNNING_MEAN, 1).input(RUNNING_VARIANCE, 1).format(BinaryFormat.BF16).input(WEIGHT, 1);
    assertEquals(BinaryFormat.F32, all.build().formatOf(BIAS));
    assertEquals(BinaryFormat.BF16, all.input(BETA, 1).build().formatOf(BIAS));
    assertEquals(BinaryFormat.F16, all.format(BinaryFormat.F16).input(BIAS, 1).build().formatOf(BIAS));
  }
}
