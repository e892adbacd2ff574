package org.bnoracle.operation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.bnoracle.equations.Equations;
import org.bnoracle.equations.Gradients;
import org.bnoracle.equations.VarianceConvention;

/** One channel of the operations that use the statistics of the batch. */
final class Training {
  private Training() {}

  /** BN-1..8. Without values there are no statistics, and the state stays. */
  static <T> Map<Slot, List<T>> forward(Equations<T> equations, Channel<T> in) {
    Map<Slot, List<T>> out = new EnumMap<>(Slot.class);
    List<T> x = in.values(Slot.X);
    if (in.count() == 0) {
      out.put(Slot.Y, x);
      keepState(in, out);
      return out;
    }
    T mean = equations.mean(x);
    T variance = equations.variance(x, mean);
    T r = equations.inverseStd(variance, in.epsilon());
    List<T> y = equations.output(x, mean, r, in.value(Slot.GAMMA, 1), in.value(Slot.BETA, 0));
    out.put(Slot.Y, in.activated(equations, y));
    out.put(Slot.MEAN, List.of(mean));
    out.put(Slot.VARIANCE, List.of(variance));
    out.put(Slot.INVERSE_STD, List.of(r));
    if (in.has(Slot.RUNNING_MEAN)) {
      updateState(equations, in, mean, variance, out);
    }
    return out;
  }

  private static <T> void keepState(Channel<T> in, Map<Slot, List<T>> out) {
    if (in.has(Slot.RUNNING_MEAN)) {
      out.put(Slot.RUNNING_MEAN, List.of(in.value(Slot.RUNNING_MEAN)));
      out.put(Slot.RUNNING_VARIANCE, List.of(in.value(Slot.RUNNING_VARIANCE)));
    }
  }

  /** BN-6..8. The sample variance of a single value does not exist. */
  private static <T> void updateState(Equations<T> equations, Channel<T> in, T mean, T variance, Map<Slot, List<T>> out) {
    VarianceConvention convention = in.attributes().varianceConvention();
    T momentum = in.momentum(equations);
    out.put(Slot.RUNNING_MEAN, List.of(equations.runningMean(in.value(Slot.RUNNING_MEAN), mean, momentum)));
    if (convention == VarianceConvention.POPULATION || in.count() > 1) {
      T old = in.value(Slot.RUNNING_VARIANCE);
      out.put(Slot.RUNNING_VARIANCE,
          List.of(equations.runningVariance(old, variance, momentum, convention, in.count())));
    }
  }

  /** BN-9. */
  static <T> Map<Slot, List<T>> population(Equations<T> equations, Channel<T> in) {
    List<T> means = new ArrayList<>();
    List<T> variances = new ArrayList<>();
    for (List<T> x : in.parts(Slot.X, Attribute.BATCH_SIZES)) {
      T mean = equations.mean(x);
      means.add(mean);
      variances.add(equations.sampleVariance(equations.variance(x, mean), x.size()));
    }
    return Map.of(
        Slot.RUNNING_MEAN, List.of(equations.populationMean(means)),
        Slot.RUNNING_VARIANCE, List.of(equations.populationVariance(variances)));
  }

  /** BN-12..15. */
  static <T> Map<Slot, List<T>> backward(Equations<T> equations, Channel<T> in) {
    List<T> x = in.values(Slot.X);
    if (in.count() == 0) {
      T empty = equations.gradientOfShift(x);
      return gradients(new Gradients<>(x, empty, empty), x);
    }
    T mean = equations.mean(x);
    T r = equations.inverseStd(equations.variance(x, mean), in.epsilon());
    List<T> dy = in.gradientOfY(equations, mean, r);
    return gradients(equations.trainingBackward(
        x, dy, mean, r, in.value(Slot.GAMMA, 1), in.value(Slot.DMEAN, 0), in.value(Slot.DVARIANCE, 0)), dy);
  }

  /** @param dy the gradient of y, and of what an activation adds to it */
  static <T> Map<Slot, List<T>> gradients(Gradients<T> gradients, List<T> dy) {
    return Map.of(
        Slot.DX, gradients.dx(), Slot.DZ, dy, Slot.DGAMMA, List.of(gradients.dgamma()), Slot.DBETA, List.of(gradients.dbeta()));
  }
}
