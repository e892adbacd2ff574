package org.bnoracle.equations;

import static org.bnoracle.equations.ExactAssertions.assertSameGradients;
import static org.bnoracle.equations.ExactAssertions.assertSameNumber;
import static org.bnoracle.equations.ExactAssertions.assertSameNumbers;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.bnoracle.number.ExtendedReal;
import org.bnoracle.number.QuadraticNumber;

/** What batch normalization does to a channel, in exact numbers. */
class NormalizationPropertiesTest {
  private static final int DIGITS = 100;

  private ExactArithmetic a;
  private Equations<ExtendedReal> paper;

  private ChannelNumbers<ExtendedReal> exactly(ChannelData data) {
    a = new ExactArithmetic(data.count());
    paper = Text.PAPER.over(a);
    return data.in(a);
  }

  @Property
  void normalizedValuesHaveMeanZeroBn4(@ForAll(supplier = ChannelData.Any.class) ChannelData data) {
    ChannelNumbers<ExtendedReal> in = exactly(data);
    assertSameNumber(a.of(0), paper.mean(in.normalized(paper)));
  }

  @Property
  void normalizedValuesHaveVarianceOverVariancePlusEpsilonBn4(@ForAll(supplier = ChannelData.Any.class) ChannelData data) {
    ChannelNumbers<ExtendedReal> in = exactly(data);
    List<ExtendedReal> normalized = in.normalized(paper);
    ExtendedReal variance = in.variance(paper);
    assertSameNumber(a.divide(variance, a.add(variance, in.epsilon())), paper.variance(normalized, paper.mean(normalized)));
  }

  @Property
  void theSquareOfTheInverseStandardDeviationTimesVIsOneBn3(@ForAll(supplier = ChannelData.Any.class) ChannelData data) {
    ChannelNumbers<ExtendedReal> in = exactly(data);
    ExtendedReal v = a.add(in.variance(paper), in.epsilon());
    assertSameNumber(a.of(1), a.multiply(v, a.square(in.inverseStd(paper))));
  }

  @Property
  void theOutputHasMeanBetaBn5(@ForAll(supplier = ChannelData.Any.class) ChannelData data) {
    ChannelNumbers<ExtendedReal> in = exactly(data);
    assertSameNumber(in.beta(), paper.mean(in.trainingOutput(paper)));
  }

  @Property
  void aShiftOfTheInputChangesNeitherOutputNorGradients(
      @ForAll(supplier = ChannelData.Any.class) ChannelData data, @ForAll(supplier = ChannelData.Numbers.class) double shift) {
    ChannelNumbers<ExtendedReal> in = exactly(data);
    ChannelNumbers<ExtendedReal> shifted = in.withX(Lists.map(in.x(), x -> a.add(x, a.of(shift))));
    assertSameNumbers(in.trainingOutput(paper), shifted.trainingOutput(paper));
    assertSameGradients(in.trainingBackward(paper), shifted.trainingBackward(paper));
  }

  /** The two channels have different radicands, so their decimals are compared: equal numbers round equally. */
  @Property
  void scalingTheInputByAAndEpsilonByItsSquareKeepsTheOutputUpToTheSignOfA(
      @ForAll(supplier = ChannelData.Any.class) ChannelData data, @ForAll @IntRange(min = -1000, max = 1000) int scale) {
    Assume.that(scale != 0);
    List<ExtendedReal> normalized = List.copyOf(exactly(data).normalized(paper));
    List<Double> scaledX = data.x().stream().map(x -> x * scale).toList();
    ChannelData scaledData = data.withX(scaledX).withEpsilon(data.epsilon() * scale * scale);
    List<ExtendedReal> scaled = exactly(scaledData).normalized(paper);
    for (int i = 0; i < data.count(); i++) {
      BigDecimal expected = decimal(normalized.get(i)).multiply(BigDecimal.valueOf(Integer.signum(scale)));
      assertEquals(0, expected.compareTo(decimal(scaled.get(i))), "value " + i);
    }
  }

  private static BigDecimal decimal(ExtendedReal number) {
    return ((QuadraticNumber) number).toDecimal(DIGITS);
  }

