package org.bnoracle.operation;

import java.util.List;
import java.util.Map;
import org.bnoracle.equations.DoubleBackward;
import org.bnoracle.equations.Equations;
import org.bnoracle.equations.Gradients;
import org.bnoracle.equations.SecondGradients;

/** One channel of the derivatives of the backward, and of those of the forward along a direction. */
final class SecondOrder {
  private SecondOrder() {}

  /** BN-19..21. */
  static <T> Map<Slot, List<T>> doubleBackward(Equations<T> equations, Channel<T> in) {
    List<T> x = in.values(Slot.X);
    List<T> dy = in.values(Slot.DY);
    if (in.count() == 0) {
      return outputs(new SecondGradients<>(x, equations.gradientOfShift(dy), dy));
    }
    DoubleBackward<T> second = equations.doubleBackward();
    Gradients<T> upstream = new Gradients<>(in.values(Slot.DDX), in.value(Slot.DDGAMMA, 0), in.value(Slot.DDBETA, 0));
    T gamma = in.value(Slot.GAMMA, 1);
    if (!in.trains()) {
      T r = in.inverseStd(equations);
      return outputs(second.inference(x, dy, in.value(Slot.RUNNING_MEAN), r, gamma, upstream));
    }
    T mean = equations.mean(x);
    T r = equations.inverseStd(equations.variance(x, mean), in.epsilon());
    return outputs(second.training(x, dy, mean, r, gamma, upstream));
  }

  private static <T> Map<Slot, List<T>> outputs(SecondGradients<T> gradients) {
    return Map.of(
        Slot.GRAD_X, gradients.gradX(), Slot.GRAD_GAMMA, List.of(gradients.gradGamma()), Slot.GRAD_DY, gradients.gradDy());
  }

  /** BN-22. Without values there are no statistics and no derivatives of them. */
  static <T> Map<Slot, List<T>> tangent(Equations<T> equations, Channel<T> in) {
    List<T> x = in.values(Slot.X);
    List<T> xDot = in.values(Slot.X_DOT);
    if (in.count() == 0) {
      return Map.of(Slot.Y_DOT, xDot);
    }
    T mean = equations.mean(x);
    T r = equations.inverseStd(equations.variance(x, mean), in.epsilon());
    T meanDot = equations.meanTangent(xDot);
    T varianceDot = equations.varianceTangent(x, xDot, mean, meanDot);
    List<T> yDot = equations.outputTangent(
        equations.normalized(x, mean, r), equations.normalizedTangent(x, xDot, mean, r, meanDot, varianceDot),
        in.value(Slot.GAMMA, 1), in.value(Slot.GAMMA_DOT, 0), in.value(Slot.BETA_DOT, 0));
    return Map.of(Slot.Y_DOT, yDot, Slot.MEAN_DOT, List.of(meanDot), Slot.VARIANCE_DOT, List.of(varianceDot));
  }
}
