package org.bnoracle.blocked;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/**
 * The kernels with the Vector API: the statements of {@link ScalarKernels} on vectors of the machine's width. Vectors live in
 * local variables only and go from method to method in arrays, so that none is ever an object.
 */
final class VectorKernels implements Kernels {
  private static final VectorSpecies<Double> D = DoubleVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Float> F =
      VectorSpecies.of(float.class, VectorShape.forBitSize(D.vectorBitSize() / 2));

  @Override
  public String name() {
    return "Vector API, " + D.vectorBitSize() + " bits";
  }

  @Override
  public int lanes() {
    return D.length();
  }

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

  @Override
  public boolean anchored(double[] x, int at, int stride, int rows, Columns map, int lane, double[] z, int zAt) {
    DoubleVector scale = column(map, AffineMap.SCALE, lane);
    DoubleVector shift = column(map, AffineMap.SHIFT, lane);
    DoubleVector s = column(map, AffineMap.S, lane);
    DoubleVector sLow = column(map, AffineMap.S + 1, lane);
    DoubleVector anchor = column(map, AffineMap.ANCHOR, lane);
    DoubleVector from = column(map, AffineMap.FROM, lane);
    DoubleVector above = column(map, AffineMap.ABOVE, lane);
    DoubleVector below = column(map, AffineMap.BELOW, lane);
    DoubleVector open = DoubleVector.zero(D);
    for (int row = 0; row < rows; row++) {
      DoubleVector d = DoubleVector.fromArray(D, x, at + row * stride).fma(scale, shift);
      DoubleVector v = d.fma(s, from);
      DoubleVector rest = d.fma(sLow, d.fma(s, from.sub(v)));
      DoubleVector q = v.sub(anchor);
      DoubleVector high = q.add(rest.add(above));
      open = open.add(high.sub(q.add(rest.add(below))));
      high.intoArray(z, zAt + row * stride);
    }
    return open.reduceLanes(VectorOperators.ADD) == 0;
  }

  @Override
  public boolean affine(double[] x, int at, int stride, int rows, Columns map, int lane, double[] z, int zAt) {
    DoubleVector scale = column(map, AffineMap.SCALE, lane);
    DoubleVector shift = column(map, AffineMap.SHIFT, lane);
    DoubleVector s = column(map, AffineMap.S, lane);
    DoubleVector sLow = column(map, AffineMap.S + 1, lane);
    DoubleVector t = column(map, AffineMap.T, lane);
    DoubleVector tLow = column(map, AffineMap.T + 1, lane);
    DoubleVector slope = column(map, AffineMap.SLOPE, lane);
    DoubleVector constant = column(map, AffineMap.CONSTANT, lane);
    DoubleVector open = DoubleVector.zero(D);
    for (int row = 0; row < rows; row++) {
      DoubleVector d = DoubleVector.fromArray(D, x, at + row * stride).fma(scale, shift);
      DoubleVector p = d.mul(s);
      DoubleVector q = p.add(t);
      DoubleVector rest = sumError(p, t, q).add(d.fma(sLow, d.fma(s, p.neg())).add(tLow));
      DoubleVector bound = d.abs().fma(slope, constant);
      DoubleVector high = q.add(rest.add(bound));
      open = open.add(high.sub(q.add(rest.sub(bound))));
      high.intoArray(z, zAt + row * stride);
    }
    return open.reduceLanes(VectorOperators.ADD) == 0;
  }

  @Override
  public boolean affine(double[] x, int at, int stride, int rows, Columns map, int lane, float[] z, int zAt) {
    DoubleVector scale = column(map, AffineMap.SCALE, lane);
    DoubleVector shift = column(map, AffineMap.SHIFT, lane);
    DoubleVector s = column(map, AffineMap.S, lane);
    DoubleVector t = column(map, AffineMap.T, lane);
    DoubleVector slope = column(map, AffineMap.SLOPE, lane);
    DoubleVector constant = column(map, AffineMap.CONSTANT, lane);
    DoubleVector roundings = DoubleVector.broadcast(D, AffineMap.FLOAT_ROUNDINGS);
    IntVector open = FloatVector.zero(F).reinterpretAsInts();
    for (int row = 0; row < rows; row++) {
      DoubleVector d = DoubleVector.fromArray(D, x, at + row * stride).fma(scale, shift);
      DoubleVector y = d.fma(s, t);
      DoubleVector bound = d.abs().fma(slope, y.abs().fma(roundings, constant));
      FloatVector high = toFloats(y.add(bound));
      open = open.or(difference(high, toFloats(y.sub(bound))));
      high.intoArray(z, zAt + row * stride);
    }
    return open.reduceLanes(VectorOperators.OR) == 0;
  }

