package org.bnoracle.equations;

import java.util.List;
import org.bnoracle.number.BinaryFormat;

/**
 * Floating-point arithmetic in a binary format: every operation is rounded to nearest, ties to even. Computed in
 * double and rounded once more, which is the same for formats of at most 25 bits (S. Figueroa, "When is double
 * rounding innocuous?", SIGNUM Newsletter 30(3), 1995); in f64 it is the double operation itself.
 */
public final class FormatArithmetic implements ComparingArithmetic<Double> {
  private static final int INNOCUOUS_PRECISION = 25;

  private final BinaryFormat format;
  private final Summation summation;
  private final boolean flushes;

  /** With subnormal numbers. */
  public FormatArithmetic(BinaryFormat format, Summation summation) {
    this(format, summation, false);
  }

  /** @param flushes whether subnormal numbers are taken as zero */
  public FormatArithmetic(BinaryFormat format, Summation summation, boolean flushes) {
    if (format.precision() > INNOCUOUS_PRECISION && !format.equals(BinaryFormat.F64)) {
      throw new IllegalArgumentException("a simulated format has at most 25 bits or is f64, was " + format.precision() + " bits");
    }
    this.format = format;
    this.summation = summation;
    this.flushes = flushes;
  }

  private double nearest(double value) {
    double nearest = format.nearest(value);
    return flushes && Math.abs(nearest) < format.minNormal() ? Math.copySign(0, nearest) : nearest;
  }

  /** The value of the format nearest to the double. */
  @Override
  public Double of(double exact) {
    return nearest(exact);
  }

  @Override
  public Double add(Double a, Double b) {
    return nearest(a + b);
  }

  @Override
  public Double subtract(Double a, Double b) {
    return nearest(a - b);
  }

  @Override
  public Double multiply(Double a, Double b) {
    return nearest(a * b);
  }

  @Override
  public Double divide(Double a, Double b) {
    return nearest(a / b);
  }

  @Override
  public Double square(Double a) {
    return multiply(a, a);
  }

  @Override
  public Double over(Double a, long count) {
    return divide(a, of(count));
  }

  @Override
  public Double sqrt(Double a) {
    return nearest(Math.sqrt(a));
  }

  @Override
  public Double sum(List<Double> terms) {
    return terms.isEmpty() ? 0.0 : summation.sum(terms, this::add);
  }

  @Override
  public Double relu(Double a) {
    return a <= 0 ? 0 : a;
  }

  @Override
  public Double reluGradient(Double a, Double g) {
    return a <= 0 ? 0 : g;
  }

  @Override
  public Double max(Double a, Double b) {
    return Math.max(a, b);
  }

  @Override
  public Double stored(Double a, BinaryFormat other) {
    return other.nearest(a);
  }
}
