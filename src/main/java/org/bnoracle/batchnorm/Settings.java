package org.bnoracle.batchnorm;

import org.bnoracle.blocked.Elements;
import org.bnoracle.blocked.Parameters;
import org.bnoracle.blocked.RunningUpdate;
import org.bnoracle.equations.VarianceConvention;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.tensor.ChannelView;
import org.bnoracle.tensor.Shape;

/**
 * What a {@link BatchNormBuilder} has collected.
 *
 * @param statisticsFormat null for the data's
 * @param parameterFormat null for the data's
 */
record Settings(
    int channelAxis, double epsilon, double momentum, boolean isCumulative, VarianceConvention convention,
    BinaryFormat statisticsFormat, BinaryFormat parameterFormat) {

  ChannelView view(Shape shape) {
    if (channelAxis < 0 || channelAxis >= shape.rank()) {
      throw new IllegalArgumentException("the shape %s has no channel axis %d".formatted(shape, channelAxis));
    }
    return new ChannelView(shape, channelAxis);
  }

  /** For forwards, whose results of channels are statistics. */
  Parameters forward(double[] gamma, double[] beta, Elements data) {
    return new Parameters(gamma, beta, epsilon, statisticsFormat == null ? data.format() : statisticsFormat);
  }

  /** For backwards, whose results of channels are gradients of parameters. */
  Parameters backward(double[] gamma, Elements data) {
    return new Parameters(gamma, null, epsilon, parameterFormat == null ? data.format() : parameterFormat);
  }

  /**
   * How running statistics take a batch of so many values a channel in.
   *
   * @throws IllegalArgumentException if there is no sample variance of so few values
   */
  RunningUpdate update(RunningStatistics running, int count) {
    boolean isSample = convention == VarianceConvention.SAMPLE;
    if (isSample && count == 1) {
      throw new IllegalArgumentException(
          "a channel of 1 value has no sample variance; give it more values, or let the population variance run");
    }
    return isCumulative
        ? new RunningUpdate(running.mean(), running.variance(), 1, running.batches() + 1, isSample)
        : new RunningUpdate(running.mean(), running.variance(), momentum, 1, isSample);
  }
}
