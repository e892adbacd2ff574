package org.bnoracle.faults;

import static org.bnoracle.faults.Fault.BATCH_IN_INFERENCE;
import static org.bnoracle.faults.Fault.BATCH_IN_INFERENCE_BACKWARD;
import static org.bnoracle.faults.Fault.STATE_WRITTEN_IN_INFERENCE;
import static org.bnoracle.faults.Fault.TRAINING_GRADIENT_IN_INFERENCE;

import java.util.List;
import java.util.Map;
import org.bnoracle.equations.ComparingArithmetic;
import org.bnoracle.equations.Equations;
import org.bnoracle.equations.Gradients;
import org.bnoracle.operation.Channel;
import org.bnoracle.operation.Slot;

/** Inference of a channel, with faults. */
final class FaultyInference<T> {
  /** The weight of the new batch that most programs take where nobody says another. */
  private static final double USUAL_MOMENTUM = 0.1;

  private final FaultyChannel<T> c;
  private final Channel<T> in;
  private final ComparingArithmetic<T> a;
  private final Equations<T> equations;

  FaultyInference(FaultyChannel<T> c) {
    this.c = c;
    this.in = c.in();
    this.a = c.a();
    this.equations = c.equations();
  }

  /** The mean and the variance that values are normalised with. */
  private record Statistics<T>(T mean, T variance) {}

  private Statistics<T> statistics(boolean ofBatch) {
    List<T> x = in.values(Slot.X);
    Statistics<T> running = new Statistics<>(in.value(Slot.RUNNING_MEAN), in.value(Slot.RUNNING_VARIANCE));
    boolean isWritten = c.has(STATE_WRITTEN_IN_INFERENCE) && c.calls() > 1;
    if (!ofBatch && !isWritten) {
      return running;
    }
    T mean = equations.mean(x);
    Statistics<T> batch = new Statistics<>(mean, equations.variance(x, mean));
    return ofBatch ? batch : written(running, batch);
  }

  /** What the calls before the last one leave. */
  private Statistics<T> written(Statistics<T> running, Statistics<T> batch) {
    T momentum = a.of(USUAL_MOMENTUM);
    Statistics<T> state = running;
    for (int call = 1; call < c.calls(); call++) {
      state = new Statistics<>(equations.runningMean(state.mean, batch.mean, momentum),
          equations.runningMean(state.variance, batch.variance, momentum));
    }
    return state;
  }

  Map<Slot, List<T>> forward() {
    Statistics<T> statistics = statistics(c.has(BATCH_IN_INFERENCE));
    T r = equations.inverseStd(statistics.variance, in.epsilon());
    return Map.of(Slot.Y, c.output(in.values(Slot.X), 0, statistics.mean, r));
  }

  Map<Slot, List<T>> backward() {
    List<T> x = in.values(Slot.X);
    Statistics<T> statistics = statistics(c.has(BATCH_IN_INFERENCE_BACKWARD));
    T r = equations.inverseStd(statistics.variance, in.epsilon());
    List<T> dy = c.gradientOfY(x, in.values(Slot.DY), 0, statistics.mean, r);
    T gamma = c.gammaOfGradient();
    Gradients<T> gradients = equations.inferenceBackward(x, dy, statistics.mean, r, gamma);
    List<T> dx = c.has(TRAINING_GRADIENT_IN_INFERENCE)
        ? equations.trainingBackward(x, dy, statistics.mean, r, gamma, a.of(0), a.of(0)).dx()
        : gradients.dx();
    return c.outputs(new Gradients<>(dx, gradients.dgamma(), gradients.dbeta()), dy);
  }
}
