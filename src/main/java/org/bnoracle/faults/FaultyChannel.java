package org.bnoracle.faults;

import static org.bnoracle.faults.Fault.BATCH_IN_INFERENCE;
import static org.bnoracle.faults.Fault.BATCH_IN_INFERENCE_BACKWARD;
import static org.bnoracle.faults.Fault.BESSEL_BY_SAMPLES;
import static org.bnoracle.faults.Fault.BESSEL_WITH_EPSILON;
import static org.bnoracle.faults.Fault.EMPTY_BATCH_IN_STATE;
import static org.bnoracle.faults.Fault.EPSILON_STORED;
import static org.bnoracle.faults.Fault.GAMMA_MISSING_IN_DX;
import static org.bnoracle.faults.Fault.INVERSE_STD_AS_VARIANCE;
import static org.bnoracle.faults.Fault.INVERSE_STD_FOR_VARIANCE;
import static org.bnoracle.faults.Fault.NO_STATISTICS_GRADIENT;
import static org.bnoracle.faults.Fault.RUNNING_IN_TRAINING;
import static org.bnoracle.faults.Fault.SAMPLE_NORMALISES;
import static org.bnoracle.faults.Fault.STATE_ALIASED;
import static org.bnoracle.faults.Fault.STATE_AS_STD;
import static org.bnoracle.faults.Fault.STATE_NOT_UPDATED;
import static org.bnoracle.faults.Fault.STATE_UPDATED_TWICE;
import static org.bnoracle.faults.Fault.STD_FOR_INVERSE_STD;
import static org.bnoracle.faults.Fault.TRAINING_GRADIENT_IN_INFERENCE;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bnoracle.equations.ComparingArithmetic;
import org.bnoracle.equations.Equations;
import org.bnoracle.equations.Gradients;
import org.bnoracle.equations.VarianceConvention;
import org.bnoracle.operation.Case;
import org.bnoracle.operation.Channel;
import org.bnoracle.operation.Operation;
import org.bnoracle.operation.Slot;

/** One channel of an operation, put together from the equations with faults of the driver. */
final class FaultyChannel<T> {
  private final Case question;
  private final Channel<T> in;
  private final ComparingArithmetic<T> a;
  private final Equations<T> equations;
  private final Set<Fault> faults;
  private final Map<Slot, List<T>> out = new EnumMap<>(Slot.class);

  FaultyChannel(Case question, int channel, ComparingArithmetic<T> arithmetic, Set<Fault> faults) {
    this.question = question;
    this.in = question.channel(channel, arithmetic);
    this.a = arithmetic;
    this.equations = new FaultyEquations<>(arithmetic, faults);
    this.faults = faults;
  }

  Map<Slot, List<T>> compute() {
    boolean isEmpty = in.count() == 0 && !(faults.contains(EMPTY_BATCH_IN_STATE) && in.has(Slot.RUNNING_MEAN));
    if (isEmpty) {
      return question.operation().compute(equations, in);
    }
    switch (question.operation()) {
      case TRAINING_FORWARD, SYNCHRONISED_FORWARD -> trainingForward();
      case INFERENCE_FORWARD -> inferenceForward();
      case TRAINING_BACKWARD, SYNCHRONISED_BACKWARD -> trainingBackward();
      case INFERENCE_BACKWARD -> inferenceBackward();
      default -> out.putAll(question.operation().compute(equations, in));
    }
    return out;
  }

  private boolean has(Fault fault) {
    return faults.contains(fault);
  }

  private T gamma() {
    return in.value(Slot.GAMMA, 1);
  }

  private void trainingForward() {
    List<T> x = in.values(Slot.X);
    if (x.isEmpty()) {
      out.put(Slot.Y, x);
      state(a.of(Double.NaN), a.of(Double.NaN));
      return;
    }
    T mean = equations.mean(x);
    T variance = equations.variance(x, mean);
    if (in.has(Slot.RUNNING_MEAN)) {
      state(mean, variance);
    }
    boolean fromState = has(RUNNING_IN_TRAINING) && in.has(Slot.RUNNING_MEAN);
    T center = fromState ? in.value(Slot.RUNNING_MEAN) : mean;
    T r = equations.inverseStd(fromState ? in.value(Slot.RUNNING_VARIANCE) : normalising(variance), in.epsilon());
    out.put(Slot.Y, in.activated(equations, equations.output(x, center, r, gamma(), in.value(Slot.BETA, 0))));
    out.put(Slot.MEAN, List.of(mean));
    out.put(Slot.VARIANCE, List.of(has(INVERSE_STD_FOR_VARIANCE) ? r : variance));
    out.put(Slot.INVERSE_STD, List.of(has(STD_FOR_INVERSE_STD) ? a.divide(a.of(1), r) : r));
  }

  /** The variance that y is normalised with. */
  private T normalising(T variance) {
    if (has(SAMPLE_NORMALISES) && in.count() > 1) {
      return sample(variance, in.count(), in.count() - 1);
    }
    boolean aliased = has(STATE_ALIASED) && out.containsKey(Slot.RUNNING_VARIANCE);
    return aliased ? out.get(Slot.RUNNING_VARIANCE).get(0) : variance;
  }

