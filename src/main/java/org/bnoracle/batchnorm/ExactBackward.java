package org.bnoracle.batchnorm;

import java.util.List;
import java.util.stream.Stream;
import org.bnoracle.blocked.ChannelResult;
import org.bnoracle.blocked.Elements;
import org.bnoracle.blocked.ExactChannel;
import org.bnoracle.blocked.Parameters;
import org.bnoracle.blocked.Upstream;
import org.bnoracle.equations.ExactArithmetic;
import org.bnoracle.number.ExtendedReal;
import org.bnoracle.tensor.ChannelView;

/** One channel of a training backward; each result is computed when it is first asked for. */
final class ExactBackward implements ExactChannel {
  private final ChannelNumbers numbers;
  private final Parameters parameters;
  private final Elements x;
  private final Elements dy;
  private final long count;
  private final ExtendedReal gamma;
  private final ExtendedReal dmean;
  private final ExtendedReal dvariance;
  private ExtendedReal mean;
  private ExtendedReal r;
  private ExtendedReal dgamma;
  private ExtendedReal dbeta;
  private List<ExtendedReal> byTheText;

  ExactBackward(ChannelView view, int channel, Parameters parameters, Upstream upstream, Elements x, Elements dy) {
    this.numbers = new ChannelNumbers(view, channel);
    this.parameters = parameters;
    this.x = x;
    this.dy = dy;
    this.count = view.count();
    this.gamma = numbers.of(parameters.gamma(), 1);
    this.dmean = numbers.of(upstream == null ? null : upstream.dmean(), 0);
    this.dvariance = numbers.of(upstream == null ? null : upstream.dvariance(), 0);
  }

  @Override
  public double element(int i) {
    boolean isFinite = Stream.of(gamma, dmean, dvariance, mean(), r(), dgamma(), dbeta()).allMatch(ExtendedReal::isFinite);
    return ChannelNumbers.rounded(isFinite ? dx(i) : byTheText().get(i), x.format());
  }

  /** BN-12..15, put together: dx_i = gamma r (dy_i - (dbeta + x̂_i dgamma) / m) + (dmean + 2 dvariance (x_i - mean)) / m. */
  private ExtendedReal dx(int i) {
    ExactArithmetic a = numbers.arithmetic;
    ExtendedReal deviation = a.subtract(numbers.of(x, i), mean());
    ExtendedReal share = a.over(a.add(dbeta(), a.multiply(a.multiply(deviation, r()), dgamma())), count);
    ExtendedReal upstream = a.over(a.add(dmean, a.multiply(a.multiply(a.of(2), dvariance), deviation)), count);
    return a.add(a.multiply(a.multiply(gamma, r()), a.subtract(numbers.of(dy, i), share)), upstream);
  }

  /** BN-12..15 step by step, which says what special values become. */
  private List<ExtendedReal> byTheText() {
    if (byTheText == null) {
      byTheText = numbers.equations.trainingBackward(numbers.of(x), numbers.of(dy), mean(), r(), gamma, dmean, dvariance).dx();
    }
    return byTheText;
  }

  @Override
  public double value(ChannelResult result) {
    ExtendedReal exact = switch (result) {
      case DGAMMA -> dgamma();
      case DBETA -> dbeta();
      default -> throw new IllegalArgumentException("a backward has no " + result);
    };
    return ChannelNumbers.rounded(exact, parameters.format());
  }

  private ExtendedReal mean() {
    if (mean == null) {
      mean = numbers.mean(x);
    }
    return mean;
  }

  private ExtendedReal r() {
    if (r == null) {
      r = numbers.equations.inverseStd(numbers.variance(x, mean()), numbers.of(parameters.epsilon()));
    }
    return r;
  }

  private ExtendedReal dgamma() {
    if (dgamma == null) {
      dgamma = numbers.gradientOfScale(x, dy, mean(), r());
    }
    return dgamma;
  }

  private ExtendedReal dbeta() {
    if (dbeta == null) {
      dbeta = numbers.sum(dy);
    }
    return dbeta;
  }
}