  @Override
  public boolean linear(double[] x, int at, int stride, int rows, Columns map, int lane, double[] z, int zAt) {
    DoubleVector scale = column(map, AffineMap.SCALE, lane);
    DoubleVector s = column(map, AffineMap.S, lane);
    DoubleVector sLow = column(map, AffineMap.S + 1, lane);
    DoubleVector slope = column(map, AffineMap.SLOPE, lane);
    DoubleVector constant = column(map, AffineMap.CONSTANT, lane);
    DoubleVector open = DoubleVector.zero(D);
    for (int row = 0; row < rows; row++) {
      DoubleVector d = DoubleVector.fromArray(D, x, at + row * stride).mul(scale);
      DoubleVector p = d.mul(s);
      DoubleVector rest = d.fma(sLow, d.fma(s, p.neg()));
      DoubleVector size = d.abs();
      DoubleVector bound = size.fma(slope, constant).min(size);
      DoubleVector high = p.add(rest.add(bound));
      open = open.add(high.sub(p.add(rest.sub(bound))));
      high.intoArray(z, zAt + row * stride);
    }
    return open.reduceLanes(VectorOperators.ADD) == 0;
  }

  @Override
  public boolean combined(
      double[] x, int at, double[] dy, int dyAt, int stride, int rows, Columns map, int lane, double[] z, int zAt) {
    DoubleVector scale = column(map, CombinedMap.SCALE, lane);
    DoubleVector shift = column(map, CombinedMap.SHIFT, lane);
    DoubleVector gradientScale = column(map, CombinedMap.GRADIENT_SCALE, lane);
    DoubleVector a = column(map, CombinedMap.A, lane);
    DoubleVector aLow = column(map, CombinedMap.A + 1, lane);
    DoubleVector b = column(map, CombinedMap.B, lane);
    DoubleVector bLow = column(map, CombinedMap.B + 1, lane);
    DoubleVector anchor = column(map, CombinedMap.ANCHOR, lane);
    DoubleVector from = column(map, CombinedMap.FROM, lane);
    DoubleVector above = column(map, CombinedMap.ABOVE, lane);
    DoubleVector below = column(map, CombinedMap.BELOW, lane);
    DoubleVector open = DoubleVector.zero(D);
    for (int row = 0; row < rows; row++) {
      DoubleVector d = DoubleVector.fromArray(D, x, at + row * stride).fma(scale, shift);
      DoubleVector g = DoubleVector.fromArray(D, dy, dyAt + row * stride).mul(gradientScale);
      DoubleVector v = d.fma(b, from);
      DoubleVector w = g.fma(a, v);
      DoubleVector rest = d.fma(bLow, d.fma(b, from.sub(v))).add(g.fma(aLow, g.fma(a, v.sub(w))));
      DoubleVector q = w.sub(anchor);
      DoubleVector high = q.add(rest.add(above));
      open = open.add(high.sub(q.add(rest.add(below))));
      high.intoArray(z, zAt + row * stride);
    }
    return open.reduceLanes(VectorOperators.ADD) == 0;
  }

  @Override
  public boolean combined(
      double[] x, int at, double[] dy, int dyAt, int stride, int rows, Columns map, int lane, float[] z, int zAt) {
    DoubleVector scale = column(map, CombinedMap.SCALE, lane);
    DoubleVector shift = column(map, CombinedMap.SHIFT, lane);
    DoubleVector gradientScale = column(map, CombinedMap.GRADIENT_SCALE, lane);
    DoubleVector a = column(map, CombinedMap.A, lane);
    DoubleVector b = column(map, CombinedMap.B, lane);
    DoubleVector k = column(map, CombinedMap.K, lane);
    DoubleVector aSlope = column(map, CombinedMap.A_SLOPE, lane);
    DoubleVector bSlope = column(map, CombinedMap.B_SLOPE, lane);
    DoubleVector constant = column(map, CombinedMap.CONSTANT, lane);
    DoubleVector roundings = DoubleVector.broadcast(D, AffineMap.FLOAT_ROUNDINGS);
    IntVector open = FloatVector.zero(F).reinterpretAsInts();
    for (int row = 0; row < rows; row++) {
      DoubleVector d = DoubleVector.fromArray(D, x, at + row * stride).fma(scale, shift);
      DoubleVector g = DoubleVector.fromArray(D, dy, dyAt + row * stride).mul(gradientScale);
      DoubleVector h = d.fma(b, k);
      DoubleVector y = g.fma(a, h);
      DoubleVector dropped = g.abs().fma(aSlope, d.abs().fma(bSlope, constant));
      DoubleVector bound = y.abs().add(h.abs()).fma(roundings, dropped);
      FloatVector high = toFloats(y.add(bound));
      open = open.or(difference(high, toFloats(y.sub(bound))));
      high.intoArray(z, zAt + row * stride);
    }
    return open.reduceLanes(VectorOperators.OR) == 0;
  }

