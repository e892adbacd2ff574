package org.bnoracle.oracle;

import static org.bnoracle.operation.Operation.DOUBLE_BACKWARD;
import static org.bnoracle.operation.Operation.FOLD;
import static org.bnoracle.operation.Operation.INFERENCE_BACKWARD;
import static org.bnoracle.operation.Operation.INFERENCE_FORWARD;
import static org.bnoracle.operation.Operation.POPULATION;
import static org.bnoracle.operation.Operation.SYNCHRONISED_FORWARD;
import static org.bnoracle.operation.Operation.TANGENT;
import static org.bnoracle.operation.Operation.TRAINING_BACKWARD;
import static org.bnoracle.operation.Operation.TRAINING_FORWARD;
import static org.bnoracle.operation.Slot.BETA;
import static org.bnoracle.operation.Slot.BIAS;
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
import static org.bnoracle.operation.Slot.WEIGHT;
import static org.bnoracle.operation.Slot.X;
import static org.bnoracle.operation.Slot.X_DOT;
import static org.bnoracle.operation.Slot.Y;
import static org.bnoracle.operation.Slot.Y_DOT;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.bnoracle.accuracy.PublishedBounds;
import org.bnoracle.equations.VarianceConvention;
import org.bnoracle.operation.Activation;
import org.bnoracle.operation.Attribute;
import org.bnoracle.operation.Case;
import org.bnoracle.operation.CaseBuilder;
import org.bnoracle.operation.Layer;
import org.bnoracle.operation.Operation;
import org.bnoracle.operation.Slot;
import org.bnoracle.tensor.Tensor;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The rules of special values by their numbers; a list gives the published value first, then what is accepted too. */
class SpecialValuesTest {
  private static final double INF = Double.POSITIVE_INFINITY;
  private static final double NAN = Double.NaN;

  /** A channel with v = 4 in training: mean 1, variance 1, epsilon 3. */
  private static CaseBuilder training(Operation operation) {
    return CaseBuilder.of(operation, 2, 1).epsilon(3).input(X, 0, 2);
  }

  /** A channel with v = 4 in inference: running mean 1, running variance 1, epsilon 3. */
  private static CaseBuilder inference(Operation operation, double... x) {
    return CaseBuilder.of(operation, x.length, 1).epsilon(3).input(X, x).input(RUNNING_MEAN, 1).input(RUNNING_VARIANCE, 1);
  }

  @Test
  void bn24And25NanPassesAnActivationAndItsGradientIsJudgedByNoBound() {
    CaseBuilder forward = inference(INFERENCE_FORWARD, 0, NAN, 3, 1, INF, -INF).with(Attribute.ACTIVATION, Activation.RELU);
    assertAccepted(forward, Y, only(0), only(NAN), only(1), only(0), only(INF), only(0));
    CaseBuilder backward = inference(INFERENCE_BACKWARD, 0, NAN, 3, 1).with(Attribute.ACTIVATION, Activation.ADD_RELU)
        .input(DY, 5, 5, 5, 5).input(Slot.Z, 0.5, 0, -1, 0.25);
    assertAccepted(backward, Slot.DZ, only(0), only(5), only(0), only(5));
    assertAccepted(backward, DX, only(0), only(2.5), only(0), only(2.5));
    Case question = backward.build();
    Tensor bound = ((Output.Values) PublishedBounds.outputs(question, Oracle.evaluate(question)).get(Slot.DZ)).bound().orElseThrow();
    assertEquals(List.of(true, false, true, true), IntStream.range(0, 4).mapToObj(i -> Double.isFinite(bound.get(i))).toList());
  }

  @Test
  void bn38WhatIsMaskedNeedNotBeMultipliedByAnInfiniteScale() {
    CaseBuilder builder = CaseBuilder.of(INFERENCE_BACKWARD, 3, 1).epsilon(0).input(X, 1, 2, 3).input(RUNNING_MEAN, 2)
        .input(RUNNING_VARIANCE, 0).input(DY, 1, 1, 1).with(Attribute.ACTIVATION, Activation.RELU);
    assertAccepted(builder, DX, List.of(NAN, 0.0), List.of(INF, NAN), List.of(INF, NAN));
  }

