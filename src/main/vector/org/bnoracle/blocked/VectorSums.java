package org.bnoracle.blocked;

import static org.bnoracle.blocked.Vectors.D;
import static org.bnoracle.blocked.Vectors.column;
import static org.bnoracle.blocked.Vectors.sumError;

import jdk.incubator.vector.DoubleVector;

/** {@link SumKernels} with the Vector API. */
final class VectorSums implements SumKernels {
  @Override
  public boolean moments(
      double[] x, int at, int other, int stride, int rows, Columns frame, Columns anchors, int lane, double[] partial) {
    DoubleVector scale = column(frame, Frame.SCALE, lane);
    DoubleVector shift = column(frame, Frame.SHIFT, lane);
    DoubleVector anchor = column(anchors, Anchors.SUM, lane);
    DoubleVector squaresAnchor = column(anchors, Anchors.SQUARES, lane);
    DoubleVector sum = anchor;
    DoubleVector sumRest = DoubleVector.zero(D);
    DoubleVector squares = squaresAnchor;
    DoubleVector squaresRest = DoubleVector.zero(D);
    DoubleVector otherSum = anchor;
    DoubleVector otherSumRest = DoubleVector.zero(D);
    DoubleVector otherSquares = squaresAnchor;
    DoubleVector otherSquaresRest = DoubleVector.zero(D);
    for (int row = 0; row < rows; row++) {
      DoubleVector d = DoubleVector.fromArray(D, x, at + row * stride).fma(scale, shift);
      DoubleVector next = sum.add(d);
      sumRest = sumRest.add(d.sub(next.sub(sum)));
      sum = next;
      DoubleVector nextSquares = d.fma(d, squares);
      squaresRest = squaresRest.add(d.fma(d, squares.sub(nextSquares)));
      squares = nextSquares;
      DoubleVector e = DoubleVector.fromArray(D, x, other + row * stride).fma(scale, shift);
      DoubleVector otherNext = otherSum.add(e);
      otherSumRest = otherSumRest.add(e.sub(otherNext.sub(otherSum)));
      otherSum = otherNext;
      DoubleVector otherNextSquares = e.fma(e, otherSquares);
      otherSquaresRest = otherSquaresRest.add(e.fma(e, otherSquares.sub(otherNextSquares)));
      otherSquares = otherNextSquares;
    }
    DoubleVector squaresSum = squares.sub(squaresAnchor);
    DoubleVector otherSquaresSum = otherSquares.sub(squaresAnchor);
    sum.sub(anchor).intoArray(partial, 0);
    sumRest.intoArray(partial, D.length());
    squaresSum.intoArray(partial, 2 * D.length());
    squaresRest.intoArray(partial, 3 * D.length());
    otherSum.sub(anchor).intoArray(partial, 4 * D.length());
    otherSumRest.intoArray(partial, 5 * D.length());
    otherSquaresSum.intoArray(partial, 6 * D.length());
    otherSquaresRest.intoArray(partial, 7 * D.length());
    return squaresSum.lt(squaresAnchor).and(otherSquaresSum.lt(squaresAnchor)).allTrue();
  }

