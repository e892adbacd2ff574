package org.bnoracle.batchnorm;

import org.bnoracle.blocked.Engine;
import org.bnoracle.blocked.Mode;
import org.bnoracle.equations.VarianceConvention;
import org.bnoracle.number.BinaryFormat;

/** Collects the settings of a {@link BatchNorm}. */
public final class BatchNormBuilder {
  private int channelAxis = 1;
  private double epsilon = 1e-5;
  private double momentum = 0.1;
  private boolean isCumulative;
  private VarianceConvention convention = VarianceConvention.SAMPLE;
  private int threads = 1;
  private Mode mode = Mode.CORRECTLY_ROUNDED;
  private boolean isScalar;
  private BinaryFormat statisticsFormat;
  private BinaryFormat parameterFormat;

  BatchNormBuilder() {}

  /** The axis that counts the channels, from 0: 1 for NCHW, 3 for NHWC. */
  public BatchNormBuilder channelAxis(int axis) {
    channelAxis = axis;
    return this;
  }

  /**
   * The number added to the variance, exactly this double.
   *
   * @throws IllegalArgumentException if it is negative or not finite
   */
  public BatchNormBuilder epsilon(double value) {
    if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("epsilon must be a number of 0 or more, was " + value);
    }
    epsilon = value;
    return this;
  }

  /**
   * The weight of a batch in the running statistics, exactly this double.
   *
   * @throws IllegalArgumentException if it is not from 0 to 1
   */
  public BatchNormBuilder momentum(double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException("momentum must be from 0 to 1, was " + value);
    }
    momentum = value;
    isCumulative = false;
    return this;
  }

  /** Running statistics become averages over all batches: the k-th has the weight 1/k, BN-8. */
  public BatchNormBuilder cumulativeAverage() {
    isCumulative = true;
    return this;
  }

  /** Which variance enters the running variance; sample by default. */
  public BatchNormBuilder runningVariance(VarianceConvention value) {
    convention = value;
    return this;
  }

  /**
   * The most threads that a call uses, the caller's included.
   *
   * @throws IllegalArgumentException if there are none
   */
  public BatchNormBuilder threads(int value) {
    if (value < 1) {
      throw new IllegalArgumentException("threads must be 1 or more, was " + value);
    }
    threads = value;
    return this;
  }

  /** Elements with ordinary rounding errors: faster, no longer the same bits for any JVM. */
  public BatchNormBuilder plain() {
    mode = Mode.PLAIN;
    return this;
  }

  /** The scalar kernels even where the Vector API is present; correctly rounded results are the same. */
  public BatchNormBuilder scalar() {
    isScalar = true;
    return this;
  }

  /** The format that statistics are rounded to; by default that of the data. */
  public BatchNormBuilder statisticsFormat(BinaryFormat format) {
    statisticsFormat = format;
    return this;
  }

  /** The format that dgamma and dbeta are rounded to; by default that of the data. */
  public BatchNormBuilder parameterFormat(BinaryFormat format) {
    parameterFormat = format;
    return this;
  }

  public BatchNorm build() {
    Engine engine = isScalar ? Engine.scalar(threads, mode) : new Engine(threads, mode);
    return new BatchNorm(
        new Settings(channelAxis, epsilon, momentum, isCumulative, convention, statisticsFormat, parameterFormat), engine);
  }
}
