package org.bnoracle.blocked;

/**
 * How a kernel adds products to a constant: from an anchor, a number in the middle of a binade [W, 2 W) the half of which is
 * more than the products and the constant together. With products p_1, p_2 that is v_1 = fma(p_1 + anchor + constant), v_2 =
 * fma(p_2 + v_1): their differences are exact, hence what each has lost is known but for u² W, u = 2^-53. The result is
 * (v_2 - anchor) + rest, the first part exact, and rounded once, in an ordinary addition.
 *
 * <p>spec/coq/AnchoredMap.v proves that the result of rest + above and that of rest + below enclose the exact one rounded, with
 * one product ({@code affine_decided}) and with two ({@code combined_decided}), if the coefficients' low parts are at most u of
 * their high parts, and if the bound is what those and underflow can err, and so many roundings of u² W, and 4 u more: {@link
 * DoubleDouble#OUTWARDS} is 16 u. So where both are one number, that is the result, and {@code none_open} says that of all rows
 * that a kernel tests together.
 *
 * @param from anchor + constant
 * @param above what the constant has lost there, and the bound of all errors
 * @param below the same, less the bound
 */
record Anchor(double anchor, double from, double above, double below) {
  private static final double MIDDLE = 1.5;

  /**
   * @param largest the most that the products can be together
   * @param error of the products
   * @param roundings of the kernel, in u² W
   */
  static Anchor of(DoubleDouble constant, double largest, double error, double roundings) {
    int exponent = Math.getExponent((largest + constant.magnitude()) * DoubleDouble.OUTWARDS) + 2;
    double width = Math.scalb(1.0, exponent);
    double anchor = MIDDLE * width;
    double from = anchor + constant.hi();
    double rest = (constant.hi() - (from - anchor)) + constant.lo();
    boolean isExact = largest == 0 && error == 0 && constant.error() == 0 && constant.lo() == 0;
    double bound = isExact
        ? 0
        : (error + constant.error() + roundings * DoubleDouble.U2 * width) * DoubleDouble.OUTWARDS;
    return new Anchor(anchor, from, rest + bound, rest - bound);
  }

  /** Writes the four from a column on. */
  void into(Columns columns, int column, int lane) {
    columns.set(column, lane, anchor);
    columns.set(column + 1, lane, from);
    columns.set(column + 2, lane, above);
    columns.set(column + 3, lane, below);
  }
}
