package org.bnoracle.equations;

import static org.bnoracle.equations.ExactAssertions.assertSameGradients;
import static org.bnoracle.equations.ExactAssertions.assertSameNumber;
import static org.bnoracle.equations.ExactAssertions.assertSameNumbers;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.bnoracle.number.ExtendedReal;
import org.junit.jupiter.api.Test;

/** What several workers and several batches have in common, in exact numbers. */
class ManyBatchesTest {
  /** Shards of any sizes, also of none and of one value, which together have that many. */
  private static List<Integer> shards(List<Integer> sizes, int count) {
    List<Integer> shards = new ArrayList<>();
    int left = count;
    for (int size : sizes) {
      shards.add(Math.min(size, left));
      left -= Math.min(size, left);
    }
    shards.add(left);
    return shards;
  }

  @Property
  void anyPartitionGivesTheWholeBatchsResultBn23(
      @ForAll(supplier = ChannelData.Any.class) ChannelData data, @ForAll @Size(max = 4) List<@IntRange(max = 3) Integer> sizes) {
    ExactArithmetic a = new ExactArithmetic(data.count());
    ChannelNumbers<ExtendedReal> in = data.in(a);
    Equations<ExtendedReal> whole = Text.PAPER.over(a);
    Equations<ExtendedReal> merged = new MergedText<>(a, shards(sizes, data.count()));
    assertSameNumber(in.mean(whole), in.mean(merged));
    assertSameNumber(in.variance(whole), in.variance(merged));
    assertSameNumbers(in.trainingOutput(whole), in.trainingOutput(merged));
    assertSameGradients(in.trainingBackward(whole), in.trainingBackward(merged));
  }

  /** 1 to 5 on one worker and 11 on the other: the mean is 13/3, not the mean of means, 7. */
  @Test
  void theMeanIsNotTheMeanOfMeansBn23() {
    ExactArithmetic a = new ExactArithmetic(6);
    List<ExtendedReal> x = List.of(a.of(1), a.of(2), a.of(3), a.of(4), a.of(5), a.of(11));
    assertSameNumber(a.over(a.of(13), 3), new MergedText<>(a, List.of(5, 1)).mean(x));
  }

  /** By sums of x and x², each batch on its own: Σx/m and (Σx² - (Σx)²/m)/(m - 1), averaged. */
  @Property
  void thePopulationIsTheAverageOfTheBatchesBn9(
      @ForAll(supplier = ChannelData.Any.class) ChannelData one, @ForAll(supplier = ChannelData.Any.class) ChannelData other) {
    ExactArithmetic a = new ExactArithmetic(one.count() + other.count() + 4);
    Equations<ExtendedReal> paper = Text.PAPER.over(a);
    List<ExtendedReal> means = new ArrayList<>();
    List<ExtendedReal> variances = new ArrayList<>();
    ExtendedReal mean = a.of(0);
    ExtendedReal variance = a.of(0);
    for (ChannelData data : List.of(one, other)) {
      List<ExtendedReal> x = new ArrayList<>(data.x().stream().map(a::of).toList());
      x.add(a.of(0.5));
      x.add(a.of(-3));
      means.add(paper.mean(x));
      variances.add(paper.sampleVariance(paper.variance(x, paper.mean(x)), x.size()));
      ExtendedReal sum = a.sum(x);
      ExtendedReal squares = a.subtract(a.sum(Lists.map(x, a::square)), a.over(a.square(sum), x.size()));
      mean = a.add(mean, a.over(sum, 2L * x.size()));
      variance = a.add(variance, a.over(squares, 2L * (x.size() - 1)));
    }
    assertSameNumber(mean, paper.populationMean(means));
    assertSameNumber(variance, paper.populationVariance(variances));
  }

  /** A linear layer with x as its weight and dy as its input, dmean as its bias. */
  @Property
  void theFoldedLayerIsTheLayerAndItsInferenceBn11(@ForAll(supplier = ChannelData.Any.class) ChannelData data) {
    ExactArithmetic a = new ExactArithmetic(data.count());
    ChannelNumbers<ExtendedReal> in = data.in(a);
    Equations<ExtendedReal> paper = Text.PAPER.over(a);
    ExtendedReal r = in.runningInverseStd(paper);
    ExtendedReal layer = a.add(ChannelNumbers.dot(a, in.x(), in.dy()), in.dmean());
    ExtendedReal normalized = paper.output(List.of(layer), in.runningMean(), r, in.gamma(), in.beta()).get(0);
    ExtendedReal scale = paper.foldedScale(in.gamma(), r);
    ExtendedReal bias = paper.foldedBias(in.dmean(), in.runningMean(), scale, in.beta());
    assertSameNumber(normalized, a.add(ChannelNumbers.dot(a, paper.foldedWeight(in.x(), scale), in.dy()), bias));
  }
}
