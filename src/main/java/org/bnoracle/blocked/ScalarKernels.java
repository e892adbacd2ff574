package org.bnoracle.blocked;

/** The kernels in plain Java, for every JVM: one lane. */
final class ScalarKernels implements Kernels {
  @Override
  public String name() {
    return "scalar";
  }

  @Override
  public int lanes() {
    return 1;
  }

  @Override
  public void moments(double[] x, int at, int stride, int rows, Columns frame, int lane, double[] partial) {
    double scale = frame.get(Frame.SCALE, lane);
    double shift = frame.get(Frame.SHIFT, lane);
    double sum = 0;
    double sumRest = 0;
    double squares = 0;
    double squaresRest = 0;
    for (int row = 0; row < rows; row++) {
      double d = Math.fma(x[at + row * stride], scale, shift);
      double next = sum + d;
      sumRest += DoubleDouble.sumError(sum, d, next);
      sum = next;
      double square = d * d;
      double nextSquares = squares + square;
      squaresRest += DoubleDouble.sumError(squares, square, nextSquares) + Math.fma(d, d, -square);
      squares = nextSquares;
    }
    partial[0] = sum;
    partial[1] = sumRest;
    partial[2] = squares;
    partial[3] = squaresRest;
  }

  @Override
  public void crossMoments(
      double[] x, int at, double[] dy, int dyAt, int stride, int rows, Columns frame, int lane, double[] partial) {
    double scale = frame.get(Frame.SCALE, lane);
    double shift = frame.get(Frame.SHIFT, lane);
    double gradientScale = frame.get(Frame.GRADIENT_SCALE, lane);
    double sum = 0;
    double sumRest = 0;
    double products = 0;
    double productsRest = 0;
    double squares = 0;
    for (int row = 0; row < rows; row++) {
      double d = Math.fma(x[at + row * stride], scale, shift);
      double g = dy[dyAt + row * stride] * gradientScale;
      double next = sum + g;
      sumRest += DoubleDouble.sumError(sum, g, next);
      sum = next;
      double product = g * d;
      double nextProducts = products + product;
      productsRest += DoubleDouble.sumError(products, product, nextProducts) + Math.fma(g, d, -product);
      products = nextProducts;
      squares = Math.fma(g, g, squares);
    }
    partial[0] = sum;
    partial[1] = sumRest;
    partial[2] = products;
    partial[3] = productsRest;
    partial[4] = squares;
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
    double k = map.get(CombinedMap.K, lane);
    double kLow = map.get(CombinedMap.K + 1, lane);
    double aSlope = map.get(CombinedMap.A_SLOPE, lane);
    double bSlope = map.get(CombinedMap.B_SLOPE, lane);
    double constant = map.get(CombinedMap.CONSTANT, lane);
    double open = 0;
    for (int row = 0; row < rows; row++) {
      double d = Math.fma(x[at + row * stride], scale, shift);
      double g = dy[dyAt + row * stride] * gradientScale;
      double p = g * a;
      double pRest = Math.fma(g, aLow, Math.fma(g, a, -p));
      double r = d * b;
      double rRest = Math.fma(d, bLow, Math.fma(d, b, -r));
      double both = p + r;
      double q = both + k;
      double rest = (DoubleDouble.sumError(p, r, both) + DoubleDouble.sumError(both, k, q)) + (pRest + rRest + kLow);
      double bound = Math.fma(Math.abs(g), aSlope, Math.fma(Math.abs(d), bSlope, constant));
      double high = q + (rest + bound);
      open += high - (q + (rest - bound));
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
