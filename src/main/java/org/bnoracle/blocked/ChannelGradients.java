package org.bnoracle.blocked;

import org.bnoracle.blocked.AffineGradient.Dependence;

/**
 * What the gradients of one channel are made of, in the frame d = (x - pivot) 2^k and with g = dy 2^j.
 *
 * @param gradientExponent j
 * @param reach no |d| is larger
 * @param gradientReach no |g| is larger
 * @param offset (mean - pivot) 2^k
 * @param variance 2^(2 k) times the variance
 * @param epsilon 2^(2 k) times epsilon
 * @param r 2^-k / √v
 * @param sum Σ g
 * @param products Σ g (d - offset)
 * @param dependence of dy on x
 */
record ChannelGradients(
    Frame frame, int gradientExponent, double reach, double gradientReach, long count, DoubleDouble offset,
    DoubleDouble variance, DoubleDouble epsilon, DoubleDouble r, DoubleDouble sum, DoubleDouble products,
    Dependence dependence, double gamma, double dmean, double dvariance) {

  static ChannelGradients of(
      ChannelStatistics found, GradientScale scale, Sums sums, long count, Dependence dependence, double gamma, double dmean,
      double dvariance) {
    DoubleDouble sum = scale.sum(sums);
    DoubleDouble products = dependence == Dependence.CONSTANT
        ? DoubleDouble.ZERO
        : scale.products(sums, found).minus(found.offset().times(sum));
    return new ChannelGradients(
        found.frame(), scale.exponent(), sums.reach(), sums.gradientReach(), count, found.offset(), found.variance(),
        found.epsilon(), found.inverseRoot(), sum, products, dependence, gamma, dmean, dvariance);
  }

  /** dgamma 2^gradientExponent = r Σ g (d - offset). */
  DoubleDouble dgamma() {
    return r.times(products);
  }

  /** The map of dx 2^raised. */
  CombinedMap map(int raised) {
    int exponent = frame.exponent();
    DoubleDouble scale = r.times(DoubleDouble.of(gamma).scaled(raised)).scaled(exponent - gradientExponent);
    DoubleDouble upstream = DoubleDouble.of(dvariance).scaled(raised + 1 - exponent).over(count);
    boolean isAffine = dependence != Dependence.NONE;
    DoubleDouble a = isAffine ? DoubleDouble.ZERO : scale;
    DoubleDouble b = upstream.plus(isAffine ? scale.times(cancelledSlope()) : scale.times(slope()).negated());
    DoubleDouble k = DoubleDouble.of(dmean).scaled(raised).over(count).minus(a.times(sum).over(count)).minus(b.times(offset));
    return new CombinedMap(
        frame.scale(), frame.shift(), Math.scalb(1.0, gradientExponent), a, b, k, raised, reach, gradientReach);
  }

  /** Σ g (d - offset) / (m v). */
  private DoubleDouble slope() {
    return products.times(r.square()).over(count);
  }

  /** Where g = a (d - mean) + b: a epsilon/v, what is left of a after a variance/v. */
  private DoubleDouble cancelledSlope() {
    if (products.isZero() || epsilon.isZero()) {
      return DoubleDouble.ZERO;
    }
    return products.times(variance.inverseRoot().square()).over(count).times(epsilon).times(r.square());
  }
}
