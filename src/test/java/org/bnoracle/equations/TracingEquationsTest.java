package org.bnoracle.equations;

import static org.bnoracle.equations.ExactAssertions.assertSameGradients;
import static org.bnoracle.equations.ExactAssertions.assertSameNumber;
import static org.bnoracle.equations.ExactAssertions.assertSameNumbers;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.bnoracle.number.ExtendedReal;
import org.bnoracle.operation.Activation;
import org.bnoracle.operation.Attribute;
import org.bnoracle.operation.Case;
import org.bnoracle.operation.CaseBuilder;
import org.bnoracle.operation.Channel;
import org.bnoracle.operation.Layer;
import org.bnoracle.operation.Operation;
import org.bnoracle.operation.Slot;
import org.bnoracle.oracle.RandomCase;
import org.junit.jupiter.api.Test;

class TracingEquationsTest {
  private static final List<String> STATISTICS =
      List.of(" x_i", "BN-1 mean", "BN-2 variance", " variance + epsilon", "BN-3 r = 1/√(variance + epsilon)");
  private static final List<String> INFERENCE =
      List.of(" variance + epsilon", "BN-3 r = 1/√(variance + epsilon)", " x_i", " x_i - mean", "BN-4 x̂_i", "BN-5 y_i");

  private static TracingEquations<ExtendedReal> traced(ExactArithmetic exact, ChannelData data) {
    return new TracingEquations<>(exact, data.count() - 1);
  }

  @Property(tries = 60)
  void tracedTrainingIsThePlainOne(@ForAll(supplier = ChannelData.Any.class) ChannelData data) {
    ExactArithmetic exact = new ExactArithmetic(data.count());
    ChannelNumbers<ExtendedReal> in = data.in(exact);
    Equations<ExtendedReal> plain = Text.PAPER.over(exact);
    TracingEquations<ExtendedReal> traced = traced(exact, data);
    assertSameNumber(in.mean(plain), in.mean(traced));
    assertSameNumber(in.variance(plain), in.variance(traced));
    assertSameNumber(in.inverseStd(plain), in.inverseStd(traced));
    assertSameNumbers(in.trainingOutput(plain), in.trainingOutput(traced));
    assertSameGradients(in.trainingBackward(plain), in.trainingBackward(traced));
  }

  @Property(tries = 60)
  void tracedInferenceIsThePlainOne(@ForAll(supplier = ChannelData.Any.class) ChannelData data) {
    ExactArithmetic exact = new ExactArithmetic(data.count());
    ChannelNumbers<ExtendedReal> in = data.in(exact);
    Equations<ExtendedReal> plain = Text.PAPER.over(exact);
    TracingEquations<ExtendedReal> traced = traced(exact, data);
    assertSameNumbers(in.inferenceOutput(plain), in.inferenceOutput(traced));
    assertSameGradients(in.inferenceBackward(plain), in.inferenceBackward(traced));
  }

  @Property(tries = 300)
  void tracingChangesNoResultOfAnyOperation(@ForAll(supplier = RandomCase.class) Case question) {
    ExactArithmetic exact = new ExactArithmetic(question.view().count());
    Channel<ExtendedReal> channel = question.channel(0, exact);
    Map<Slot, List<ExtendedReal>> plain = question.operation().compute(Text.PAPER.over(exact), channel);
    Map<Slot, List<ExtendedReal>> traced = question.operation().compute(new TracingEquations<>(exact, 0), channel);
    assertEquals(plain.keySet(), traced.keySet());
    plain.forEach((slot, numbers) -> assertSameNumbers(numbers, traced.get(slot)));
  }

  @Property(tries = 60)
  void tracedUpdatesArePlainOnes(@ForAll(supplier = ChannelData.Any.class) ChannelData data) {
    ExactArithmetic exact = new ExactArithmetic(data.count());
    ChannelNumbers<ExtendedReal> in = data.in(exact);
    Equations<ExtendedReal> plain = Text.PAPER.over(exact);
    assertSameNumber(plain.runningMean(in.runningMean(), in.gamma(), in.beta()),
        traced(exact, data).runningMean(in.runningMean(), in.gamma(), in.beta()));
    for (VarianceConvention convention : VarianceConvention.values()) {
      int m = data.count() + 1;
      assertSameNumber(plain.runningVariance(in.runningVariance(), in.gamma(), in.beta(), convention, m),
          traced(exact, data).runningVariance(in.runningVariance(), in.gamma(), in.beta(), convention, m));
    }
  }

  @Test
  void theWeightOfACumulativeAverageIsTraced() {
    ExactArithmetic exact = new ExactArithmetic(3);
    TracingEquations<ExtendedReal> traced = new TracingEquations<>(exact, 0);
    assertSameNumber(exact.over(exact.of(1), 3), traced.cumulativeWeight(3));
    assertEquals(
        List.of("BN-8 a = 1/batch_index"), traced.steps().stream().map(s -> s.equation() + " " + s.name()).toList());
    assertSameNumber(traced.cumulativeWeight(3), traced.steps().get(0).value());
  }

