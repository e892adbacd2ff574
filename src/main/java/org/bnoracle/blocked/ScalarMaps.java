package org.bnoracle.blocked;

/** {@link MapKernels} in plain Java. */
final class ScalarMaps implements MapKernels {
  @Override
  public boolean anchored(double[] x, int at, int stride, int rows, Columns map, int lane, double[] z, int zAt) {
    double scale = map.get(AffineMap.SCALE, lane);
    double shift = map.get(AffineMap.SHIFT, lane);
    double s = map.get(AffineMap.S, lane);
    double sLow = map.get(AffineMap.S + 1, lane);
    double anchor = map.get(AffineMap.ANCHOR, lane);
    double from = map.get(AffineMap.FROM, lane);
    double above = map.get(AffineMap.ABOVE, lane);
    double below = map.get(AffineMap.BELOW, lane);
    double open = 0;
    for (int row = 0; row < rows; row++) {
      double d = Math.fma(x[at + row * stride], scale, shift);
      double v = Math.fma(d, s, from);
      double rest = Math.fma(d, sLow, Math.fma(d, s, from - v));
      double q = v - anchor;
      double high = q + (rest + above);
      open += high - (q + (rest + below));
      z[zAt + row * stride] = high;
    }
    return open == 0;
  }

  @Override
  public boolean affine(double[] x, int at, int stride, int rows, Columns map, int lane, double[] z, int zAt) {
    double scale = map.get(AffineMap.SCALE, lane);
    double shift = map.get(AffineMap.SHIFT, lane);
    double s = map.get(AffineMap.S, lane);
    double sLow = map.get(AffineMap.S + 1, lane);
    double t = map.get(AffineMap.T, lane);
    double tLow = map.get(AffineMap.T + 1, lane);
    double slope = map.get(AffineMap.SLOPE, lane);
    double constant = map.get(AffineMap.CONSTANT, lane);
    double open = 0;
    for (int row = 0; row < rows; row++) {
      double d = Math.fma(x[at + row * stride], scale, shift);
      double p = d * s;
      double q = p + t;
      double rest = DoubleDouble.sumError(p, t, q) + (Math.fma(d, sLow, Math.fma(d, s, -p)) + tLow);
      double bound = Math.fma(Math.abs(d), slope, constant);
      double high = q + (rest + bound);
      open += high - (q + (rest - bound));
      z[zAt + row * stride] = high;
    }
    return open == 0;
  }

  @Override
  public boolean affine(double[] x, int at, int stride, int rows, Columns map, int lane, float[] z, int zAt) {
    double scale = map.get(AffineMap.SCALE, lane);
    double shift = map.get(AffineMap.SHIFT, lane);
    double s = map.get(AffineMap.S, lane);
    double t = map.get(AffineMap.T, lane);
    double slope = map.get(AffineMap.SLOPE, lane);
    double constant = map.get(AffineMap.CONSTANT, lane);
    int open = 0;
    for (int row = 0; row < rows; row++) {
      double d = Math.fma(x[at + row * stride], scale, shift);
      double y = Math.fma(d, s, t);
      double bound = Math.fma(Math.abs(d), slope, Math.fma(Math.abs(y), AffineMap.FLOAT_ROUNDINGS, constant));
      open |= round(y, bound, z, zAt + row * stride);
    }
    return open == 0;
  }

  /** Rounds to a float; not 0 if numbers within the bound round to different ones. */
  private static int round(double y, double bound, float[] z, int at) {
    float high = (float) (y + bound);
    float low = (float) (y - bound);
    z[at] = high;
    return Float.floatToRawIntBits(high) ^ Float.floatToRawIntBits(low) | (high == high ? 0 : 1);
  }

  @Override
  public boolean linear(double[] x, int at, int stride, int rows, Columns map, int lane, double[] z, int zAt) {
    double scale = map.get(AffineMap.SCALE, lane);
    double s = map.get(AffineMap.S, lane);
    double sLow = map.get(AffineMap.S + 1, lane);
    double slope = map.get(AffineMap.SLOPE, lane);
    double constant = map.get(AffineMap.CONSTANT, lane);
    double open = 0;
    for (int row = 0; row < rows; row++) {
      double d = x[at + row * stride] * scale;
      double p = d * s;
      double rest = Math.fma(d, sLow, Math.fma(d, s, -p));
      double bound = Math.min(Math.fma(Math.abs(d), slope, constant), Math.abs(d));
      double high = p + (rest + bound);
      open += high - (p + (rest - bound));
      z[zAt + row * stride] = high;
    }
    return open == 0;
  }

