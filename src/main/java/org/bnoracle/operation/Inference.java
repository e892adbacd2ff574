package org.bnoracle.operation;

import java.util.List;
import java.util.Map;
import org.bnoracle.equations.Equations;

/** One channel of the operations that use the running statistics. */
final class Inference {
  private Inference() {}

  /** BN-10. */
  static <T> Map<Slot, List<T>> forward(Equations<T> equations, Channel<T> in) {
    return Map.of(Slot.Y, equations.output(
        in.values(Slot.X), in.value(Slot.RUNNING_MEAN), in.inverseStd(equations), in.value(Slot.GAMMA, 1), in.value(Slot.BETA, 0)));
  }

  /** BN-16..18. */
  static <T> Map<Slot, List<T>> backward(Equations<T> equations, Channel<T> in) {
    return Training.gradients(equations.inferenceBackward(
        in.values(Slot.X), in.values(Slot.DY), in.value(Slot.RUNNING_MEAN), in.inverseStd(equations), in.value(Slot.GAMMA, 1)));
  }
}
