package org.bnoracle.equations;

import static org.bnoracle.equations.ExactAssertions.assertSameNumber;
import static org.bnoracle.equations.ExactAssertions.assertSameNumbers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Collections;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.commons.math3.analysis.differentiation.DerivativeStructure;
import org.bnoracle.number.ExtendedReal;
import org.junit.jupiter.api.Test;

/**
 * The double backward is the gradient of the backward, the tangent the derivative of the forward: equality of exact
 * numbers with dual numbers over the exact ones, and with Commons Math's derivatives where those are exact.
 */
class SecondOrderTest {
  private static final List<Text> BACKWARD_TEXTS =
      List.of(Text.PAPER, Spelling.PAPER.with(Spelling.InputGradient.CLOSED));

  /** ddx, ddgamma and ddbeta for a channel, from two drawn numbers. */
  private static Gradients<ExtendedReal> upstream(ChannelData data, double u, double w, Arithmetic<ExtendedReal> a) {
    List<ExtendedReal> ddx = data.dy().stream().map(dy -> a.of(u * dy + w + (dy > 0 ? 1.5 : -0.25))).toList();
    return new Gradients<>(ddx, a.of(u), a.of(w));
  }

  private static ExtendedReal pairing(Arithmetic<ExtendedReal> a, Gradients<Dual<ExtendedReal>> gradients, Gradients<ExtendedReal> upstream) {
    ExtendedReal alongX = ChannelNumbers.dot(a, Lists.tabulate(upstream.dx().size(), i -> gradients.dx().get(i).dot()), upstream.dx());
    return a.add(alongX, a.add(
        a.multiply(gradients.dgamma().dot(), upstream.dgamma()), a.multiply(gradients.dbeta().dot(), upstream.dbeta())));
  }

  @Property
  void theTrainingDoubleBackwardIsTheGradientOfTheBackwardBn19To21(
      @ForAll(supplier = ChannelData.Any.class) ChannelData data, @ForAll(supplier = ChannelData.Numbers.class) double u,
      @ForAll(supplier = ChannelData.Numbers.class) double w) {
    ExactArithmetic a = new ExactArithmetic(data.count());
    ChannelNumbers<ExtendedReal> in = data.withoutUpstreamStatistics().in(a);
    Equations<ExtendedReal> paper = Text.PAPER.over(a);
    Gradients<ExtendedReal> upstream = upstream(data, u, w, a);
    for (Text text : BACKWARD_TEXTS) {
      SecondGradients<ExtendedReal> second = text.over(a).doubleBackward()
          .training(in.x(), in.dy(), in.mean(paper), in.inverseStd(paper), in.gamma(), upstream);
      assertGradient(a, in, second, upstream, (moving, duals) -> moving.trainingBackward(text.over(duals)));
    }
  }

  @Property
  void theInferenceDoubleBackwardIsTheGradientOfTheBackwardBn19To21(
      @ForAll(supplier = ChannelData.Any.class) ChannelData data, @ForAll(supplier = ChannelData.Numbers.class) double u,
      @ForAll(supplier = ChannelData.Numbers.class) double w) {
    ExactArithmetic a = new ExactArithmetic(data.count());
    ChannelNumbers<ExtendedReal> in = data.in(a);
    Equations<ExtendedReal> paper = Text.PAPER.over(a);
    Gradients<ExtendedReal> upstream = upstream(data, u, w, a);
    SecondGradients<ExtendedReal> second = paper.doubleBackward().inference(
        in.x(), in.dy(), in.runningMean(), in.runningInverseStd(paper), in.gamma(), upstream);
    assertGradient(a, in, second, upstream, (moving, duals) -> moving.inferenceBackward(Text.PAPER.over(duals)));
  }