  @Override
  public boolean gradientMoments(
      double[] x, int at, double[] dy, int dyAt, int stride, int rows, Columns frame, Columns anchors, int lane,
      double[] partial) {
    DoubleVector scale = column(frame, Frame.SCALE, lane);
    DoubleVector shift = column(frame, Frame.SHIFT, lane);
    DoubleVector gradientScale = column(frame, Frame.GRADIENT_SCALE, lane);
    DoubleVector anchor = column(anchors, Anchors.SUM, lane);
    DoubleVector squaresAnchor = column(anchors, Anchors.SQUARES, lane);
    DoubleVector gradientsAnchor = column(anchors, Anchors.GRADIENTS, lane);
    DoubleVector productsAnchor = column(anchors, Anchors.PRODUCTS, lane);
    DoubleVector sum = anchor;
    DoubleVector sumRest = DoubleVector.zero(D);
    DoubleVector squares = squaresAnchor;
    DoubleVector squaresRest = DoubleVector.zero(D);
    DoubleVector gradients = gradientsAnchor;
    DoubleVector gradientsRest = DoubleVector.zero(D);
    DoubleVector products = productsAnchor;
    DoubleVector productsRest = DoubleVector.zero(D);
    DoubleVector gradientSquares = DoubleVector.zero(D);
    for (int row = 0; row < rows; row++) {
      DoubleVector d = DoubleVector.fromArray(D, x, at + row * stride).fma(scale, shift);
      DoubleVector g = DoubleVector.fromArray(D, dy, dyAt + row * stride).mul(gradientScale);
      DoubleVector next = sum.add(d);
      sumRest = sumRest.add(d.sub(next.sub(sum)));
      sum = next;
      DoubleVector nextSquares = d.fma(d, squares);
      squaresRest = squaresRest.add(d.fma(d, squares.sub(nextSquares)));
      squares = nextSquares;
      DoubleVector nextGradients = gradients.add(g);
      gradientsRest = gradientsRest.add(g.sub(nextGradients.sub(gradients)));
      gradients = nextGradients;
      DoubleVector nextProducts = g.fma(d, products);
      productsRest = productsRest.add(g.fma(d, products.sub(nextProducts)));
      products = nextProducts;
      gradientSquares = g.fma(g, gradientSquares);
    }
    DoubleVector squaresSum = squares.sub(squaresAnchor);
    sum.sub(anchor).intoArray(partial, 0);
    sumRest.intoArray(partial, D.length());
    squaresSum.intoArray(partial, 2 * D.length());
    squaresRest.intoArray(partial, 3 * D.length());
    gradients.sub(gradientsAnchor).intoArray(partial, 4 * D.length());
    gradientsRest.intoArray(partial, 5 * D.length());
    products.sub(productsAnchor).intoArray(partial, 6 * D.length());
    productsRest.intoArray(partial, 7 * D.length());
    gradientSquares.intoArray(partial, 8 * D.length());
    return squaresSum.lt(squaresAnchor).and(gradientSquares.lt(column(anchors, Anchors.GRADIENT_SQUARES, lane))).allTrue();
  }

  @Override
  public void accumulate(double[] partial, int at, Columns totals, int column, int lane) {
    DoubleVector sum = DoubleVector.fromArray(D, partial, at);
    DoubleVector rest = DoubleVector.fromArray(D, partial, at + D.length());
    DoubleVector hi = sum.add(rest);
    DoubleVector lo = sumError(sum, rest, hi);
    DoubleVector totalHi = column(totals, column, lane);
    DoubleVector totalLo = column(totals, column + 1, lane);
    DoubleVector both = totalHi.add(hi);
    DoubleVector low = totalLo.add(lo);
    DoubleVector error = sumError(totalHi, hi, both).add(low);
    DoubleVector high = both.add(error);
    DoubleVector last = sumError(totalLo, lo, low).add(error.sub(high.sub(both)));
    DoubleVector result = high.add(last);
    result.intoArray(totals.values, column * totals.width + lane);
    last.sub(result.sub(high)).intoArray(totals.values, (column + 1) * totals.width + lane);
  }

  @Override
  public void range(double[] values, int at, int stride, int rows, Columns range, int column, int lane) {
    DoubleVector low = column(range, column, lane);
    DoubleVector high = column(range, column + 1, lane);
    for (int row = 0; row < rows; row++) {
      DoubleVector value = DoubleVector.fromArray(D, values, at + row * stride);
      low = low.min(value);
      high = high.max(value);
    }
    low.intoArray(range.values, column * range.width + lane);
    high.intoArray(range.values, (column + 1) * range.width + lane);
  }
}