  @Property(tries = 60)
  void aStepIsTheResultOfItsEquation(@ForAll(supplier = ChannelData.Any.class) ChannelData data) {
    ExactArithmetic exact = new ExactArithmetic(data.count());
    ChannelNumbers<ExtendedReal> in = data.in(exact);
    Equations<ExtendedReal> plain = Text.PAPER.over(exact);
    TracingEquations<ExtendedReal> traced = traced(exact, data);
    in.trainingOutput(traced);
    int last = data.count() - 1;
    assertSameNumber(in.x().get(last), step(traced, "x_i"));
    assertSameNumber(in.mean(plain), step(traced, "mean"));
    assertSameNumber(in.variance(plain), step(traced, "variance"));
    assertSameNumber(exact.add(in.variance(plain), in.epsilon()), step(traced, "variance + epsilon"));
    assertSameNumber(in.inverseStd(plain), step(traced, "r = 1/√(variance + epsilon)"));
    assertSameNumber(exact.subtract(in.x().get(last), in.mean(plain)), step(traced, "x_i - mean"));
    assertSameNumber(in.normalized(plain).get(last), step(traced, "x̂_i"));
    assertSameNumber(in.trainingOutput(plain).get(last), step(traced, "y_i"));
  }

  @Property(tries = 60)
  void aGradientIsTracedWithItsDeviation(@ForAll(supplier = ChannelData.Any.class) ChannelData data) {
    ExactArithmetic exact = new ExactArithmetic(data.count());
    ChannelNumbers<ExtendedReal> in = data.in(exact);
    TracingEquations<ExtendedReal> traced = traced(exact, data);
    in.trainingBackward(traced);
    int last = data.count() - 1;
    ExtendedReal deviation = exact.subtract(in.x().get(last), in.mean(Text.PAPER.over(exact)));
    assertSameNumber(deviation, step(traced, "x_i - mean"));
  }

  private static <T> T step(TracingEquations<T> traced, String name) {
    List<TracingEquations.Step<T>> steps = traced.steps().stream().filter(step -> step.name().equals(name)).toList();
    assertEquals(1, steps.size(), name);
    return steps.get(0).value();
  }

  /** The equations of an operation, as they were noted. */
  private static List<String> order(Case question) {
    ExactArithmetic arithmetic = new ExactArithmetic(question.view().count());
    TracingEquations<ExtendedReal> traced = new TracingEquations<>(arithmetic, 0);
    question.operation().compute(traced, question.channel(0, arithmetic));
    return traced.steps().stream().map(step -> step.equation() + " " + step.name()).toList();
  }

  private static List<String> statisticsAnd(String... steps) {
    return Stream.concat(STATISTICS.stream(), Stream.of(steps)).toList();
  }

  private static CaseBuilder of(Operation operation) {
    return CaseBuilder.of(operation, 2, 1).input(Slot.X, 1, 3);
  }

  @Test
  void trainingForwardIsBn1To5() {
    assertEquals(statisticsAnd(" x_i - mean", "BN-4 x̂_i", "BN-5 y_i"), order(of(Operation.TRAINING_FORWARD).build()));
  }

  @Test
  void withRunningStatisticsItIsBn1To7() {
    Case question = of(Operation.TRAINING_FORWARD).input(Slot.RUNNING_MEAN, 0).input(Slot.RUNNING_VARIANCE, 1)
        .withState(0.5, VarianceConvention.SAMPLE).build();
    assertEquals(
        statisticsAnd(" x_i - mean", "BN-4 x̂_i", "BN-5 y_i", "BN-6 running mean", " m/(m-1) variance",
            "BN-7 running variance"),
        order(question));
  }

  @Test
  void trainingBackwardIsBn12To15() {
    assertEquals(
        statisticsAnd(" dy_i", "BN-12 ∂ℓ/∂x̂_i", "BN-13 ∂ℓ/∂σ²", "BN-14 ∂ℓ/∂μ", " x_i - mean", "BN-15 dx_i", "BN-4 x̂_i",
            "BN-15 dgamma", "BN-15 dbeta"),
        order(of(Operation.TRAINING_BACKWARD).input(Slot.DY, 1, 2).build()));
  }

  @Test
  void inferenceForwardIsBn3To5() {
    assertEquals(
        INFERENCE,
        order(of(Operation.INFERENCE_FORWARD).input(Slot.RUNNING_MEAN, 0).input(Slot.RUNNING_VARIANCE, 1).build()));
  }

