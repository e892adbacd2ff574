package org.bnoracle.batchnorm;

import java.util.Arrays;
import org.bnoracle.blocked.Elements;
import org.bnoracle.blocked.Upstream;
import org.bnoracle.tensor.ChannelView;
import org.bnoracle.tensor.Shape;

/** Complains where arrays do not fit a shape. */
record Sizes(Shape shape, ChannelView view) {
  Sizes data(String name, Elements elements) {
    if (elements.size() != shape.size()) {
      throw new IllegalArgumentException(
          "%s must have the %d elements of the shape %s, has %d".formatted(name, shape.size(), shape, elements.size()));
    }
    return this;
  }

  /** The array of a result, which may not be that of an input and has its type. */
  Sizes result(String name, Elements result, Elements input) {
    if (result.sharesArrayWith(input)) {
      throw new IllegalArgumentException(name + " needs an array of its own, it has that of an input");
    }
    if (result.format() != input.format()) {
      throw new IllegalArgumentException(
          "%s must be %s as the input is, was %s".formatted(name, input.format(), result.format()));
    }
    return data(name, result);
  }

  Sizes channels(String name, double[] values) {
    if (values.length != view.channels()) {
      throw new IllegalArgumentException(
          "%s must have one value for each of the %d channels, has %d".formatted(name, view.channels(), values.length));
    }
    return this;
  }

  /** @param beta null where there is none, like gamma */
  Sizes parameters(double[] gamma, double[] beta) {
    if (gamma != null) {
      channels("gamma", gamma);
    }
    return beta == null ? this : channels("beta", beta);
  }

  /** Running statistics that are needed. */
  Sizes needed(RunningStatistics running) {
    if (running == null) {
      throw new IllegalArgumentException("inference needs running statistics, there are none");
    }
    return running(running);
  }

  /** @param running null where there are none */
  Sizes running(RunningStatistics running) {
    return running == null
        ? this
        : channels("the running mean", running.mean()).channels("the running variance", running.variance());
  }

  /** @param upstream null where there are none */
  Sizes upstream(Upstream upstream) {
    return upstream == null ? this : channels("dmean", upstream.dmean()).channels("dvariance", upstream.dvariance());
  }

  /** Whether there is nothing to compute but these results of channels, which get that value. */
  boolean isEmpty(double value, double[]... results) {
    if (view.count() > 0) {
      return false;
    }
    for (double[] result : results) {
      Arrays.fill(result, value);
    }
    return true;
  }
}
