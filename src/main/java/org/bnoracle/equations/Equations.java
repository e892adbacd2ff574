package org.bnoracle.equations;

import static org.bnoracle.equations.Lists.map;
import static org.bnoracle.equations.Lists.zip;

import java.util.List;

/**
 * The equations of batch normalization for one channel x_1 … x_m, as the paper writes them. Other texts override
 * single methods.
 *
 * <p>Source: S. Ioffe and C. Szegedy, "Batch Normalization", 2015: Algorithm 1 (BN-1..5), section 3 (BN-12..15),
 * section 3.1 and Algorithm 2 (BN-6..11). The double backward, BN-19..21, is {@link DoubleBackward}. BN-24 and BN-25 are
 * the activation after it.
 *
 * @param <T> the numbers of the arithmetic
 */
public class Equations<T> {
  protected final Arithmetic<T> a;

  public Equations(Arithmetic<T> arithmetic) {
    this.a = arithmetic;
  }

  /** BN-1: mean = Σ x_i / m. */
  public T mean(List<T> x) {
    return a.named(Quantity.MEAN, a.over(a.sum(x), x.size()));
  }

  /** BN-2: variance = Σ (x_i - mean)² / m. */
  public T variance(List<T> x, T mean) {
    return a.named(Quantity.VARIANCE, a.over(a.sum(map(deviations(x, mean), a::square)), x.size()));
  }

  /** BN-3: r = 1/√(variance + epsilon). */
  public T inverseStd(T variance, T epsilon) {
    return a.named(Quantity.INVERSE_STD, a.divide(a.of(1), a.sqrt(a.add(variance, epsilon))));
  }

  /** BN-4: x̂_i = (x_i - mean) r. */
  public List<T> normalized(List<T> x, T mean, T r) {
    return map(deviations(x, mean), d -> a.multiply(d, r));
  }

  /** BN-5: y_i = gamma x̂_i + beta. */
  public List<T> scaledAndShifted(List<T> xHat, T gamma, T beta) {
    return map(xHat, xi -> a.add(a.multiply(gamma, xi), beta));
  }

  /** y of one channel, BN-4 and BN-5; with the running statistics it is inference, BN-10. */
  public List<T> output(List<T> x, T mean, T r, T gamma, T beta) {
    return scaledAndShifted(normalized(x, mean, r), gamma, beta);
  }

  /** BN-6: running mean ← (1-a) running mean + a mean; a, the momentum, is the weight of the new batch. */
  public T runningMean(T old, T mean, T momentum) {
    return update(old, mean, momentum);
  }

  /** BN-7: running variance ← (1-a) running variance + a c variance; c = 1, or m/(m-1) for the sample variance. */
  public T runningVariance(T old, T variance, T momentum, VarianceConvention convention, long m) {
    return update(old, convention == VarianceConvention.SAMPLE ? sampleVariance(variance, m) : variance, momentum);
  }

  /** BN-8: the weight of the k-th batch in a cumulative average: a = 1/k. */
  public T cumulativeWeight(long k) {
    return a.over(a.of(1), k);
  }

  /** BN-7, BN-9: m/(m-1) variance. */
  public T sampleVariance(T variance, long m) {
    return a.over(a.multiply(a.of(m), variance), m - 1);
  }

  protected T update(T old, T batch, T momentum) {
    return a.add(a.multiply(a.subtract(a.of(1), momentum), old), a.multiply(momentum, batch));
  }

  /** BN-9: the mean of the population, as the average of the batches' means. */
  public T populationMean(List<T> means) {
    return a.over(a.sum(means), means.size());
  }

  /** BN-9: the variance of the population, as the average of the batches' sample variances. */
  public T populationVariance(List<T> sampleVariances) {
    return a.over(a.sum(sampleVariances), sampleVariances.size());
  }

  /** BN-11: s = gamma r, the scale of an output channel of the layer before. */
  public T foldedScale(T gamma, T r) {
    return a.multiply(gamma, r);
  }

  /** BN-11: w'_i = s w_i. */
  public List<T> foldedWeight(List<T> weight, T scale) {
    return map(weight, w -> a.multiply(scale, w));
  }

  /** BN-11: b' = s (b - running mean) + beta. */
  public T foldedBias(T bias, T runningMean, T scale, T beta) {
    return a.add(a.multiply(scale, a.subtract(bias, runningMean)), beta);
  }

  /**
   * The training backward as the paper's chain, BN-12..15.
   *
   * @param dmean upstream gradient of the mean output, zero where there is none
   * @param dvariance upstream gradient of the variance output, zero where there is none
   */
  public Gradients<T> trainingBackward(List<T> x, List<T> dy, T mean, T r, T gamma, T dmean, T dvariance) {
    List<T> dxHat = gradientOfNormalized(dy, gamma);
    T dVariance = gradientOfVariance(x, dxHat, mean, r, dvariance);
    T dMean = gradientOfMean(x, dxHat, mean, r, dmean, dVariance);
    return new Gradients<>(
        gradientOfInput(x, dxHat, mean, r, dMean, dVariance), gradientOfScale(x, dy, mean, r), gradientOfShift(dy));
  }

