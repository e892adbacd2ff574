package org.bnoracle.operation;

import java.util.List;
import java.util.Map;
import org.bnoracle.equations.Equations;

/** One channel of the operations that use the running statistics. */
final class Inference {
  private Inference() {}

  /** BN-10. */
  static <T> Map<Slot, List<T>> forward(Equations<T> equations, Channel<T> in) {
    List<T> y = equations.output(
        in.values(Slot.X), in.value(Slot.RUNNING_MEAN), in.inverseStd(equations), in.value(Slot.GAMMA, 1), in.value(Slot.BETA, 0));
    return Map.of(Slot.Y, in.activated(equations, y));
  }

  /** BN-11. */
  static <T> Map<Slot, List<T>> fold(Equations<T> equations, Channel<T> in) {
    T scale = equations.foldedScale(in.value(Slot.GAMMA, 1), in.inverseStd(equations));
    T bias = equations.foldedBias(in.value(Slot.BIAS, 0), in.value(Slot.RUNNING_MEAN), scale, in.value(Slot.BETA, 0));
    return Map.of(Slot.WEIGHT, equations.foldedWeight(in.values(Slot.WEIGHT), scale), Slot.BIAS, List.of(bias));
  }

  /** BN-16..18. */
  static <T> Map<Slot, List<T>> backward(Equations<T> equations, Channel<T> in) {
    T mean = in.value(Slot.RUNNING_MEAN);
    T r = in.inverseStd(equations);
    List<T> dy = in.gradientOfY(equations, mean, r);
    return Training.gradients(equations.inferenceBackward(in.values(Slot.X), dy, mean, r, in.value(Slot.GAMMA, 1)), dy);
  }
}
