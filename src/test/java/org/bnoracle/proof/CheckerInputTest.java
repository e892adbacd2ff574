package org.bnoracle.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.bnoracle.accuracy.PublishedBounds;
import org.bnoracle.document.Vector;
import org.bnoracle.equations.VarianceConvention;
import org.bnoracle.operation.Activation;
import org.bnoracle.operation.Attribute;
import org.bnoracle.operation.Case;
import org.bnoracle.operation.CaseBuilder;
import org.bnoracle.operation.Layer;
import org.bnoracle.operation.Operation;
import org.bnoracle.operation.Slot;
import org.bnoracle.oracle.Oracle;
import org.bnoracle.oracle.Output;
import org.junit.jupiter.api.Test;

class CheckerInputTest {
  private static String input(Case question) throws IOException {
    StringBuilder out = new StringBuilder();
    CheckerInput.write(out, new Vector(question, Oracle.evaluate(question).outputs()));
    return out.toString();
  }

  private static void assertHas(String line, Case question) throws IOException {
    String input = input(question);
    assertTrue(input.lines().anyMatch(line::equals), input);
  }

  @Test
  void everyNumberIsExactAndTensorsKeepTheirOrder() throws IOException {
    assertEquals("""
        case test
        operation training-forward
        layout 1 2 1 1
        compute f64
        epsilon 0x1.8p1
        momentum 0x1.0p-2
        variance_convention sample
        activation relu
        input x 0x1.0p0 0x1.8p1
        input running_mean 0x1.0p-1074
        input running_variance 0x1.0p1
        output y f64 0x0.0p0 0x1.0p-1
        output mean f64 0x1.0p1
        output variance f64 0x1.0p0
        output inverse_std f64 0x1.0p-1
        output running_mean f64 0x1.0p-1
        output running_variance f64 0x1.0p1
        end
        """.replace("0x1.0p-1074", "0x0.0000000000001p-1022"),
        input(CaseBuilder.of(Operation.TRAINING_FORWARD, 2, 1).input(Slot.X, 1, 3).epsilon(3)
            .withState(0.25, VarianceConvention.SAMPLE).with(Attribute.ACTIVATION, Activation.RELU)
            .input(Slot.RUNNING_MEAN, Double.MIN_VALUE).input(Slot.RUNNING_VARIANCE, 2).build()));
  }

  @Test
  void specialValuesHaveNames() throws IOException {
    assertHas("input x NaN Infinity -Infinity -0x0.0p0",
        CaseBuilder.of(Operation.TRAINING_FORWARD, 1, 4).input(Slot.X, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -0.0).build());
  }

  @Test
  void boundsFollowTheirOutput() throws IOException {
    Case question = CaseBuilder.of(Operation.TRAINING_FORWARD, 2, 1).input(Slot.X, 1, 3).epsilon(3).build();
    Map<Slot, Output> outputs = PublishedBounds.outputs(question, Oracle.evaluate(question));
    StringBuilder out = new StringBuilder();
    CheckerInput.write(out, new Vector(question, outputs));
    double bound = ((Output.Values) outputs.get(Slot.MEAN)).bound().orElseThrow().get(0);
    assertTrue(out.toString().contains("output mean f64 0x1.0p1\nbounds " + Double.toHexString(bound) + "\noutput variance"), out.toString());
  }

  @Test
  void outputsWithoutValuesAreLeftOut() throws IOException {
    String input = input(CaseBuilder.of(Operation.TRAINING_FORWARD, 0, 2).input(Slot.X).build());
    assertEquals(List.of("output y f64"), input.lines().filter(line -> line.startsWith("output")).toList());
  }

  @Test
  void theLayoutMultipliesTheAxesAroundTheChannels() throws IOException {
    assertHas("layout 1 6 5 4", CaseBuilder.of(Operation.INFERENCE_FORWARD, 2, 3, 5, 2, 2).axis(2).input(Slot.X, new double[120])
        .input(Slot.RUNNING_MEAN, new double[5]).input(Slot.RUNNING_VARIANCE, new double[5]).build());
  }

  @Test
  void aTransposedConvolutionHasItsChannelsInGroups() throws IOException {
    assertHas("layout 2 2 3 5", fold(Layer.TRANSPOSED_CONVOLUTION, 2, 4, 3, 5));
    assertHas("layout 1 1 6 10", fold(Layer.CONVOLUTION, 2, 6, 2, 5));
    assertHas("layout 1 1 6 2", fold(Layer.LINEAR, 1, 6, 2));
  }

  private static Case fold(Layer layer, int groups, int... shape) {
    CaseBuilder builder = CaseBuilder.of(Operation.FOLD, shape).with(Attribute.LAYER, layer).input(Slot.WEIGHT, new double[60 / (shape.length == 2 ? 5 : 1)]);
    if (layer != Layer.LINEAR) {
      builder.with(Attribute.GROUPS, groups);
    }
    return builder.input(Slot.RUNNING_MEAN, new double[6]).input(Slot.RUNNING_VARIANCE, new double[6]).build();
  }

  @Test
  void batchesAreCountedInValuesOfAChannel() throws IOException {
    assertHas("batch_sizes 6 12", CaseBuilder.of(Operation.POPULATION, 3, 2, 4, 3).axis(2).input(Slot.X, new double[72])
        .with(Attribute.BATCH_SIZES, List.of(1, 2)).build());
    assertHas("batch_index 3", CaseBuilder.of(Operation.TRAINING_FORWARD, 2, 1).input(Slot.X, 1, 3)
        .with(Attribute.BATCH_INDEX, 3).with(Attribute.VARIANCE_CONVENTION, VarianceConvention.POPULATION)
        .input(Slot.RUNNING_MEAN, 0).input(Slot.RUNNING_VARIANCE, 2).build());
  }
}
