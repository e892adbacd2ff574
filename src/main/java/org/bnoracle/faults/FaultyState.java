package org.bnoracle.faults;

import static org.bnoracle.faults.Fault.BESSEL_BY_SAMPLES;
import static org.bnoracle.faults.Fault.BESSEL_BY_SHARD;
import static org.bnoracle.faults.Fault.BESSEL_WITH_EPSILON;
import static org.bnoracle.faults.Fault.EPSILON_STORED;
import static org.bnoracle.faults.Fault.MEAN_IN_RUNNING_VARIANCE;
import static org.bnoracle.faults.Fault.STATE_AS_STD;
import static org.bnoracle.faults.Fault.STATE_NOT_UPDATED;
import static org.bnoracle.faults.Fault.STATE_UPDATED_TWICE;

import java.util.List;
import java.util.Map;
import org.bnoracle.equations.ComparingArithmetic;
import org.bnoracle.equations.Equations;
import org.bnoracle.equations.VarianceConvention;
import org.bnoracle.operation.Attribute;
import org.bnoracle.operation.Channel;
import org.bnoracle.operation.Slot;

/** The running statistics of a channel, as a program with faults updates them. */
final class FaultyState<T> {
  private final FaultyChannel<T> c;
  private final Channel<T> in;
  private final ComparingArithmetic<T> a;
  private final Equations<T> equations;

  FaultyState(FaultyChannel<T> c) {
    this.c = c;
    this.in = c.in();
    this.a = c.a();
    this.equations = c.equations();
  }

  /** Updates with the statistics of a batch. The sample variance of a single value does not exist. */
  void update(T mean, T variance, Map<Slot, List<T>> out) {
    boolean hasVariance = in.attributes().varianceConvention() == VarianceConvention.POPULATION || in.count() != 1;
    T runningMean = in.value(Slot.RUNNING_MEAN);
    T runningVariance = in.value(Slot.RUNNING_VARIANCE);
    T momentum = in.momentum(equations);
    for (int i = 0; i < updates(); i++) {
      runningMean = equations.runningMean(runningMean, mean, momentum);
      runningVariance = hasVariance ? updated(runningVariance, entering(mean, variance), momentum) : runningVariance;
    }
    out.put(Slot.RUNNING_MEAN, List.of(runningMean));
    if (hasVariance) {
      out.put(Slot.RUNNING_VARIANCE, List.of(runningVariance));
    }
  }

  private int updates() {
    if (c.has(STATE_NOT_UPDATED)) {
      return 0;
    }
    return c.has(STATE_UPDATED_TWICE) ? 2 : 1;
  }

  /** What enters the running variance. */
  private T entering(T mean, T variance) {
    return c.has(MEAN_IN_RUNNING_VARIANCE)
        ? mean : batchVariance(c.has(EPSILON_STORED) ? a.add(variance, in.epsilon()) : variance);
  }

  private T updated(T old, T batch, T momentum) {
    return c.has(STATE_AS_STD)
        ? a.square(equations.runningMean(a.sqrt(old), a.sqrt(batch), momentum))
        : equations.runningMean(old, batch, momentum);
  }

  /** The variance that enters the state, by its convention. */
  private T batchVariance(T variance) {
    if (in.attributes().varianceConvention() == VarianceConvention.POPULATION) {
      return variance;
    }
    int samples = c.question().data().shape().dimension(0);
    if (c.has(BESSEL_BY_SAMPLES) && samples > 1) {
      return FaultyStatistics.sample(a, variance, samples, samples - 1);
    }
    if (c.has(BESSEL_BY_SHARD) && in.attributes().has(Attribute.PARTITION)) {
      int local = in.parts(Slot.X, Attribute.PARTITION).stream().mapToInt(List::size).filter(size -> size > 0).findFirst().orElse(0);
      return FaultyStatistics.sample(a, variance, local, local - 1);
    }
    return c.has(BESSEL_WITH_EPSILON)
        ? a.divide(a.multiply(a.of(in.count()), variance), a.add(a.of(in.count() - 1), in.epsilon()))
        : FaultyStatistics.sample(a, variance, in.count(), in.count() - 1);
  }
}