  /** BN-12: ∂ℓ/∂x̂_i = dy_i gamma. */
  public List<T> gradientOfNormalized(List<T> dy, T gamma) {
    return map(dy, dyi -> a.multiply(dyi, gamma));
  }

  /** BN-13: ∂ℓ/∂σ² = dvariance - ½ r³ Σ ∂ℓ/∂x̂_i (x_i - mean). */
  public T gradientOfVariance(List<T> x, List<T> dxHat, T mean, T r, T dvariance) {
    T sum = a.sum(zip(dxHat, deviations(x, mean), a::multiply));
    T halfCube = a.over(a.multiply(a.square(r), r), 2);
    return a.subtract(dvariance, a.multiply(sum, halfCube));
  }

  /** BN-14: ∂ℓ/∂μ = dmean - r Σ ∂ℓ/∂x̂_i - ∂ℓ/∂σ² Σ 2 (x_i - mean) / m. */
  public T gradientOfMean(List<T> x, List<T> dxHat, T mean, T r, T dmean, T dVariance) {
    T direct = a.multiply(r, a.sum(dxHat));
    T throughVariance = a.multiply(dVariance, a.over(a.multiply(a.of(2), a.sum(deviations(x, mean))), x.size()));
    return a.subtract(a.subtract(dmean, direct), throughVariance);
  }

  /** BN-15: dx_i = ∂ℓ/∂x̂_i r + ∂ℓ/∂σ² 2 (x_i - mean) / m + ∂ℓ/∂μ / m. */
  public List<T> gradientOfInput(List<T> x, List<T> dxHat, T mean, T r, T dMean, T dVariance) {
    T perDeviation = a.over(a.multiply(a.of(2), dVariance), x.size());
    T constant = a.over(dMean, x.size());
    return zip(dxHat, deviations(x, mean),
        (dxHatI, d) -> a.add(a.add(a.multiply(dxHatI, r), a.multiply(perDeviation, d)), constant));
  }

  /** BN-15, in inference BN-17: dgamma = Σ dy_i x̂_i. */
  public T gradientOfScale(List<T> x, List<T> dy, T mean, T r) {
    return a.sum(zip(dy, normalized(x, mean, r), a::multiply));
  }

  /** BN-15, in inference BN-18: dbeta = Σ dy_i. */
  public T gradientOfShift(List<T> dy) {
    return a.sum(dy);
  }

  /** The inference backward, BN-16..18, with the running statistics. */
  public Gradients<T> inferenceBackward(List<T> x, List<T> dy, T runningMean, T r, T gamma) {
    return new Gradients<>(
        inferenceGradientOfInput(dy, r, gamma), gradientOfScale(x, dy, runningMean, r), gradientOfShift(dy));
  }

  /** BN-16: dx_i = gamma r dy_i. */
  public List<T> inferenceGradientOfInput(List<T> dy, T r, T gamma) {
    return map(dy, dyi -> a.multiply(a.multiply(gamma, r), dyi));
  }

  /** BN-19..21. */
  public DoubleBackward<T> doubleBackward() {
    return new DoubleBackward<>(a, this);
  }

  /** BN-22: the derivative of the mean along ẋ: mean˙ = Σ ẋ_i / m. */
  public T meanTangent(List<T> xDot) {
    return a.over(a.sum(xDot), xDot.size());
  }

  /** BN-22: variance˙ = 2 Σ (x_i - mean) (ẋ_i - mean˙) / m. */
  public T varianceTangent(List<T> x, List<T> xDot, T mean, T meanDot) {
    T sum = a.sum(zip(deviations(x, mean), deviations(xDot, meanDot), a::multiply));
    return a.over(a.multiply(a.of(2), sum), x.size());
  }

  /** BN-22: x̂˙_i = (ẋ_i - mean˙) r - (x_i - mean) ½ r³ variance˙. */
  public List<T> normalizedTangent(List<T> x, List<T> xDot, T mean, T r, T meanDot, T varianceDot) {
    T slope = a.over(a.multiply(a.multiply(a.square(r), r), varianceDot), 2);
    return zip(deviations(xDot, meanDot), deviations(x, mean),
        (dDot, d) -> a.subtract(a.multiply(dDot, r), a.multiply(d, slope)));
  }

  /** BN-22: y˙_i = gamma x̂˙_i + gamma˙ x̂_i + beta˙. */
  public List<T> outputTangent(List<T> xHat, List<T> xHatDot, T gamma, T gammaDot, T betaDot) {
    return zip(xHat, xHatDot,
        (xi, xiDot) -> a.add(a.add(a.multiply(gamma, xiDot), a.multiply(gammaDot, xi)), betaDot));
  }

  /** BN-24: s_i = y_i + z_i, where something is added before the activation. */
  public List<T> added(List<T> y, List<T> z) {
    return zip(y, z, a::add);
  }

  /** BN-24: max(0, s_i), the activation. */
  public List<T> activated(List<T> s) {
    return map(s, a::relu);
  }

  /** BN-25: ∂ℓ/∂s_i, also that of y_i and z_i: dy_i where s_i > 0, else 0. */
  public List<T> gradientOfActivated(List<T> s, List<T> dy) {
    return zip(s, dy, a::reluGradient);
  }

  protected List<T> deviations(List<T> x, T mean) {
    return map(x, xi -> a.subtract(xi, mean));
  }
}