  /** The derivative of ℓ = Σ dx ddx + dgamma ddgamma + dbeta ddbeta along each x_i, gamma and each dy_i. */
  private static void assertGradient(
      ExactArithmetic a, ChannelNumbers<ExtendedReal> in, SecondGradients<ExtendedReal> second, Gradients<ExtendedReal> upstream,
      BiFunction<ChannelNumbers<Dual<ExtendedReal>>, DualArithmetic<ExtendedReal>, Gradients<Dual<ExtendedReal>>> backward) {
    DualArithmetic<ExtendedReal> duals = new DualArithmetic<>(a);
    ExtendedReal zero = a.of(0);
    List<ExtendedReal> nowhere = Collections.nCopies(in.x().size(), zero);
    assertEquals(in.x().size(), second.gradX().size());
    assertEquals(in.x().size(), second.gradDy().size());
    for (int i = 0; i < in.x().size(); i++) {
      int direction = i;
      List<ExtendedReal> unit = Lists.tabulate(in.x().size(), k -> k == direction ? a.of(1) : zero);
      ChannelNumbers<Dual<ExtendedReal>> alongX = in.along(zero, unit, zero, zero);
      assertSameNumber(pairing(a, backward.apply(alongX, duals), upstream), second.gradX().get(i));
      ChannelNumbers<Dual<ExtendedReal>> alongDy = in.along(zero, nowhere, zero, zero)
          .withDy(Lists.tabulate(in.x().size(), k -> new Dual<>(in.dy().get(k), unit.get(k))));
      assertSameNumber(pairing(a, backward.apply(alongDy, duals), upstream), second.gradDy().get(i));
    }
    ChannelNumbers<Dual<ExtendedReal>> alongGamma = in.along(zero, nowhere, a.of(1), zero);
    assertSameNumber(pairing(a, backward.apply(alongGamma, duals), upstream), second.gradGamma());
  }

  private static final class Tangent {
    private final ExtendedReal mean;
    private final ExtendedReal variance;
    private final List<ExtendedReal> y;

    Tangent(
        Equations<ExtendedReal> text, ChannelNumbers<ExtendedReal> in, List<ExtendedReal> v,
        ExtendedReal gammaDot, ExtendedReal betaDot) {
      ExtendedReal r = in.inverseStd(text);
      mean = text.meanTangent(v);
      variance = text.varianceTangent(in.x(), v, in.mean(text), mean);
      y = text.outputTangent(
          in.normalized(text), text.normalizedTangent(in.x(), v, in.mean(text), r, mean, variance), in.gamma(), gammaDot, betaDot);
    }
  }

  private static List<ExtendedReal> direction(ExactArithmetic a, ChannelData data, double step, double start) {
    return Lists.tabulate(data.count(), i -> a.of(step * (i * i - 1) + start));
  }

  @Property
  void theTangentIsTheDerivativeOfTheForwardBn22(
      @ForAll(supplier = ChannelData.Any.class) ChannelData data, @ForAll(supplier = ChannelData.Numbers.class) double gammaDot,
      @ForAll(supplier = ChannelData.Numbers.class) double betaDot, @ForAll(supplier = ChannelData.Numbers.class) double step) {
    ExactArithmetic a = new ExactArithmetic(data.count());
    ChannelNumbers<ExtendedReal> in = data.in(a);
    List<ExtendedReal> v = direction(a, data, step, gammaDot);
    ChannelNumbers<Dual<ExtendedReal>> moving = in.along(a.of(0), v, a.of(gammaDot), a.of(betaDot));
    Equations<Dual<ExtendedReal>> duals = Text.PAPER.over(new DualArithmetic<>(a));
    List<Dual<ExtendedReal>> y = moving.trainingOutput(duals);
    for (Text text : BACKWARD_TEXTS) {
      Tangent tangent = new Tangent(text.over(a), in, v, a.of(gammaDot), a.of(betaDot));
      assertSameNumber(moving.mean(duals).dot(), tangent.mean);
      assertSameNumber(moving.variance(duals).dot(), tangent.variance);
      assertSameNumbers(Lists.tabulate(y.size(), i -> y.get(i).dot()), tangent.y);
    }
  }

