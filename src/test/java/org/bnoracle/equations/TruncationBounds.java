package org.bnoracle.equations;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;

/**
 * How far difference quotients of ℓ = Σ dy_i y_i + dmean mean + dvariance variance along one x_i are from ∂ℓ/∂x_i.
 *
 * <p>As a function of t = x_i, v(t) is a quadratic with leading coefficient c = (m-1)/m² and complex roots at a distance
 * of √(v/c) from t, so that v^(-1/2) is Legendre's generating function there: its n-th derivative is
 * n! P_n (c/v)^(n/2) v^(-1/2) with |P_n| ≤ 1. Besides, ℓ = gamma (A + B t) v^(-1/2) and a quadratic, where by Cauchy and
 * Schwarz |A + B t| = |Σ dy_k (x_k - mean)| ≤ ‖dy‖ √(m v) and |B| ≤ ‖dy‖. With c < 1/m and v ≥ epsilon this gives
 * |ℓ⁽ⁿ⁾| ≤ 2 n! |gamma| ‖dy‖ m^(-(n-1)/2) epsilon^(-n/2) for n ≥ 3.
 */
final class TruncationBounds {
  private static final MathContext UP = new MathContext(20, RoundingMode.CEILING);
  private static final MathContext DOWN = new MathContext(20, RoundingMode.FLOOR);

  private final BigDecimal gammaDy;
  private final int m;
  private final BigDecimal epsilon;

  TruncationBounds(ChannelData data) {
    this.gammaDy = BigDecimal.valueOf(Math.abs(data.gamma())).multiply(norm(data.dy()));
    this.m = data.count();
    this.epsilon = new BigDecimal(data.epsilon());
  }

  private static BigDecimal norm(List<Double> values) {
    BigDecimal squares = values.stream().map(v -> new BigDecimal(v).pow(2)).reduce(BigDecimal.ZERO, BigDecimal::add);
    return squares.sqrt(UP);
  }

  /** A bound of the derivative of odd order n, rounded up. */
  BigDecimal derivative(int n) {
    BigDecimal root = epsilon.pow(n).sqrt(DOWN).multiply(BigDecimal.valueOf(m).pow((n - 1) / 2));
    BigDecimal twoFactorial = BigDecimal.valueOf(2);
    for (int i = 2; i <= n; i++) {
      twoFactorial = twoFactorial.multiply(BigDecimal.valueOf(i));
    }
    return gammaDy.multiply(twoFactorial).divide(root, UP);
  }

  /** Of (ℓ(x+h) - ℓ(x-h)) / 2h: h²/6 |ℓ‴|. */
  BigDecimal ofCentralDifference(double h) {
    return power(h, 2).multiply(derivative(3)).divide(BigDecimal.valueOf(6), UP);
  }

  /** Of (4 D(h/2) - D(h)) / 3, where the h² terms cancel: h⁴ (1 + 1/4)/3 |ℓ⁽⁵⁾|/120 = h⁴/288 |ℓ⁽⁵⁾|. */
  BigDecimal ofRichardson(double h) {
    return power(h, 4).multiply(derivative(5)).divide(BigDecimal.valueOf(288), UP);
  }

  /** Of the central difference with five points: h⁴/30 |ℓ⁽⁵⁾|. */
  BigDecimal ofFivePoints(double h) {
    return power(h, 4).multiply(derivative(5)).divide(BigDecimal.valueOf(30), UP);
  }

  private static BigDecimal power(double h, int n) {
    return new BigDecimal(h).pow(n);
  }
}
