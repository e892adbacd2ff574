package org.bnoracle.equations;

import static org.bnoracle.equations.Lists.map;
import static org.bnoracle.equations.Lists.tabulate;
import static org.bnoracle.equations.Lists.zip;

import java.util.List;

/**
 * The double backward of one channel, BN-19..21: the gradients of ℓ = Σ dx_i ddx_i + dgamma ddgamma + dbeta ddbeta for x,
 * gamma and dy, where dx, dgamma and dbeta are the backward's. In training, with P = Σ ddx_i (dy_i - Σdy/m) -
 * Σ ddx_i x̂_i Σ dy_i x̂_i / m, it is ℓ = gamma r P + ddgamma Σ dy_i x̂_i + ddbeta Σ dy_i. Other texts override single methods.
 *
 * @param <T> the numbers of the arithmetic
 */
public class DoubleBackward<T> {
  protected final Arithmetic<T> a;
  protected final Equations<T> first;

  /** @param first the equations of the forward and the backward */
  public DoubleBackward(Arithmetic<T> arithmetic, Equations<T> first) {
    this.a = arithmetic;
    this.first = first;
  }

  /** @param upstream ddx, ddgamma and ddbeta */
  public SecondGradients<T> training(List<T> x, List<T> dy, T mean, T r, T gamma, Gradients<T> upstream) {
    T alongX = projection(x, upstream.dx(), mean, r);
    T alongDy = projection(x, dy, mean, r);
    T pairing = pairing(dy, upstream.dx(), alongX, alongDy);
    List<T> dxHat = gradientOfNormalized(dy, r, gamma, upstream, alongX, alongDy);
    return new SecondGradients<>(
        gradientOfInput(x, dxHat, mean, r, gamma, pairing), a.multiply(r, pairing),
        gradientOfUpstream(x, mean, r, gamma, upstream, alongX));
  }

  /** Σ u_i x̂_i. */
  protected T projection(List<T> x, List<T> u, T mean, T r) {
    return a.sum(zip(u, first.normalized(x, mean, r), a::multiply));
  }

  /** BN-20: P, of which grad_gamma = r P. */
  public T pairing(List<T> dy, List<T> ddx, T alongX, T alongDy) {
    T meanOfDy = a.over(a.sum(dy), dy.size());
    T direct = a.sum(zip(ddx, dy, (u, dyi) -> a.multiply(u, a.subtract(dyi, meanOfDy))));
    return a.subtract(direct, a.over(a.multiply(alongX, alongDy), dy.size()));
  }

  /** BN-19: ∂ℓ/∂x̂_i = ddgamma dy_i - gamma r (ddx_i Σ dy_k x̂_k + dy_i Σ ddx_k x̂_k) / m. */
  public List<T> gradientOfNormalized(List<T> dy, T r, T gamma, Gradients<T> upstream, T alongX, T alongDy) {
    T scale = a.over(a.multiply(gamma, r), dy.size());
    return zip(dy, upstream.dx(), (dyi, u) -> a.subtract(
        a.multiply(upstream.dgamma(), dyi), a.multiply(scale, a.add(a.multiply(u, alongDy), a.multiply(dyi, alongX)))));
  }

  /** BN-19: grad_x, by the chain BN-13..15 with the upstream gradient -½ r³ gamma P of the variance. */
  public List<T> gradientOfInput(List<T> x, List<T> dxHat, T mean, T r, T gamma, T pairing) {
    T none = a.of(0);
    T halfCube = a.over(a.multiply(a.square(r), r), 2);
    T throughScale = a.subtract(none, a.multiply(halfCube, a.multiply(gamma, pairing)));
    T dVariance = first.gradientOfVariance(x, dxHat, mean, r, throughScale);
    T dMean = first.gradientOfMean(x, dxHat, mean, r, none, dVariance);
    return first.gradientOfInput(x, dxHat, mean, r, dMean, dVariance);
  }

  /** BN-21: grad_dy_i = gamma r (ddx_i - Σddx/m - x̂_i Σ ddx_k x̂_k / m) + ddgamma x̂_i + ddbeta. */
  public List<T> gradientOfUpstream(List<T> x, T mean, T r, T gamma, Gradients<T> upstream, T alongX) {
    T scale = a.multiply(gamma, r);
    T meanOfDdx = a.over(a.sum(upstream.dx()), x.size());
    T slope = a.over(alongX, x.size());
    return zip(upstream.dx(), first.normalized(x, mean, r), (u, xHat) -> {
      T centered = a.subtract(a.subtract(u, meanOfDdx), a.multiply(xHat, slope));
      return a.add(a.multiply(scale, centered), ofScaleAndShift(xHat, upstream));
    });
  }

  /** @param upstream ddx, ddgamma and ddbeta */
  public SecondGradients<T> inference(List<T> x, List<T> dy, T runningMean, T r, T gamma, Gradients<T> upstream) {
    return new SecondGradients<>(
        inferenceGradientOfInput(dy, r, upstream.dgamma()), inferenceGradientOfScale(dy, r, upstream.dx()),
        inferenceGradientOfUpstream(x, runningMean, r, gamma, upstream));
  }

  /** BN-19 in inference: grad_x_i = r dy_i ddgamma. */
  public List<T> inferenceGradientOfInput(List<T> dy, T r, T ddgamma) {
    return map(dy, dyi -> a.multiply(a.multiply(r, dyi), ddgamma));
  }

  /** BN-20 in inference: grad_gamma = r Σ dy_i ddx_i. */
  public T inferenceGradientOfScale(List<T> dy, T r, List<T> ddx) {
    return a.multiply(r, a.sum(zip(dy, ddx, a::multiply)));
  }

  /** BN-21 in inference: grad_dy_i = gamma r ddx_i + ddgamma x̂_i + ddbeta. */
  public List<T> inferenceGradientOfUpstream(List<T> x, T runningMean, T r, T gamma, Gradients<T> upstream) {
    List<T> xHat = first.normalized(x, runningMean, r);
    T scale = a.multiply(gamma, r);
    return tabulate(x.size(),
        i -> a.add(a.multiply(scale, upstream.dx().get(i)), ofScaleAndShift(xHat.get(i), upstream)));
  }

  private T ofScaleAndShift(T xHat, Gradients<T> upstream) {
    return a.add(a.multiply(upstream.dgamma(), xHat), upstream.dbeta());
  }
}
