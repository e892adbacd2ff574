package org.bnoracle.equations;

import static org.bnoracle.equations.ExactAssertions.assertSameNumber;
import static org.bnoracle.equations.VarianceConvention.POPULATION;
import static org.bnoracle.equations.VarianceConvention.SAMPLE;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.bnoracle.number.ExtendedReal;
import org.junit.jupiter.api.Test;

/** BN-6, BN-7 and BN-8 in exact numbers. */
class RunningStatisticsTest {
  private static final int COUNT = 3;

  private final ExactArithmetic a = new ExactArithmetic(COUNT);
  private final Equations<ExtendedReal> paper = Text.PAPER.over(a);

  @Property
  void momentumOneTakesTheBatchAndMomentumZeroKeepsTheStateBn6(
      @ForAll(supplier = ChannelData.Numbers.class) double old, @ForAll(supplier = ChannelData.Numbers.class) double batch) {
    assertSameNumber(a.of(batch), paper.runningMean(a.of(old), a.of(batch), a.of(1)));
    assertSameNumber(a.of(old), paper.runningMean(a.of(old), a.of(batch), a.of(0)));
    assertSameNumber(a.of(batch), paper.runningVariance(a.of(old), a.of(batch), a.of(1), POPULATION, COUNT));
    assertSameNumber(a.of(old), paper.runningVariance(a.of(old), a.of(batch), a.of(0), SAMPLE, COUNT));
  }

  @Property
  void cumulativeWeightsGiveTheMeanOfAllBatchesBn8(
      @ForAll @Size(min = 1, max = 9) List<@From(supplier = ChannelData.Numbers.class) Double> means) {
    ExtendedReal average = a.of(12.5);
    for (int k = 1; k <= means.size(); k++) {
      average = paper.runningMean(average, a.of(means.get(k - 1)), paper.cumulativeWeight(k));
    }
    List<ExtendedReal> numbers = means.stream().map(a::of).toList();
    assertSameNumber(a.over(a.sum(numbers), means.size()), average);
  }

  @Test
  void momentumIsTheWeightOfTheNewBatchBn6() {
    assertSameNumber(a.of(0.75 * 8 + 0.25 * 4), paper.runningMean(a.of(8), a.of(4), a.of(0.25)));
  }

  @Test
  void theSampleVarianceIsTheVarianceTimesMOverMMinus1Bn7() {
    assertSameNumber(a.of(0.75 * 8 + 0.25 * (4 * 1.5)), paper.runningVariance(a.of(8), a.of(4), a.of(0.25), SAMPLE, COUNT));
    assertSameNumber(a.of(0.75 * 8 + 0.25 * 4), paper.runningVariance(a.of(8), a.of(4), a.of(0.25), POPULATION, COUNT));
  }

  @Property
  void theSampleVarianceTimesMMinus1IsTheSumOfSquaresBn7(
      @ForAll(supplier = ChannelData.Numbers.class) double variance, @ForAll @IntRange(min = 2, max = 1000) int m) {
    ExtendedReal sample = paper.runningVariance(a.of(0), a.of(variance), a.of(1), SAMPLE, m);
    assertSameNumber(a.multiply(a.of(m), a.of(variance)), a.multiply(a.of(m - 1), sample));
  }

  @Property
  void theIncrementIsTheWeightedAverageBn6And7(
      @ForAll(supplier = ChannelData.Numbers.class) double old, @ForAll(supplier = ChannelData.Numbers.class) double batch,
      @ForAll(supplier = ChannelData.Numbers.class) double momentum) {
    Equations<ExtendedReal> increment = Spelling.PAPER.with(Spelling.Update.INCREMENT).over(a);
    Equations<ExtendedReal> weighted = Spelling.PAPER.over(a);
    assertSameNumber(paper.runningMean(a.of(old), a.of(batch), a.of(momentum)),
        increment.runningMean(a.of(old), a.of(batch), a.of(momentum)));
    assertSameNumber(paper.runningVariance(a.of(old), a.of(batch), a.of(momentum), SAMPLE, COUNT),
        increment.runningVariance(a.of(old), a.of(batch), a.of(momentum), SAMPLE, COUNT));
    assertSameNumber(paper.runningMean(a.of(old), a.of(batch), a.of(momentum)),
        weighted.runningMean(a.of(old), a.of(batch), a.of(momentum)));
  }
}
