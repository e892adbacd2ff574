package org.bnoracle.blocked;

import static org.bnoracle.blocked.Vectors.D;
import static org.bnoracle.blocked.Vectors.column;
import static org.bnoracle.blocked.Vectors.sumError;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/** {@link MapKernels} with the Vector API. */
final class VectorMaps implements MapKernels {
  private static final VectorSpecies<Float> F =
      VectorSpecies.of(float.class, VectorShape.forBitSize(D.vectorBitSize() / 2));

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

  private static FloatVector toFloats(DoubleVector v) {
    return (FloatVector) v.convertShape(VectorOperators.D2F, F, 0);
  }

  /** Not 0 where the two have different bits or are NaN. */
  private static IntVector difference(FloatVector a, FloatVector b) {
    IntVector bits = a.reinterpretAsInts().lanewise(VectorOperators.XOR, b.reinterpretAsInts());
    return bits.or(a.sub(b).reinterpretAsInts());
  }
}
