package org.bnoracle.batchnorm;

import java.util.List;
import org.bnoracle.blocked.ChannelResult;
import org.bnoracle.blocked.Elements;
import org.bnoracle.blocked.ExactChannel;
import org.bnoracle.blocked.Parameters;
import org.bnoracle.blocked.Upstream;
import org.bnoracle.number.ExtendedReal;
import org.bnoracle.tensor.ChannelView;

/** One channel of a training backward by the equations; each result is computed when it is first asked for. */
final class ExactBackward implements ExactChannel {
  private final ChannelNumbers numbers;
  private final Parameters parameters;
  private final Upstream upstream;
  private final Elements data;
  private final List<ExtendedReal> x;
  private final List<ExtendedReal> dy;
  private ExtendedReal mean;
  private ExtendedReal r;
  private List<ExtendedReal> dx;

  ExactBackward(ChannelView view, int channel, Parameters parameters, Upstream upstream, Elements x, Elements dy) {
    this.numbers = new ChannelNumbers(view, channel);
    this.parameters = parameters;
    this.upstream = upstream;
    this.data = x;
    this.x = numbers.of(x);
    this.dy = numbers.of(dy);
  }

  @Override
  public double element(int i) {
    if (dx == null) {
      ExtendedReal dmean = numbers.of(upstream == null ? null : upstream.dmean(), 0);
      ExtendedReal dvariance = numbers.of(upstream == null ? null : upstream.dvariance(), 0);
      dx = numbers.equations.trainingBackward(
          x, dy, mean(), r(), numbers.of(parameters.gamma(), 1), dmean, dvariance).dx();
    }
    return ChannelNumbers.rounded(dx.get(i), data.format());
  }

  @Override
  public double value(ChannelResult result) {
    ExtendedReal exact = switch (result) {
      case DGAMMA -> numbers.equations.gradientOfScale(x, dy, mean(), r());
      case DBETA -> numbers.equations.gradientOfShift(dy);
      default -> throw new IllegalArgumentException("a backward has no " + result);
    };
    return ChannelNumbers.rounded(exact, parameters.format());
  }

  private ExtendedReal mean() {
    if (mean == null) {
      mean = numbers.equations.mean(x);
    }
    return mean;
  }

  private ExtendedReal r() {
    if (r == null) {
      r = numbers.equations.inverseStd(numbers.equations.variance(x, mean()), numbers.of(parameters.epsilon()));
    }
    return r;
  }
}
