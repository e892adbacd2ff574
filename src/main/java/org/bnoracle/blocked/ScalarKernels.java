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
