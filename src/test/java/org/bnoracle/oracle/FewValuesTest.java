package org.bnoracle.oracle;

import static org.bnoracle.operation.Operation.DOUBLE_BACKWARD;
import static org.bnoracle.operation.Operation.INFERENCE_BACKWARD;
import static org.bnoracle.operation.Operation.INFERENCE_FORWARD;
import static org.bnoracle.operation.Operation.TANGENT;
import static org.bnoracle.operation.Operation.TRAINING_BACKWARD;
import static org.bnoracle.operation.Operation.TRAINING_FORWARD;
import static org.bnoracle.operation.Slot.BETA;
import static org.bnoracle.operation.Slot.DBETA;
import static org.bnoracle.operation.Slot.DDBETA;
import static org.bnoracle.operation.Slot.DDGAMMA;
import static org.bnoracle.operation.Slot.DDX;
import static org.bnoracle.operation.Slot.DGAMMA;
import static org.bnoracle.operation.Slot.DMEAN;
import static org.bnoracle.operation.Slot.DVARIANCE;
import static org.bnoracle.operation.Slot.DX;
import static org.bnoracle.operation.Slot.DY;
import static org.bnoracle.operation.Slot.GAMMA;
import static org.bnoracle.operation.Slot.GRAD_DY;
import static org.bnoracle.operation.Slot.GRAD_GAMMA;
import static org.bnoracle.operation.Slot.GRAD_X;
import static org.bnoracle.operation.Slot.INVERSE_STD;
import static org.bnoracle.operation.Slot.MEAN;
import static org.bnoracle.operation.Slot.MEAN_DOT;
import static org.bnoracle.operation.Slot.RUNNING_MEAN;
import static org.bnoracle.operation.Slot.RUNNING_VARIANCE;
import static org.bnoracle.operation.Slot.VARIANCE;
import static org.bnoracle.operation.Slot.VARIANCE_DOT;
import static org.bnoracle.operation.Slot.X;
import static org.bnoracle.operation.Slot.X_DOT;
import static org.bnoracle.operation.Slot.Y;
import static org.bnoracle.operation.Slot.Y_DOT;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.bnoracle.equations.VarianceConvention;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.operation.CaseBuilder;
import org.bnoracle.operation.Slot;
import org.bnoracle.tensor.Shape;
import org.bnoracle.tensor.Tensor;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Channels of no and of one value. */
class FewValuesTest {
  private static Output values(Shape shape, double... data) {
    return new Output.Values(new Tensor(BinaryFormat.F64, shape, data), Collections.unmodifiableSortedMap(new TreeMap<>()));
  }

  private static Output channels(double... data) {
    return values(new Shape(data.length), data);
  }

  private static Map<Slot, Output> outputs(CaseBuilder builder) {
    return Oracle.evaluate(builder.build()).outputs();
  }

  @Nested
  class NoValue {
    private static final Output EMPTY = values(new Shape(0, 3));
    private static final Output UNDEFINED = new Output.Undefined("m=0");

    @Test
    void leavesNoStatisticsAndKeepsTheState() {
      double[] state = {-0.0, Double.NEGATIVE_INFINITY, 0.1};
      double[] variances = {Double.NaN, Double.POSITIVE_INFINITY, 0x1.fffffffffffffp-1};
      CaseBuilder forward = CaseBuilder.of(TRAINING_FORWARD, 0, 3).input(X).input(RUNNING_MEAN, state)
          .input(RUNNING_VARIANCE, variances).withState(0.3, VarianceConvention.SAMPLE);
      assertEquals(
          Map.of(Y, EMPTY, MEAN, UNDEFINED, VARIANCE, UNDEFINED, INVERSE_STD, UNDEFINED, RUNNING_MEAN, channels(state),
              RUNNING_VARIANCE, channels(variances)),
          outputs(forward));
    }

    @Test
    void leavesNoStateWhereThereWasNone() {
      assertEquals(Map.of(Y, EMPTY, MEAN, UNDEFINED, VARIANCE, UNDEFINED, INVERSE_STD, UNDEFINED),
          outputs(CaseBuilder.of(TRAINING_FORWARD, 0, 3).input(X)));
    }

    @Test
    void hasGradientsZero() {
      Map<Slot, Output> expected = Map.of(DX, EMPTY, DGAMMA, channels(0, 0, 0), DBETA, channels(0, 0, 0));
      assertEquals(expected, outputs(CaseBuilder.of(TRAINING_BACKWARD, 0, 3).input(X).input(DY)
          .input(DMEAN, 1, 2, Double.NaN).input(DVARIANCE, 1, 2, 3)));
      assertEquals(expected, outputs(CaseBuilder.of(INFERENCE_BACKWARD, 0, 3).input(X).input(DY)
          .input(RUNNING_MEAN, 1, 2, 3).input(RUNNING_VARIANCE, -5, Double.NaN, 3)));
    }