  /** ⟨dy, y˙⟩ + dmean mean˙ + dvariance variance˙ = ⟨dx, ẋ⟩ + dgamma gamma˙ + dbeta beta˙. */
  @Property
  void theTangentIsTheAdjointOfTheBackwardBn22(
      @ForAll(supplier = ChannelData.Any.class) ChannelData data, @ForAll(supplier = ChannelData.Numbers.class) double gammaDot,
      @ForAll(supplier = ChannelData.Numbers.class) double betaDot, @ForAll(supplier = ChannelData.Numbers.class) double step) {
    ExactArithmetic a = new ExactArithmetic(data.count());
    ChannelNumbers<ExtendedReal> in = data.in(a);
    List<ExtendedReal> v = direction(a, data, step, betaDot);
    Tangent tangent = new Tangent(Text.PAPER.over(a), in, v, a.of(gammaDot), a.of(betaDot));
    ExtendedReal ofStatistics = a.add(a.multiply(in.dmean(), tangent.mean), a.multiply(in.dvariance(), tangent.variance));
    ExtendedReal forwards = a.add(ChannelNumbers.dot(a, in.dy(), tangent.y), ofStatistics);
    Gradients<ExtendedReal> g = in.trainingBackward(Text.PAPER.over(a));
    ExtendedReal ofParameters = a.add(a.multiply(g.dgamma(), a.of(gammaDot)), a.multiply(g.dbeta(), a.of(betaDot)));
    assertSameNumber(a.add(ChannelNumbers.dot(a, g.dx(), v), ofParameters), forwards);
  }

  /** Σd = 0, Σd² = 2m, epsilon = 2: v = 4, r = 1/2, and every operation of Commons Math's automatic derivatives is exact. */
  @Test
  void automaticDerivativesAreEqualWhereDoublesAreExact() {
    ChannelData data = new ChannelData(
        List.of(3.0, 7.0, 3.0, 7.0, 5.0, 5.0, 5.0, 5.0), List.of(1.0, -2.0, 0.5, 3.0, 0.25, 0.0, -1.0, 4.0), -1.5, 0.75, 2, 0, 0, 0, 1);
    List<Double> ddx = List.of(0.5, 2.0, -1.0, 1.0, 3.0, -0.25, 0.0, 1.5);
    ExactArithmetic a = new ExactArithmetic(data.count());
    Equations<ExtendedReal> paper = Text.PAPER.over(a);
    ChannelNumbers<ExtendedReal> in = data.in(a);
    Gradients<ExtendedReal> upstream = new Gradients<>(ddx.stream().map(a::of).toList(), a.of(2), a.of(-3));
    SecondGradients<ExtendedReal> second =
        paper.doubleBackward().training(in.x(), in.dy(), in.mean(paper), in.inverseStd(paper), in.gamma(), upstream);
    double[] automatic = automaticGradient(data, ddx);
    for (int i = 0; i < data.count(); i++) {
      assertSameNumber(a.of(automatic[1 + i]), second.gradX().get(i));
      assertSameNumber(a.of(automatic[1 + data.count() + i]), second.gradDy().get(i));
    }
    assertSameNumber(a.of(automatic[1 + 2 * data.count()]), second.gradGamma());
  }

  /** Of ℓ with ddgamma = 2 and ddbeta = -3, for x, dy and gamma. */
  private static double[] automaticGradient(ChannelData data, List<Double> ddx) {
    int m = data.count();
    DerivativeStructureArithmetic a = new DerivativeStructureArithmetic(2 * m + 1);
    List<DerivativeStructure> x = IntStream.range(0, m).mapToObj(i -> a.variable(i, data.x().get(i))).toList();
    List<DerivativeStructure> dy = IntStream.range(0, m).mapToObj(i -> a.variable(m + i, data.dy().get(i))).toList();
    ChannelNumbers<DerivativeStructure> in =
        data.in(a).withX(x).withDy(dy).withGammaAndBeta(a.variable(2 * m, data.gamma()), a.of(data.beta()));
    Gradients<DerivativeStructure> backward = in.trainingBackward(Text.PAPER.over(a));
    DerivativeStructure alongX = ChannelNumbers.dot(a, backward.dx(), ddx.stream().map(a::of).toList());
    return alongX.add(backward.dgamma().multiply(2)).add(backward.dbeta().multiply(-3)).getAllDerivatives();
  }
}
