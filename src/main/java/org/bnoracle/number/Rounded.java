package org.bnoracle.number;

/**
 * A correctly rounded result and what was dropped.
 *
 * @param value the value of the format nearest to the exact result, ties to even
 * @param residual exact result minus {@code value}, in ulp of the value, from -0.5 to 0.5. Its sign is exact (zero
 *     only if nothing was dropped), its size is good to 2^-7 ulp; NaN where the value is not finite
 */
public record Rounded(double value, double residual) {
  static final Rounded ZERO = new Rounded(0.0, 0.0);

  Rounded negate() {
    return new Rounded(-value, -residual);
  }
}
