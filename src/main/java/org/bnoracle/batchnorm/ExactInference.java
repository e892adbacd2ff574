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
  private final Elements data;
  private final List<ExtendedReal> x;
  private final List<ExtendedReal> dy;
  private final List<ExtendedReal> elements;
  private final ExtendedReal mean;
  private final ExtendedReal r;

  /** @param dy null in a forward */
  ExactInference(
      ChannelView view, int channel, Parameters parameters, RunningStatistics running, Elements x, Elements dy) {
    this.numbers = new ChannelNumbers(view, channel);
    this.parameters = parameters;
    this.data = x;
    this.x = numbers.of(x);
    this.dy = dy == null ? List.of() : numbers.of(dy);
    this.mean = numbers.of(running.mean(), 0);
    this.r = numbers.equations.inverseStd(numbers.of(running.variance(), 0), numbers.of(parameters.epsilon()));
    ExtendedReal gamma = numbers.of(parameters.gamma(), 1);
    this.elements = dy == null
        ? numbers.equations.output(this.x, mean, r, gamma, numbers.of(parameters.beta(), 0))
        : numbers.equations.inferenceGradientOfInput(this.dy, r, gamma);
  }

  @Override
  public double element(int i) {
    return ChannelNumbers.rounded(elements.get(i), data.format());
  }

  @Override
  public double value(ChannelResult result) {
    ExtendedReal exact = switch (result) {
      case DGAMMA -> numbers.equations.gradientOfScale(x, dy, mean, r);
      case DBETA -> numbers.equations.gradientOfShift(dy);
      default -> throw new IllegalArgumentException("an inference backward has no " + result);
    };
    return ChannelNumbers.rounded(exact, parameters.format());
  }
}
