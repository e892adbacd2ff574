package org.bnoracle.batchnorm;

import java.util.List;
import org.bnoracle.blocked.ChannelResult;
import org.bnoracle.blocked.Elements;
import org.bnoracle.blocked.ExactChannel;
import org.bnoracle.blocked.Parameters;
import org.bnoracle.number.ExtendedReal;
import org.bnoracle.tensor.ChannelView;

/** One channel of an inference, forward or backward, by the equations. */
final class ExactInference implements ExactChannel {
  private final ChannelNumbers numbers;
  private final Parameters parameters;
  private final Elements x;
  private final Elements dy;
  private final ExtendedReal mean;
  private final ExtendedReal r;

  /** @param dy null in a forward */
  ExactInference(
      ChannelView view, int channel, Parameters parameters, RunningStatistics running, Elements x, Elements dy) {
    this.numbers = new ChannelNumbers(view, channel);
    this.parameters = parameters;
    this.x = x;
    this.dy = dy;
    this.mean = numbers.of(running.mean(), 0);
    this.r = numbers.equations.inverseStd(numbers.of(running.variance(), 0), numbers.of(parameters.epsilon()));
  }

  @Override
  public double element(int i) {
    ExtendedReal gamma = numbers.of(parameters.gamma(), 1);
    List<ExtendedReal> element = dy == null
        ? numbers.equations.output(List.of(numbers.of(x, i)), mean, r, gamma, numbers.of(parameters.beta(), 0))
        : numbers.equations.inferenceGradientOfInput(List.of(numbers.of(dy, i)), r, gamma);
    return ChannelNumbers.rounded(element.get(0), x.format());
  }

  @Override
  public double value(ChannelResult result) {
    ExtendedReal exact = switch (result) {
      case DGAMMA -> numbers.gradientOfScale(x, dy, mean, r);
      case DBETA -> numbers.sum(dy);
      default -> throw new IllegalArgumentException("an inference backward has no " + result);
    };
    return ChannelNumbers.rounded(exact, parameters.format());
  }
}
