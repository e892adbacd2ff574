package org.bnoracle.blocked;

/**
 * How running statistics take a batch in: s ← (1-a) s + a t, BN-6 to BN-8, with the batch's weight a = momentum / divisor.
 *
 * @param mean old values in, new values out
 * @param variance likewise
 * @param momentum from 0 to 1
 * @param divisor 1, or the number of the batch in a cumulative average with momentum 1
 * @param sample whether the variance that enters is m/(m-1) times the population variance
 */
public record RunningUpdate(double[] mean, double[] variance, double momentum, long divisor, boolean sample) {
  DoubleDouble mean(int channel, DoubleDouble batch) {
    return update(mean[channel], batch);
  }

  DoubleDouble variance(int channel, DoubleDouble batch, long count) {
    return update(variance[channel], sample ? batch.times(count).over(count - 1) : batch);
  }

  private DoubleDouble update(double old, DoubleDouble batch) {
    DoubleDouble weight = divisor == 1 ? DoubleDouble.of(momentum) : DoubleDouble.of(momentum).over(divisor);
    return DoubleDouble.ONE.minus(weight).times(old).plus(weight.times(batch));
  }
}