  private T sample(T variance, int count, int divisor) {
    return a.over(a.multiply(a.of(count), variance), divisor);
  }

  private void state(T mean, T variance) {
    T oldMean = in.value(Slot.RUNNING_MEAN);
    T oldVariance = in.value(Slot.RUNNING_VARIANCE);
    boolean hasVariance = in.attributes().varianceConvention() == VarianceConvention.POPULATION || in.count() != 1;
    if (has(STATE_NOT_UPDATED)) {
      put(oldMean, hasVariance ? oldVariance : null);
      return;
    }
    T momentum = in.momentum(equations);
    T newMean = equations.runningMean(oldMean, mean, momentum);
    T newVariance = hasVariance ? updated(oldVariance, variance, momentum) : null;
    if (has(STATE_UPDATED_TWICE)) {
      newMean = equations.runningMean(newMean, mean, momentum);
      newVariance = hasVariance ? updated(newVariance, variance, momentum) : null;
    }
    put(newMean, newVariance);
  }

  private void put(T mean, T variance) {
    out.put(Slot.RUNNING_MEAN, List.of(mean));
    if (variance != null) {
      out.put(Slot.RUNNING_VARIANCE, List.of(variance));
    }
  }

  private T updated(T old, T variance, T momentum) {
    T batch = has(EPSILON_STORED) ? a.add(variance, in.epsilon()) : variance;
    if (has(STATE_AS_STD)) {
      T std = equations.runningMean(a.sqrt(old), a.sqrt(batchVariance(batch)), momentum);
      return a.square(std);
    }
    return equations.runningMean(old, batchVariance(batch), momentum);
  }

  /** The variance that enters the state, by its convention. */
  private T batchVariance(T variance) {
    if (in.attributes().varianceConvention() == VarianceConvention.POPULATION) {
      return variance;
    }
    int samples = question.data().shape().dimension(0);
    if (has(BESSEL_BY_SAMPLES) && samples > 1) {
      return sample(variance, samples, samples - 1);
    }
    T count = a.of(in.count());
    return has(BESSEL_WITH_EPSILON)
        ? a.divide(a.multiply(count, variance), a.add(a.of(in.count() - 1), in.epsilon()))
        : sample(variance, in.count(), in.count() - 1);
  }

  private void inferenceForward() {
    List<T> x = in.values(Slot.X);
    boolean ofBatch = has(BATCH_IN_INFERENCE);
    T mean = ofBatch ? equations.mean(x) : in.value(Slot.RUNNING_MEAN);
    T variance = ofBatch ? equations.variance(x, mean) : in.value(Slot.RUNNING_VARIANCE);
    T r = equations.inverseStd(variance, in.epsilon());
    out.put(Slot.Y, in.activated(equations, equations.output(x, mean, r, gamma(), in.value(Slot.BETA, 0))));
  }

  private void trainingBackward() {
    List<T> x = in.values(Slot.X);
    T mean = equations.mean(x);
    T r = equations.inverseStd(equations.variance(x, mean), in.epsilon());
    List<T> dy = in.gradientOfY(equations, mean, r);
    if (has(INVERSE_STD_AS_VARIANCE)) {
      r = a.divide(a.of(1), a.sqrt(a.add(r, in.epsilon())));
    }
    T forDx = has(GAMMA_MISSING_IN_DX) ? a.of(1) : gamma();
    Gradients<T> gradients =
        equations.trainingBackward(x, dy, mean, r, forDx, in.value(Slot.DMEAN, 0), in.value(Slot.DVARIANCE, 0));
    put(has(NO_STATISTICS_GRADIENT) ? equations.inferenceGradientOfInput(dy, r, forDx) : gradients.dx(), dy, gradients);
  }

  private void inferenceBackward() {
    List<T> x = in.values(Slot.X);
    boolean ofBatch = has(BATCH_IN_INFERENCE_BACKWARD);
    T mean = ofBatch ? equations.mean(x) : in.value(Slot.RUNNING_MEAN);
    T variance = ofBatch ? equations.variance(x, mean) : in.value(Slot.RUNNING_VARIANCE);
    T r = equations.inverseStd(variance, in.epsilon());
    List<T> dy = in.gradientOfY(equations, mean, r);
    T forDx = has(GAMMA_MISSING_IN_DX) ? a.of(1) : gamma();
    Gradients<T> gradients = equations.inferenceBackward(x, dy, mean, r, forDx);
    put(has(TRAINING_GRADIENT_IN_INFERENCE)
        ? equations.trainingBackward(x, dy, mean, r, forDx, a.of(0), a.of(0)).dx() : gradients.dx(), dy, gradients);
  }

  private void put(List<T> dx, List<T> dz, Gradients<T> gradients) {
    out.put(Slot.DX, dx);
    out.put(Slot.DZ, dz);
    out.put(Slot.DGAMMA, List.of(gradients.dgamma()));
    out.put(Slot.DBETA, List.of(gradients.dbeta()));
  }
}
