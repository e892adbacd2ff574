package org.bnoracle.blocked;

/** {@link SumKernels} in plain Java. */
final class ScalarSums implements SumKernels {
  @Override
  public boolean moments(
      double[] x, int at, int other, int stride, int rows, Columns frame, Columns anchors, int lane, double[] partial) {
    double scale = frame.get(Frame.SCALE, lane);
    double shift = frame.get(Frame.SHIFT, lane);
    double anchor = anchors.get(Anchors.SUM, lane);
    double squaresAnchor = anchors.get(Anchors.SQUARES, lane);
    double sum = anchor;
    double sumRest = 0;
    double squares = squaresAnchor;
    double squaresRest = 0;
    double otherSum = anchor;
    double otherSumRest = 0;
    double otherSquares = squaresAnchor;
    double otherSquaresRest = 0;
    for (int row = 0; row < rows; row++) {
      double d = Math.fma(x[at + row * stride], scale, shift);
      double next = sum + d;
      sumRest += d - (next - sum);
      sum = next;
      double nextSquares = Math.fma(d, d, squares);
      squaresRest += Math.fma(d, d, squares - nextSquares);
      squares = nextSquares;
      double e = Math.fma(x[other + row * stride], scale, shift);
      double otherNext = otherSum + e;
      otherSumRest += e - (otherNext - otherSum);
      otherSum = otherNext;
      double otherNextSquares = Math.fma(e, e, otherSquares);
      otherSquaresRest += Math.fma(e, e, otherSquares - otherNextSquares);
      otherSquares = otherNextSquares;
    }
    partial[0] = sum - anchor;
    partial[1] = sumRest;
    partial[2] = squares - squaresAnchor;
    partial[3] = squaresRest;
    partial[4] = otherSum - anchor;
    partial[5] = otherSumRest;
    partial[6] = otherSquares - squaresAnchor;
    partial[7] = otherSquaresRest;
    return partial[2] < squaresAnchor && partial[6] < squaresAnchor;
  }

  @Override
  public boolean gradientMoments(
      double[] x, int at, double[] dy, int dyAt, int stride, int rows, Columns frame, Columns anchors, int lane,
      double[] partial) {
    double scale = frame.get(Frame.SCALE, lane);
    double shift = frame.get(Frame.SHIFT, lane);
    double gradientScale = frame.get(Frame.GRADIENT_SCALE, lane);
    double anchor = anchors.get(Anchors.SUM, lane);
    double squaresAnchor = anchors.get(Anchors.SQUARES, lane);
    double gradientsAnchor = anchors.get(Anchors.GRADIENTS, lane);
    double productsAnchor = anchors.get(Anchors.PRODUCTS, lane);
    double sum = anchor;
    double sumRest = 0;
    double squares = squaresAnchor;
    double squaresRest = 0;
    double gradients = gradientsAnchor;
    double gradientsRest = 0;
    double products = productsAnchor;
    double productsRest = 0;
    double gradientSquares = 0;
    for (int row = 0; row < rows; row++) {
      double d = Math.fma(x[at + row * stride], scale, shift);
      double g = dy[dyAt + row * stride] * gradientScale;
      double next = sum + d;
      sumRest += d - (next - sum);
      sum = next;
      double nextSquares = Math.fma(d, d, squares);
      squaresRest += Math.fma(d, d, squares - nextSquares);
      squares = nextSquares;
      double nextGradients = gradients + g;
      gradientsRest += g - (nextGradients - gradients);
      gradients = nextGradients;
      double nextProducts = Math.fma(g, d, products);
      productsRest += Math.fma(g, d, products - nextProducts);
      products = nextProducts;
      gradientSquares = Math.fma(g, g, gradientSquares);
    }
    partial[0] = sum - anchor;
    partial[1] = sumRest;
    partial[2] = squares - squaresAnchor;
    partial[3] = squaresRest;
    partial[4] = gradients - gradientsAnchor;
    partial[5] = gradientsRest;
    partial[6] = products - productsAnchor;
    partial[7] = productsRest;
    partial[8] = gradientSquares;
    return partial[2] < squaresAnchor && gradientSquares < anchors.get(Anchors.GRADIENT_SQUARES, lane);
  }

  @Override
  public void accumulate(double[] partial, int at, Columns totals, int column, int lane) {
    DoubleDouble total = new DoubleDouble(totals.get(column, lane), totals.get(column + 1, lane), 0)
        .plus(DoubleDouble.sum(partial[at], partial[at + 1]));
    totals.set(column, lane, total.hi());
    totals.set(column + 1, lane, total.lo());
  }

  @Override
  public void range(double[] values, int at, int stride, int rows, Columns range, int column, int lane) {
    double low = range.get(column, lane);
    double high = range.get(column + 1, lane);
    for (int row = 0; row < rows; row++) {
      low = Math.min(low, values[at + row * stride]);
      high = Math.max(high, values[at + row * stride]);
    }
    range.set(column, lane, low);
    range.set(column + 1, lane, high);
  }
}
