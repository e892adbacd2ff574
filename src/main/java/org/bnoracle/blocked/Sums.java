package org.bnoracle.blocked;

/**
 * The sums of a channel, each known to a bound. A lane sums at most n = {@value Kernels#CHUNK} terms a with error-free
 * transformations: s_k + f_k = s_{k-1} + a_k with the rest r_k = r_{k-1} + f_k in ordinary arithmetic, to which for products
 * the rounding error of the product is added as well. With A = Σ|a| and u = 2^-53 it is |f_k| ≤ u A (1 + k u), so the rests
 * add up to at most (n + 1) u A, and the n roundings of that sum to n (n + 1) u² A, in all below {@value #CHUNK_ERROR} u² A.
 * Then come additions of double-doubles, at most 4 u² A each. A is never computed: by the inequality of Cauchy and Schwarz
 * Σ|d| ≤ √(m Σd²), and so on.
 *
 * @param first Σ d
 * @param squares Σ d²
 * @param gradients Σ g
 * @param products Σ g d
 * @param gradientSquares Σ g², in ordinary arithmetic
 */
record Sums(
    DoubleDouble first, DoubleDouble squares, DoubleDouble gradients, DoubleDouble products, double gradientSquares) {
  /** The columns of the totals: high and low part of each sum, then Σ g², which is summed in ordinary arithmetic. */
  static final int FIRST = 0;
  static final int SQUARES = 2;
  static final int GRADIENTS = 4;
  static final int PRODUCTS = 6;
  static final int GRADIENT_SQUARES = 8;
  static final int COLUMNS = 9;

  private static final double CHUNK_ERROR = 1200;
  private static final double ADDITION_ERROR = 4;
  /** More than the ordinary sum of squares of fewer than 2^31 doubles can lack, and the roundings here. */
  private static final double OUTWARDS = 1 + 0x1p-20;

  /** @param additions how many double-doubles were added for each sum, at most */
  static Sums of(double[] totals, long count, long additions) {
    double relative = (CHUNK_ERROR + ADDITION_ERROR * additions) * DoubleDouble.U2 * OUTWARDS;
    double squares = totals[SQUARES] * OUTWARDS;
    double gradientSquares = totals[GRADIENT_SQUARES] * OUTWARDS;
    double underflow = count * 0x1p-1072;
    return new Sums(
        sum(totals, FIRST, relative * Math.sqrt(count) * Math.sqrt(squares), underflow),
        sum(totals, SQUARES, relative * squares, underflow),
        sum(totals, GRADIENTS, relative * Math.sqrt(count) * Math.sqrt(gradientSquares), underflow),
        sum(totals, PRODUCTS, relative * Math.sqrt(squares) * Math.sqrt(gradientSquares), underflow),
        totals[GRADIENT_SQUARES]);
  }

  private static DoubleDouble sum(double[] totals, int column, double error, double underflow) {
    return DoubleDouble.sum(totals[column], totals[column + 1], error + underflow);
  }

  /** Adds a lane's double-double to that of two columns. */
  static void add(Columns from, int lane, double[] totals, int column) {
    DoubleDouble sum = new DoubleDouble(totals[column], totals[column + 1], 0)
        .plus(new DoubleDouble(from.get(column, lane), from.get(column + 1, lane), 0));
    totals[column] = sum.hi();
    totals[column + 1] = sum.lo();
  }
}