    @Test
    void hasSecondGradientsZeroAndNoTangentOfTheStatistics() {
      assertEquals(Map.of(GRAD_X, EMPTY, GRAD_GAMMA, channels(0, 0, 0), GRAD_DY, EMPTY),
          outputs(CaseBuilder.of(DOUBLE_BACKWARD, 0, 3).input(X).input(DY).input(DDX)));
      assertEquals(Map.of(Y_DOT, EMPTY, MEAN_DOT, UNDEFINED, VARIANCE_DOT, UNDEFINED),
          outputs(CaseBuilder.of(TANGENT, 0, 3).input(X).input(X_DOT)));
    }

    @Test
    void givesAnEmptyInference() {
      assertEquals(Map.of(Y, EMPTY), outputs(CaseBuilder.of(INFERENCE_FORWARD, 0, 3).input(X)
          .input(RUNNING_MEAN, 1, 2, 3).input(RUNNING_VARIANCE, 1, 2, 3)));
    }
  }

  @Nested
  class NoChannel {
    @Test
    void givesEmptyOutputsThatAreDefined() {
      Output none = channels();
      assertEquals(Map.of(Y, values(new Shape(2, 0)), MEAN, none, VARIANCE, none, INVERSE_STD, none),
          outputs(CaseBuilder.of(TRAINING_FORWARD, 2, 0).input(X)));
    }
  }

  @Nested
  class OneValue {
    private static CaseBuilder forward(VarianceConvention convention) {
      return CaseBuilder.of(TRAINING_FORWARD, 1, 2).epsilon(0.25).input(X, 7, -3).input(GAMMA, 5, 6).input(BETA, 0.5, -1.5)
          .input(RUNNING_MEAN, 3, 1).input(RUNNING_VARIANCE, 8, 4).withState(0.25, convention);
    }

    @Test
    void givesBetaAndThePopulationVarianceZero() {
      Shape data = new Shape(1, 2);
      assertEquals(
          Map.of(Y, values(data, 0.5, -1.5), MEAN, channels(7, -3), VARIANCE, channels(0, 0), INVERSE_STD, channels(2, 2),
              RUNNING_MEAN, channels(4, 0), RUNNING_VARIANCE, channels(6, 3)),
          outputs(forward(VarianceConvention.POPULATION)));
    }

    @Test
    void hasNoSampleVariance() {
      Map<Slot, Output> outputs = outputs(forward(VarianceConvention.SAMPLE));
      assertEquals(new Output.Undefined("m=1"), outputs.get(RUNNING_VARIANCE));
      assertEquals(channels(4, 0), outputs.get(RUNNING_MEAN));
      assertEquals(values(new Shape(1, 2), 0.5, -1.5), outputs.get(Y));
    }

    @Test
    void hasTheGradientOfTheMeanAlone() {
      CaseBuilder backward = CaseBuilder.of(TRAINING_BACKWARD, 1, 2).input(X, 7, -3).input(DY, 2, 3).input(GAMMA, 5, 6);
      Map<Slot, Output> parameters = Map.of(DGAMMA, channels(0, 0), DBETA, channels(2, 3));
      assertEquals(with(parameters, values(new Shape(1, 2), 0, 0)), outputs(backward));
      assertEquals(
          with(parameters, values(new Shape(1, 2), 0.1, -4)), outputs(backward.input(DMEAN, 0.1, -4).input(DVARIANCE, 9, 9)));
    }

    @Test
    void hasTheSecondGradientOfTheShiftAlone() {
      CaseBuilder second = CaseBuilder.of(DOUBLE_BACKWARD, 1, 2).input(X, 7, -3).input(DY, 2, 3).input(GAMMA, 5, 6)
          .input(DDX, 4, -1).input(DDGAMMA, 8, 9).input(DDBETA, 0.5, -2);
      assertEquals(
          Map.of(GRAD_X, values(new Shape(1, 2), 0, 0), GRAD_GAMMA, channels(0, 0), GRAD_DY, values(new Shape(1, 2), 0.5, -2)),
          outputs(second));
    }

    private static Map<Slot, Output> with(Map<Slot, Output> parameters, Output dx) {
      Map<Slot, Output> all = new EnumMap<>(parameters);
      all.put(DX, dx);
      return all;
    }
  }

  @Test
  void twoValuesHaveASampleVariance() {
    CaseBuilder forward = CaseBuilder.of(TRAINING_FORWARD, 2, 1).input(X, 1, 3).input(RUNNING_MEAN, 0)
        .input(RUNNING_VARIANCE, 4).withState(0.5, VarianceConvention.SAMPLE);
    assertEquals(channels(3), outputs(forward).get(RUNNING_VARIANCE));
  }
}
