package org.bnoracle.equations;

import java.util.List;

/**
 * The training backward in closed form, as most implementations write it:
 * dx_i = gamma r (dy_i - Σdy/m - (x_i - mean) Σ dy_k (x_k - mean) r²/m) + dmean/m + 2 dvariance (x_i - mean)/m.
 */
public final class ClosedFormText<T> extends Equations<T> {
  public ClosedFormText(Arithmetic<T> arithmetic) {
    super(arithmetic);
  }

  @Override
  public Gradients<T> trainingBackward(List<T> x, List<T> dy, T mean, T r, T gamma, T dmean, T dvariance) {
    int m = x.size();
    T meanOfDy = a.over(a.sum(dy), m);
    T projection = a.sum(Lists.zip(dy, deviations(x, mean), a::multiply));
    T slope = a.over(a.multiply(projection, a.square(r)), m);
    T upstreamSlope = a.over(a.multiply(a.of(2), dvariance), m);
    T upstreamConstant = a.over(dmean, m);
    List<T> dx = Lists.zip(dy, deviations(x, mean), (dyi, d) -> {
      T centered = a.subtract(a.subtract(dyi, meanOfDy), a.multiply(d, slope));
      return a.add(a.add(a.multiply(a.multiply(gamma, r), centered), upstreamConstant), a.multiply(upstreamSlope, d));
    });
    return new Gradients<>(dx, gradientOfScale(x, dy, mean, r), gradientOfShift(dy));
  }
}