  @Override
  public void affinePlainly(double[] x, int at, int stride, int rows, Columns map, int lane, double[] z, int zAt) {
    DoubleVector scale = column(map, AffineMap.SCALE, lane);
    DoubleVector shift = column(map, AffineMap.SHIFT, lane);
    DoubleVector s = column(map, AffineMap.S, lane);
    DoubleVector t = column(map, AffineMap.T, lane);
    for (int row = 0; row < rows; row++) {
      DoubleVector d = DoubleVector.fromArray(D, x, at + row * stride).fma(scale, shift);
      d.fma(s, t).intoArray(z, zAt + row * stride);
    }
  }

  @Override
  public void affinePlainly(double[] x, int at, int stride, int rows, Columns map, int lane, float[] z, int zAt) {
    DoubleVector scale = column(map, AffineMap.SCALE, lane);
    DoubleVector shift = column(map, AffineMap.SHIFT, lane);
    DoubleVector s = column(map, AffineMap.S, lane);
    DoubleVector t = column(map, AffineMap.T, lane);
    for (int row = 0; row < rows; row++) {
      DoubleVector d = DoubleVector.fromArray(D, x, at + row * stride).fma(scale, shift);
      toFloats(d.fma(s, t)).intoArray(z, zAt + row * stride);
    }
  }

  @Override
  public void combinedPlainly(
      double[] x, int at, double[] dy, int dyAt, int stride, int rows, Columns map, int lane, double[] z, int zAt) {
    DoubleVector scale = column(map, CombinedMap.SCALE, lane);
    DoubleVector shift = column(map, CombinedMap.SHIFT, lane);
    DoubleVector gradientScale = column(map, CombinedMap.GRADIENT_SCALE, lane);
    DoubleVector a = column(map, CombinedMap.A, lane);
    DoubleVector b = column(map, CombinedMap.B, lane);
    DoubleVector k = column(map, CombinedMap.K, lane);
    for (int row = 0; row < rows; row++) {
      DoubleVector d = DoubleVector.fromArray(D, x, at + row * stride).fma(scale, shift);
      DoubleVector g = DoubleVector.fromArray(D, dy, dyAt + row * stride).mul(gradientScale);
      g.fma(a, d.fma(b, k)).intoArray(z, zAt + row * stride);
    }
  }

  @Override
  public void combinedPlainly(
      double[] x, int at, double[] dy, int dyAt, int stride, int rows, Columns map, int lane, float[] z, int zAt) {
    DoubleVector scale = column(map, CombinedMap.SCALE, lane);
    DoubleVector shift = column(map, CombinedMap.SHIFT, lane);
    DoubleVector gradientScale = column(map, CombinedMap.GRADIENT_SCALE, lane);
    DoubleVector a = column(map, CombinedMap.A, lane);
    DoubleVector b = column(map, CombinedMap.B, lane);
    DoubleVector k = column(map, CombinedMap.K, lane);
    for (int row = 0; row < rows; row++) {
      DoubleVector d = DoubleVector.fromArray(D, x, at + row * stride).fma(scale, shift);
      DoubleVector g = DoubleVector.fromArray(D, dy, dyAt + row * stride).mul(gradientScale);
      toFloats(g.fma(a, d.fma(b, k))).intoArray(z, zAt + row * stride);
    }
  }

  private static DoubleVector column(Columns columns, int column, int lane) {
    return DoubleVector.fromArray(D, columns.values, column * columns.width + lane);
  }

  private static FloatVector toFloats(DoubleVector v) {
    return (FloatVector) v.convertShape(VectorOperators.D2F, F, 0);
  }

  /** Not 0 where the two have different bits or are NaN. */
  private static IntVector difference(FloatVector a, FloatVector b) {
    IntVector bits = a.reinterpretAsInts().lanewise(VectorOperators.XOR, b.reinterpretAsInts());
    return bits.or(a.sub(b).reinterpretAsInts());
  }

  /** {@link DoubleDouble#sumError}. */
  private static DoubleVector sumError(DoubleVector a, DoubleVector b, DoubleVector sum) {
    DoubleVector bb = sum.sub(a);
    return a.sub(sum.sub(bb)).add(b.sub(bb));
  }
}
