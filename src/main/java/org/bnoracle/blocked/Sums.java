package org.bnoracle.blocked;

/**
 * The sums of a channel, each known to a bound. Sums of a few rows err as {@link Anchors} says. They are added up as
 * double-doubles, which errs by at most 4 u² A each, u = 2^-53, where A is the sum of the terms' magnitudes. A is never
 * computed: by the inequality of Cauchy and Schwarz Σ|d| ≤ √(m Σd²), and so on.
 *
 * @param first Σ d
 * @param squares Σ d²
 * @param gradients Σ g
 * @param products Σ g d
 * @param gradientSquares Σ g², in ordinary arithmetic
 * @param reach no |d| is larger
 * @param gradientReach no |g| is larger
 */
record Sums(
    DoubleDouble first, DoubleDouble squares, DoubleDouble gradients, DoubleDouble products, double gradientSquares,
    double reach, double gradientReach) {
  /** The columns of the totals: high and low part of each sum, then Σ g², which is summed in ordinary arithmetic. */
  static final int FIRST = 0;
  static final int SQUARES = 2;
  static final int GRADIENTS = 4;
  static final int PRODUCTS = 6;
  static final int GRADIENT_SQUARES = 8;
  static final int COLUMNS = 9;

  private static final double ADDITION_ERROR = 4;
  /** More than the ordinary sum of squares of fewer than 2^31 doubles can lack, and the roundings here. */
  private static final double OUTWARDS = 1 + 0x1p-20;

  /**
   * @param chunks how many sums of a few rows there were, over all lanes, at most
   * @param additions how many additions of double-doubles a term takes part in, at most
   */
  static Sums of(double[] totals, long count, long chunks, long additions, double reach, double gradientReach) {
    double chunkError = Anchors.CHUNK_ERROR * chunks * DoubleDouble.U2 * OUTWARDS;
    double relative = ADDITION_ERROR * additions * DoubleDouble.U2 * OUTWARDS;
    double root = Math.sqrt(totals[SQUARES] * OUTWARDS);
    double gradientRoot = Math.sqrt(totals[GRADIENT_SQUARES] * OUTWARDS);
    double rootOfCount = Math.sqrt(count);
    double underflow = count * 0x1p-1072;
    return new Sums(
        sum(totals, FIRST, chunkError * Anchors.SUM_WIDTH * reach + relative * rootOfCount * root, underflow),
        sum(totals, SQUARES, chunkError * reach * reach + relative * root * root, underflow),
        sum(totals, GRADIENTS, chunkError * Anchors.SUM_WIDTH * gradientReach + relative * rootOfCount * gradientRoot,
            underflow),
        sum(totals, PRODUCTS,
            chunkError * Anchors.PRODUCTS_WIDTH * reach * gradientReach + relative * root * gradientRoot, underflow),
        totals[GRADIENT_SQUARES], reach, gradientReach);
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