  @Override
  public boolean combined(
      double[] x, int at, double[] dy, int dyAt, int stride, int rows, Columns map, int lane, double[] z, int zAt) {
    double scale = map.get(CombinedMap.SCALE, lane);
    double shift = map.get(CombinedMap.SHIFT, lane);
    double gradientScale = map.get(CombinedMap.GRADIENT_SCALE, lane);
    double a = map.get(CombinedMap.A, lane);
    double aLow = map.get(CombinedMap.A + 1, lane);
    double b = map.get(CombinedMap.B, lane);
    double bLow = map.get(CombinedMap.B + 1, lane);
    double anchor = map.get(CombinedMap.ANCHOR, lane);
    double from = map.get(CombinedMap.FROM, lane);
    double above = map.get(CombinedMap.ABOVE, lane);
    double below = map.get(CombinedMap.BELOW, lane);
    double open = 0;
    for (int row = 0; row < rows; row++) {
      double d = Math.fma(x[at + row * stride], scale, shift);
      double g = dy[dyAt + row * stride] * gradientScale;
      double v = Math.fma(d, b, from);
      double w = Math.fma(g, a, v);
      double rest = Math.fma(d, bLow, Math.fma(d, b, from - v)) + Math.fma(g, aLow, Math.fma(g, a, v - w));
      double q = w - anchor;
      double high = q + (rest + above);
      open += high - (q + (rest + below));
      z[zAt + row * stride] = high;
    }
    return open == 0;
  }

  @Override
  public boolean combined(
      double[] x, int at, double[] dy, int dyAt, int stride, int rows, Columns map, int lane, float[] z, int zAt) {
    double scale = map.get(CombinedMap.SCALE, lane);
    double shift = map.get(CombinedMap.SHIFT, lane);
    double gradientScale = map.get(CombinedMap.GRADIENT_SCALE, lane);
    double a = map.get(CombinedMap.A, lane);
    double b = map.get(CombinedMap.B, lane);
    double k = map.get(CombinedMap.K, lane);
    double aSlope = map.get(CombinedMap.A_SLOPE, lane);
    double bSlope = map.get(CombinedMap.B_SLOPE, lane);
    double constant = map.get(CombinedMap.CONSTANT, lane);
    int open = 0;
    for (int row = 0; row < rows; row++) {
      double d = Math.fma(x[at + row * stride], scale, shift);
      double g = dy[dyAt + row * stride] * gradientScale;
      double h = Math.fma(d, b, k);
      double y = Math.fma(g, a, h);
      double dropped = Math.fma(Math.abs(g), aSlope, Math.fma(Math.abs(d), bSlope, constant));
      double bound = Math.fma(Math.abs(y) + Math.abs(h), AffineMap.FLOAT_ROUNDINGS, dropped);
      open |= round(y, bound, z, zAt + row * stride);
    }
    return open == 0;
  }

  @Override
  public void affinePlainly(double[] x, int at, int stride, int rows, Columns map, int lane, double[] z, int zAt) {
    double scale = map.get(AffineMap.SCALE, lane);
    double shift = map.get(AffineMap.SHIFT, lane);
    double s = map.get(AffineMap.S, lane);
    double t = map.get(AffineMap.T, lane);
    for (int row = 0; row < rows; row++) {
      z[zAt + row * stride] = Math.fma(Math.fma(x[at + row * stride], scale, shift), s, t);
    }
  }

  @Override
  public void affinePlainly(double[] x, int at, int stride, int rows, Columns map, int lane, float[] z, int zAt) {
    double scale = map.get(AffineMap.SCALE, lane);
    double shift = map.get(AffineMap.SHIFT, lane);
    double s = map.get(AffineMap.S, lane);
    double t = map.get(AffineMap.T, lane);
    for (int row = 0; row < rows; row++) {
      z[zAt + row * stride] = (float) Math.fma(Math.fma(x[at + row * stride], scale, shift), s, t);
    }
  }

  @Override
  public void combinedPlainly(
      double[] x, int at, double[] dy, int dyAt, int stride, int rows, Columns map, int lane, double[] z, int zAt) {
    double scale = map.get(CombinedMap.SCALE, lane);
    double shift = map.get(CombinedMap.SHIFT, lane);
    double gradientScale = map.get(CombinedMap.GRADIENT_SCALE, lane);
    double a = map.get(CombinedMap.A, lane);
    double b = map.get(CombinedMap.B, lane);
    double k = map.get(CombinedMap.K, lane);
    for (int row = 0; row < rows; row++) {
      double h = Math.fma(Math.fma(x[at + row * stride], scale, shift), b, k);
      z[zAt + row * stride] = Math.fma(dy[dyAt + row * stride] * gradientScale, a, h);
    }
  }

  @Override
  public void combinedPlainly(
      double[] x, int at, double[] dy, int dyAt, int stride, int rows, Columns map, int lane, float[] z, int zAt) {
    double scale = map.get(CombinedMap.SCALE, lane);
    double shift = map.get(CombinedMap.SHIFT, lane);
    double gradientScale = map.get(CombinedMap.GRADIENT_SCALE, lane);
    double a = map.get(CombinedMap.A, lane);
    double b = map.get(CombinedMap.B, lane);
    double k = map.get(CombinedMap.K, lane);
    for (int row = 0; row < rows; row++) {
      double h = Math.fma(Math.fma(x[at + row * stride], scale, shift), b, k);
      z[zAt + row * stride] = (float) Math.fma(dy[dyAt + row * stride] * gradientScale, a, h);
    }
  }
}
