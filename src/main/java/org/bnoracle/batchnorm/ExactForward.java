package org.bnoracle.batchnorm;

import java.util.List;
import org.bnoracle.blocked.ChannelResult;
import org.bnoracle.blocked.Elements;
import org.bnoracle.blocked.ExactChannel;
import org.bnoracle.blocked.Parameters;
import org.bnoracle.blocked.RunningUpdate;
import org.bnoracle.equations.VarianceConvention;
import org.bnoracle.number.ExtendedReal;
import org.bnoracle.tensor.ChannelView;

/** One channel of a training forward by the equations; each result is computed when it is first asked for. */
final class ExactForward implements ExactChannel {
  private final ChannelNumbers numbers;
  private final Parameters parameters;
  private final RunningUpdate update;
  private final Elements x;
  private final long count;
  private ExtendedReal mean;
  private ExtendedReal variance;
  private ExtendedReal r;

  ExactForward(ChannelView view, int channel, Parameters parameters, Elements x, RunningUpdate update) {
    this.numbers = new ChannelNumbers(view, channel);
    this.parameters = parameters;
    this.update = update;
    this.x = x;
    this.count = view.count();
  }

  @Override
  public double element(int i) {
    ExtendedReal y = numbers.equations.output(
        List.of(numbers.of(x, i)), mean(), r(), numbers.of(parameters.gamma(), 1), numbers.of(parameters.beta(), 0)).get(0);
    return ChannelNumbers.rounded(y, x.format());
  }

  @Override
  public double value(ChannelResult result) {
    return ChannelNumbers.rounded(exactly(result), parameters.format());
  }

  private ExtendedReal exactly(ChannelResult result) {
    return switch (result) {
      case MEAN -> mean();
      case VARIANCE -> variance();
      case INVERSE_STD -> r();
      case RUNNING_MEAN -> numbers.equations.runningMean(numbers.of(update.mean(), 0), mean(), weight());
      case RUNNING_VARIANCE -> numbers.equations.runningVariance(
          numbers.of(update.variance(), 0), variance(), weight(),
          update.sample() ? VarianceConvention.SAMPLE : VarianceConvention.POPULATION, count);
      case DGAMMA, DBETA -> throw new IllegalArgumentException("a forward has no " + result);
    };
  }

  private ExtendedReal mean() {
    if (mean == null) {
      mean = numbers.mean(x);
    }
    return mean;
  }

  private ExtendedReal variance() {
    if (variance == null) {
      variance = numbers.variance(x, mean());
    }
    return variance;
  }

  private ExtendedReal r() {
    if (r == null) {
      r = numbers.equations.inverseStd(variance(), numbers.of(parameters.epsilon()));
    }
    return r;
  }

  private ExtendedReal weight() {
    return update.divisor() == 1
        ? numbers.of(update.momentum())
        : numbers.equations.cumulativeWeight(update.divisor());
  }
}