  @Test
  void inferenceBackwardIsBn16To18() {
    assertEquals(
        List.of(" variance + epsilon", "BN-3 r = 1/√(variance + epsilon)", " dy_i", "BN-16 dx_i", " x_i", " x_i - mean",
            "BN-4 x̂_i", "BN-17 dgamma", "BN-18 dbeta"),
        order(of(Operation.INFERENCE_BACKWARD).input(Slot.DY, 1, 2).input(Slot.RUNNING_MEAN, 0)
            .input(Slot.RUNNING_VARIANCE, 1).build()));
  }

  @Test
  void theDoubleBackwardIsBn19To21() {
    CaseBuilder question = of(Operation.DOUBLE_BACKWARD).input(Slot.DY, 1, 2).input(Slot.DDX, 3, 5);
    assertEquals(
        statisticsAnd(" x_i - mean", "BN-4 x̂_i", " dy_i", " ddx_i", " Σ ddx_k x̂_k", " Σ dy_k x̂_k", "BN-20 P", "BN-19 ∂ℓ/∂x̂_i",
            "BN-13 ∂ℓ/∂σ²", "BN-14 ∂ℓ/∂μ", "BN-15 dx_i", "BN-19 grad_x_i", "BN-20 grad_gamma", "BN-21 grad_dy_i"),
        order(question.build()));
    assertEquals(
        List.of(" variance + epsilon", "BN-3 r = 1/√(variance + epsilon)", " dy_i", " ddx_i", " x_i", " x_i - mean", "BN-4 x̂_i",
            "BN-19 grad_x_i", "BN-20 grad_gamma", "BN-21 grad_dy_i"),
        order(question.input(Slot.RUNNING_MEAN, 0).input(Slot.RUNNING_VARIANCE, 1).build()));
  }

  @Test
  void theTangentIsBn22() {
    assertEquals(
        statisticsAnd(" x˙_i", "BN-22 mean˙", "BN-22 variance˙", " x_i - mean", "BN-4 x̂_i", "BN-22 x̂˙_i", "BN-22 y˙_i"),
        order(of(Operation.TANGENT).input(Slot.X_DOT, 1, 2).build()));
  }

  @Test
  void foldingIsBn11() {
    Case question = CaseBuilder.of(Operation.FOLD, 1, 2).with(Attribute.LAYER, Layer.LINEAR).input(Slot.WEIGHT, 1, 2)
        .input(Slot.RUNNING_MEAN, 0).input(Slot.RUNNING_VARIANCE, 1).build();
    assertEquals(
        List.of(" variance + epsilon", "BN-3 r = 1/√(variance + epsilon)", "BN-11 s = gamma r", "BN-11 s (b - mean) + beta", " w_i",
            "BN-11 s w_i"),
        order(question));
  }

  @Test
  void aPopulationIsBn9() {
    Case question = of(Operation.POPULATION).with(Attribute.BATCH_SIZES, List.of(2)).build();
    assertEquals(
        List.of(" x_i", "BN-1 mean", "BN-2 variance", " m/(m-1) variance", "BN-9 mean of the population",
            "BN-9 variance of the population"),
        order(question));
  }

  @Test
  void aChannelWithoutValuesHasItsSumsAlone() {
    Case question = CaseBuilder.of(Operation.INFERENCE_BACKWARD, 0, 1).input(Slot.X).input(Slot.DY)
        .input(Slot.RUNNING_MEAN, 0).input(Slot.RUNNING_VARIANCE, 1).build();
    assertEquals(
        List.of(" variance + epsilon", "BN-3 r = 1/√(variance + epsilon)", "BN-17 dgamma", "BN-18 dbeta"), order(question));
  }

  @Test
  void anActivationIsBn24() {
    CaseBuilder question = of(Operation.INFERENCE_FORWARD).input(Slot.RUNNING_MEAN, 0).input(Slot.RUNNING_VARIANCE, 1);
    assertEquals(
        Stream.concat(INFERENCE.stream(), Stream.of("BN-24 max(0, s_i)")).toList(),
        order(question.with(Attribute.ACTIVATION, Activation.RELU).build()));
    assertEquals(
        Stream.concat(INFERENCE.stream(), Stream.of(" z_i", "BN-24 s_i = y_i + z_i", "BN-24 max(0, s_i)")).toList(),
        order(question.with(Attribute.ACTIVATION, Activation.ADD_RELU).input(Slot.Z, 3, 5).build()));
  }

  @Test
  void theGradientOfAnActivationIsBn25() {
    List<String> order = order(of(Operation.INFERENCE_BACKWARD).with(Attribute.ACTIVATION, Activation.RELU).input(Slot.DY, 1, 2)
        .input(Slot.RUNNING_MEAN, 0).input(Slot.RUNNING_VARIANCE, 1).build());
    int gradient = order.indexOf("BN-25 ∂ℓ/∂s_i");
    assertEquals(" dy_i", order.get(gradient - 1), order.toString());
    assertEquals(gradient, order.indexOf("BN-5 y_i") + 2, order.toString());
  }
}