  @Property
  void theOrderOfTheValuesDoesNotMatter(
      @ForAll(supplier = ChannelData.Any.class) ChannelData data, @ForAll @IntRange(max = 6) int rotation) {
    ChannelNumbers<ExtendedReal> in = exactly(data);
    ChannelNumbers<ExtendedReal> moved = in.withX(rotated(in.x(), rotation)).withDy(rotated(in.dy(), rotation));
    assertSameNumbers(rotated(in.trainingOutput(paper), rotation), moved.trainingOutput(paper));
    Gradients<ExtendedReal> g = in.trainingBackward(paper);
    assertSameGradients(new Gradients<>(rotated(g.dx(), rotation), g.dgamma(), g.dbeta()), moved.trainingBackward(paper));
  }

  private static <T> List<T> rotated(List<T> list, int rotation) {
    int size = list.size();
    return IntStream.range(0, size).mapToObj(i -> list.get(Math.floorMod(size - 1 - i + rotation, size))).toList();
  }

  @Property
  void gammaAsTheRootOfVAndBetaAsTheMeanGiveTheInputBack(@ForAll(supplier = ChannelData.Any.class) ChannelData data) {
    ChannelNumbers<ExtendedReal> in = exactly(data);
    ExtendedReal root = a.sqrt(a.add(in.variance(paper), in.epsilon()));
    assertSameNumbers(in.x(), in.withGammaAndBeta(root, in.mean(paper)).trainingOutput(paper));
  }

  @Property
  void theGradientOfTheInputSumsToTheUpstreamGradientOfTheMeanBn15(@ForAll(supplier = ChannelData.Any.class) ChannelData data) {
    ChannelNumbers<ExtendedReal> in = exactly(data);
    assertSameNumber(in.dmean(), a.sum(in.trainingBackward(paper).dx()));
  }

  /** Σ dx_i x̂_i = gamma r dgamma epsilon/v + 2 dvariance variance r. */
  @Property
  void theGradientOfTheInputAlongTheNormalizedInputIsWhatEpsilonLeavesBn15(
      @ForAll(supplier = ChannelData.Any.class) ChannelData data) {
    ChannelNumbers<ExtendedReal> in = exactly(data);
    Gradients<ExtendedReal> g = in.trainingBackward(paper);
    ExtendedReal r = in.inverseStd(paper);
    ExtendedReal variance = in.variance(paper);
    ExtendedReal left = a.divide(in.epsilon(), a.add(variance, in.epsilon()));
    ExtendedReal ofOutput = a.multiply(a.multiply(in.gamma(), r), a.multiply(g.dgamma(), left));
    ExtendedReal ofVariance = a.multiply(a.multiply(a.of(2), in.dvariance()), a.multiply(variance, r));
    assertSameNumber(a.add(ofOutput, ofVariance), ChannelNumbers.dot(a, g.dx(), in.normalized(paper)));
  }

  @Property
  void theBatchsOwnStatisticsMakeInferenceTrainingBn10(@ForAll(supplier = ChannelData.Any.class) ChannelData data) {
    ChannelNumbers<ExtendedReal> in = exactly(data);
    ChannelNumbers<ExtendedReal> own = new ChannelNumbers<>(
        in.x(), in.dy(), in.gamma(), in.beta(), in.epsilon(), in.dmean(), in.dvariance(), in.mean(paper), in.variance(paper));
    assertSameNumbers(in.trainingOutput(paper), own.inferenceOutput(paper));
    assertSameNumber(in.trainingBackward(paper).dgamma(), own.inferenceBackward(paper).dgamma());
    assertSameNumber(in.trainingBackward(paper).dbeta(), own.inferenceBackward(paper).dbeta());
  }

  @Property
  void aSingleValueGivesBetaAndItsGradientIsThatOfTheMean(@ForAll(supplier = ChannelData.Any.class) ChannelData data) {
    ChannelNumbers<ExtendedReal> in = exactly(new ChannelData(
        data.x().subList(0, 1), data.dy().subList(0, 1), data.gamma(), data.beta(), data.epsilon(), data.dmean(),
        data.dvariance(), data.runningMean(), data.runningVariance()));
    assertSameNumbers(List.of(in.beta()), in.trainingOutput(paper));
    assertSameGradients(new Gradients<>(List.of(in.dmean()), a.of(0), in.dy().get(0)), in.trainingBackward(paper));
  }
}