  @SafeVarargs
  private static void assertAccepted(CaseBuilder builder, Slot slot, List<Double>... expected) {
    Case question = builder.build();
    Output.Values values = (Output.Values) Oracle.evaluate(question).outputs().get(slot);
    assertEquals(expected.length, values.tensor().size());
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i], values.accepted(i), slot.label() + " " + i);
    }
  }

  private static List<Double> only(double value) {
    return List.of(value);
  }

  @Nested
  class Bn30TheExactTextInExtendedReals {
    @Test
    void inTrainingANonFiniteXReachesAllThatUsesTheStatistics() {
      for (double special : new double[] {NAN, INF, -INF}) {
        CaseBuilder forward = CaseBuilder.of(TRAINING_FORWARD, 3, 1).input(X, 1, special, 2);
        assertAccepted(forward, VARIANCE, only(NAN));
        assertAccepted(forward, INVERSE_STD, only(NAN));
        assertAccepted(forward, Y, only(NAN), only(NAN), only(NAN));
      }
    }

    @Test
    void inInferenceANonFiniteXReachesItsOwnOutputOnly() {
      assertAccepted(
          inference(INFERENCE_FORWARD, 3, INF, -INF, NAN).input(GAMMA, -2).input(BETA, 1), Y,
          only(-1), only(-INF), only(INF), only(NAN));
      assertAccepted(inference(INFERENCE_FORWARD, 3, INF).input(GAMMA, 0).input(BETA, 5), Y, only(5), only(NAN));
    }

    @Test
    void anInfiniteRunningVarianceLeavesBetaAndNoGradient() {
      assertAccepted(inference(INFERENCE_FORWARD, 3, 7).input(RUNNING_VARIANCE, INF).input(BETA, 5), Y, only(5), only(5));
      CaseBuilder backward = inference(INFERENCE_BACKWARD, 3, 7).input(RUNNING_VARIANCE, INF).input(DY, 1, 2);
      assertAccepted(backward, DX, only(0), only(0));
      assertAccepted(backward, DGAMMA, only(0));
    }

    @Test
    void anInfiniteRunningMeanOrBetaGivesInfinities() {
      assertAccepted(inference(INFERENCE_FORWARD, 3).input(RUNNING_MEAN, INF), Y, only(-INF));
      assertAccepted(training(TRAINING_FORWARD).input(BETA, -INF), Y, only(-INF), only(-INF));
      assertAccepted(training(TRAINING_FORWARD).input(BETA, NAN), Y, only(NAN), only(NAN));
    }

    @Test
    void otherChannelsNeverChange() {
      for (double special : new double[] {NAN, INF, -INF}) {
        Case usual = twoChannels(5, 1, 1);
        for (Case question : List.of(twoChannels(special, 1, 1), twoChannels(5, special, 1), twoChannels(5, 1, special))) {
          assertSecondChannelIsThatOf(usual, question);
        }
      }
    }

    private static Case twoChannels(double x, double dy, double gamma) {
      return CaseBuilder.of(TRAINING_BACKWARD, 3, 2).input(X, x, 1, 2, 7, 3, -4).input(DY, dy, 2, 1, 0.5, 3, -1)
          .input(GAMMA, gamma, 3).input(DMEAN, gamma, 1).input(DVARIANCE, gamma, 2).build();
    }

    private static void assertSecondChannelIsThatOf(Case usual, Case question) {
      Map<Slot, Output> expected = Oracle.evaluate(usual).outputs();
      Oracle.evaluate(question).outputs().forEach((slot, output) -> {
        Output.Values values = (Output.Values) output;
        for (int i = 1; i < values.tensor().size(); i += 2) {
          assertEquals(((Output.Values) expected.get(slot)).accepted(i), values.accepted(i), slot.label());
        }
      });
    }
  }

  @Nested
  class Bn31AnInfiniteSumMayBeNan {
    @Test
    void theMean() {
      assertAccepted(CaseBuilder.of(TRAINING_FORWARD, 3, 1).input(X, 1, -INF, 2), MEAN, List.of(-INF, NAN));
      assertAccepted(CaseBuilder.of(TRAINING_FORWARD, 2, 1).input(X, INF, -INF), MEAN, only(NAN));
    }

    @Test
    void theGradientOfBeta() {
      assertAccepted(training(TRAINING_BACKWARD).input(DY, INF, 1), DBETA, List.of(INF, NAN));
      assertAccepted(training(TRAINING_BACKWARD).input(DY, INF, -INF), DBETA, only(NAN));
      assertAccepted(inference(INFERENCE_BACKWARD, 1, 2).input(DY, 1, -INF), DBETA, List.of(-INF, NAN));
    }

    @Test
    void theRunningStatistics() {
      CaseBuilder finiteBatch = training(TRAINING_FORWARD).input(RUNNING_MEAN, -INF).input(RUNNING_VARIANCE, INF)
          .withState(0.25, VarianceConvention.SAMPLE);
      assertAccepted(finiteBatch, RUNNING_MEAN, List.of(-INF, NAN));
      assertAccepted(finiteBatch, RUNNING_VARIANCE, List.of(INF, NAN));
      CaseBuilder infiniteBatch = CaseBuilder.of(TRAINING_FORWARD, 2, 1).input(X, INF, 1).input(RUNNING_MEAN, 1)
          .input(RUNNING_VARIANCE, 1).withState(0.25, VarianceConvention.SAMPLE);
      assertAccepted(infiniteBatch, RUNNING_MEAN, List.of(INF, NAN));
      assertAccepted(infiniteBatch, RUNNING_VARIANCE, only(NAN));
    }

    @Test
    void butNotASumThatOnlyOverflowsInTheFormat() {
      CaseBuilder overflow = training(TRAINING_BACKWARD).input(DY, Double.MAX_VALUE, Double.MAX_VALUE);
      assertAccepted(overflow, DBETA, only(INF));
    }
  }

  @Nested
  class Bn32InTrainingANonFiniteRMakesAllNan {
    @Test
    void withVZeroStatisticsAndShiftStayNumbers() {
      CaseBuilder forward = CaseBuilder.of(TRAINING_FORWARD, 2, 1).epsilon(0).input(X, 5, 5).input(GAMMA, 2);
      assertAccepted(forward, INVERSE_STD, only(INF));
      assertAccepted(forward, MEAN, only(5));
      assertAccepted(forward, VARIANCE, only(0));
      assertAccepted(forward, Y, only(NAN), only(NAN));
      CaseBuilder backward = CaseBuilder.of(TRAINING_BACKWARD, 2, 1).epsilon(0).input(X, 5, 5).input(DY, 1, 2);
      assertAccepted(backward, DX, only(NAN), only(NAN));
      assertAccepted(backward, DGAMMA, only(NAN));
      assertAccepted(backward, DBETA, only(3));
    }

    @Test
    void evenBesideANonFiniteGradientOrScale() {
      CaseBuilder backward = CaseBuilder.of(TRAINING_BACKWARD, 2, 1).epsilon(0).input(X, 5, 5).input(DY, INF, 2);
      assertAccepted(backward, DX, only(NAN), only(NAN));
      assertAccepted(backward, DGAMMA, only(NAN));
      CaseBuilder infiniteX = CaseBuilder.of(TRAINING_BACKWARD, 2, 1).input(X, INF, 5).input(DY, INF, 2).input(GAMMA, INF);
      assertAccepted(infiniteX, DX, only(NAN), only(NAN));
      assertAccepted(infiniteX, DGAMMA, only(NAN));
    }

    @Test
    void beforeTheRuleOfASingleValue() {
      CaseBuilder single = CaseBuilder.of(TRAINING_FORWARD, 1, 1).epsilon(0).input(X, 5).input(BETA, 2);
      assertAccepted(single, Y, only(NAN));
      assertAccepted(single, INVERSE_STD, only(INF));
    }
  }

  @Nested
  class Bn33WhereTheScaleIsInfiniteAnInfiniteResultMayBeNan {
    @Test
    void anInferenceWithVZero() {
      CaseBuilder forward = inference(INFERENCE_FORWARD, 0, 1, 2).epsilon(0).input(RUNNING_VARIANCE, 0).input(GAMMA, -3);
      assertAccepted(forward, Y, List.of(INF, NAN), only(NAN), List.of(-INF, NAN));
      CaseBuilder backward = inference(INFERENCE_BACKWARD, 0, 1, 2).epsilon(0).input(RUNNING_VARIANCE, 0).input(DY, -1, 0, 1);
      assertAccepted(backward, DX, List.of(-INF, NAN), only(NAN), List.of(INF, NAN));
    }

    @Test
    void anInfiniteGamma() {
      assertAccepted(inference(INFERENCE_FORWARD, 0, 1).input(GAMMA, INF), Y, List.of(-INF, NAN), only(NAN));
      assertAccepted(inference(INFERENCE_BACKWARD, 0, 1).input(GAMMA, -INF).input(DY, 1, 0), DX, List.of(-INF, NAN), only(NAN));
      assertAccepted(training(TRAINING_FORWARD).input(GAMMA, INF), Y, List.of(-INF, NAN), List.of(INF, NAN));
    }

    @Test
    void butAFiniteScaleKeepsTheSign() {
      assertAccepted(inference(INFERENCE_BACKWARD, 0, 1).input(DY, INF, -INF), DX, only(INF), only(-INF));
    }

    @Test
    void andGammaZeroTimesAnInfiniteRIsNoInfiniteScale() {
      CaseBuilder forward = inference(INFERENCE_FORWARD, 0).epsilon(0).input(RUNNING_VARIANCE, 0)
          .input(GAMMA, 0).input(BETA, INF);
      assertAccepted(forward, Y, only(NAN));
    }
  }

  @Nested
  class Bn34InTrainingDxIsNanOrWhatTheClosedFormGives {
    @Test
    void aNonFiniteDy() {
      assertAccepted(training(TRAINING_BACKWARD).input(DY, INF, 1), DX, only(NAN), only(NAN));
    }

    @Test
    void anInfiniteUpstreamGradientOfTheMean() {
      CaseBuilder backward = training(TRAINING_BACKWARD).input(DY, 1, 2).input(DMEAN, INF).input(DVARIANCE, 0);
      assertAccepted(backward, DX, List.of(INF, NAN), List.of(INF, NAN));
    }

    /** The chain multiplies the infinity with Σ (x - mean) = 0; the closed form with each deviation. */
    @Test
    void anInfiniteUpstreamGradientOfTheVariance() {
      CaseBuilder backward = training(TRAINING_BACKWARD).input(DY, 1, 2).input(DMEAN, 1).input(DVARIANCE, INF);
      assertAccepted(backward, DX, List.of(NAN, -INF), List.of(NAN, INF));
    }

    /** The closed form: gamma r (∓3/4). */
    @Test
    void anInfiniteGamma() {
      assertAccepted(training(TRAINING_BACKWARD).input(DY, 1, 3).input(GAMMA, INF), DX, List.of(NAN, -INF), List.of(NAN, INF));
    }
  }

  @Nested
  class Bn35WithANonFiniteTermDgammaIsAnyNonFiniteValue {
    @Test
    void inTraining() {
      assertAccepted(training(TRAINING_BACKWARD).input(DY, INF, 1), DGAMMA, List.of(-INF, NAN, INF));
      assertAccepted(training(TRAINING_BACKWARD).input(DY, NAN, 1), DGAMMA, List.of(NAN, INF, -INF));
    }

    @Test
    void inInference() {
      assertAccepted(inference(INFERENCE_BACKWARD, INF, 2).input(DY, 1, 1), DGAMMA, List.of(INF, NAN, -INF));
      CaseBuilder vZero = inference(INFERENCE_BACKWARD, 0, 3).epsilon(0).input(RUNNING_VARIANCE, 0).input(DY, 1, 0);
      assertAccepted(vZero, DGAMMA, List.of(NAN, INF, -INF));
    }
  }

  @Nested
  class Bn36WithVBelowZeroAllThatREntersIsNan {
    @Test
    void inInference() {
      assertAccepted(inference(INFERENCE_FORWARD, 0, INF).input(RUNNING_VARIANCE, -4).input(GAMMA, INF), Y, only(NAN), only(NAN));
      CaseBuilder backward = inference(INFERENCE_BACKWARD, 0, 1).input(RUNNING_VARIANCE, -4).input(DY, INF, 2);
      assertAccepted(backward, DX, only(NAN), only(NAN));
      assertAccepted(backward, DGAMMA, only(NAN));
      assertAccepted(backward, DBETA, List.of(INF, NAN));
    }

    @Test
    void aRunningVarianceOfNanLikewise() {
      assertAccepted(inference(INFERENCE_BACKWARD, 0, 1).input(RUNNING_VARIANCE, NAN).input(DY, 1, 2), DGAMMA, only(NAN));
    }
  }

  @Nested
  class FoldingAndPopulations {
    private static CaseBuilder fold(double runningVariance, double gamma) {
      return CaseBuilder.of(FOLD, 1, 3).with(Attribute.LAYER, Layer.LINEAR).epsilon(0).input(WEIGHT, 1, 0, -2).input(BIAS, 5)
          .input(RUNNING_MEAN, 1).input(RUNNING_VARIANCE, runningVariance).input(GAMMA, gamma);
    }

    @Test
    void withVZeroAnInfinityMayBeNanBn33() {
      assertAccepted(fold(0, -2), WEIGHT, List.of(-INF, NAN), only(NAN), List.of(INF, NAN));
      assertAccepted(fold(0, -2), BIAS, List.of(-INF, NAN));
      assertAccepted(fold(0, 0), BIAS, only(NAN));
    }

    @Test
    void withVBelowZeroAllIsNanBn36() {
      assertAccepted(fold(-1, 2), WEIGHT, only(NAN), only(NAN), only(NAN));
      assertAccepted(fold(-1, 2), BIAS, only(NAN));
    }

    @Test
    void anInfiniteMeanOfAPopulationMayBeNanBn31() {
      CaseBuilder batches = CaseBuilder.of(POPULATION, 4, 1).input(X, 1, INF, 2, 3).with(Attribute.BATCH_SIZES, List.of(2, 2));
      assertAccepted(batches, RUNNING_MEAN, List.of(INF, NAN));
      assertAccepted(batches, RUNNING_VARIANCE, only(NAN));
    }

    /** However it is cut: one worker alone has the infinity. */
    @Test
    void synchronisedTrainingHasTheWholeBatchsSpecialValues() {
      CaseBuilder shards = CaseBuilder.of(SYNCHRONISED_FORWARD, 3, 1).input(X, 1, INF, 2).with(Attribute.PARTITION, List.of(1, 0, 2));
      assertAccepted(shards, MEAN, List.of(INF, NAN));
      assertAccepted(shards, Y, only(NAN), only(NAN), only(NAN));
    }
  }

  @Nested
  class Bn37SecondDerivatives {
    private static CaseBuilder trained() {
      return training(DOUBLE_BACKWARD).input(DY, 1, 3).input(DDX, 2, 5).input(DDGAMMA, 1).input(DDBETA, 1);
    }

    private static CaseBuilder inferred() {
      return inference(DOUBLE_BACKWARD, 0, 1, 2).input(DY, 1, 0, 3).input(DDX, 0, 1, -1).input(DDGAMMA, 2).input(DDBETA, 1);
    }

    @Test
    void inTrainingAnInfiniteUpstreamGradientMayGiveAnyNonFiniteValue() {
      assertAccepted(trained().input(DDX, INF, 1), GRAD_X, List.of(NAN, INF, -INF), List.of(NAN, INF, -INF));
      assertAccepted(trained().input(DY, -INF, 1), GRAD_GAMMA, List.of(NAN, INF, -INF));
      assertAccepted(trained().input(DDBETA, INF), GRAD_DY, List.of(INF, NAN, -INF), List.of(INF, NAN, -INF));
      assertAccepted(trained().input(DDBETA, INF), GRAD_GAMMA, only(1.125));
    }

    @Test
    void inTrainingANonFiniteRMakesAllNan() {
      CaseBuilder constant = trained().epsilon(0).input(X, 5, 5);
      assertAccepted(constant, GRAD_X, only(NAN), only(NAN));
      assertAccepted(constant, GRAD_DY, only(NAN), only(NAN));
      assertAccepted(constant, GRAD_GAMMA, only(NAN));
    }

    @Test
    void inInferenceWithVZeroAnInfinityMayBeNan() {
      CaseBuilder zero = inferred().epsilon(0).input(RUNNING_VARIANCE, 0);
      assertAccepted(zero, GRAD_X, List.of(INF, NAN), only(NAN), List.of(INF, NAN));
      assertAccepted(zero, GRAD_DY, only(NAN), only(NAN), only(NAN));
      assertAccepted(zero, GRAD_GAMMA, List.of(-INF, NAN, INF));
    }

    @Test
    void inInferenceWithVBelowZeroAllIsNan() {
      CaseBuilder below = inferred().input(RUNNING_VARIANCE, -4);
      assertAccepted(below, GRAD_X, only(NAN), only(NAN), only(NAN));
      assertAccepted(below, GRAD_GAMMA, only(NAN));
    }

    @Test
    void theTangentOfTheStatisticsIsFiniteEvenWithVZero() {
      CaseBuilder constant = training(TANGENT).epsilon(0).input(X, 5, 5).input(X_DOT, 1, 3);
      assertAccepted(constant, MEAN_DOT, only(2));
      assertAccepted(constant, VARIANCE_DOT, only(0));
      assertAccepted(constant, Y_DOT, only(NAN), only(NAN));
    }

    @Test
    void anInfiniteDirectionMayGiveAnyNonFiniteDerivative() {
      CaseBuilder infinite = training(TANGENT).input(X_DOT, INF, 3);
      assertAccepted(infinite, MEAN_DOT, List.of(INF, NAN));
      assertAccepted(infinite, VARIANCE_DOT, List.of(NAN, INF, -INF));
      assertAccepted(infinite, Y_DOT, List.of(NAN, INF, -INF), List.of(NAN, INF, -INF));
      assertAccepted(infinite.input(X, INF, 1), VARIANCE_DOT, only(NAN));
    }
  }

  @Test
  void residualsAreNanWhereTheValueIsNotFinite() {
    Case question = inference(INFERENCE_FORWARD, 3, INF, NAN).build();
    double[] residuals = Oracle.evaluate(question).residuals().get(Y);
    assertEquals("[0.0, NaN, NaN]", Arrays.toString(residuals));
  }
}
