package org.bnoracle.number;

import java.util.List;
import java.util.stream.Collectors;

/**
 * An IEEE 754 style binary format with subnormals, given by its precision and its largest exponent. Every value
 * of every format here is a double, so values are held as doubles.
 *
 * @param name the name in documents and on the command line
 * @param precision significant bits, the hidden one included; at most 53
 * @param maxExponent exponent of the largest power of two that is a value of the format; at most 1023
 */
public record BinaryFormat(String name, int precision, int maxExponent) {
  public static final BinaryFormat F64 = new BinaryFormat("f64", 53, 1023);
  public static final BinaryFormat F32 = new BinaryFormat("f32", 24, 127);
  public static final BinaryFormat F16 = new BinaryFormat("f16", 11, 15);
  public static final BinaryFormat BF16 = new BinaryFormat("bf16", 8, 127);
  public static final List<BinaryFormat> ALL = List.of(F64, F32, F16, BF16);

  private static final int DOUBLE_PRECISION = 53;
  private static final long DOUBLE_FRACTION = (1L << DOUBLE_PRECISION - 1) - 1;

  public BinaryFormat {
    if (precision < 2 || precision > DOUBLE_PRECISION || maxExponent < 2 || maxExponent > Double.MAX_EXPONENT) {
      throw new IllegalArgumentException(
          "a format needs a precision from 2 to 53 and a largest exponent from 2 to 1023, was " + precision + " and " + maxExponent);
    }
  }

  /**
   * The format of that name.
   *
   * @throws IllegalArgumentException if there is none; the message lists the names
   */
  public static BinaryFormat named(String name) {
    return ALL.stream().filter(f -> f.name.equals(name)).findFirst().orElseThrow(() -> new IllegalArgumentException(
        "unknown format '" + name + "', choose from " + ALL.stream().map(BinaryFormat::name).collect(Collectors.joining(", "))));
  }

  /** Exponent of the smallest normal power of two. */
  public int minExponent() {
    return 1 - maxExponent;
  }

  /** Exponent of the smallest positive value, 2^minQuantum. */
  public int minQuantum() {
    return minExponent() - (precision - 1);
  }

  /** The largest finite value. */
  public double maxValue() {
    return Math.scalb((double) ((1L << precision) - 1), maxExponent - (precision - 1));
  }

  /** The smallest positive value. */
  public double minValue() {
    return Math.scalb(1.0, minQuantum());
  }

  /** The smallest positive normal value. */
  public double minNormal() {
    return Math.scalb(1.0, minExponent());
  }

  /** Whether the value belongs to the format; NaN, infinities and both zeros do. */
  public boolean holds(double value) {
    return Double.isNaN(value) || nearest(value) == value;
  }

  /** The value of the format nearest to a double, ties to even; overflow gives an infinity, zero keeps its sign. */
  public double nearest(double value) {
    if (value == 0 || !Double.isFinite(value) || precision == DOUBLE_PRECISION && maxExponent == Double.MAX_EXPONENT) {
      return value;
    }
    return Math.copySign(nearest(significand(value), quantumOfDouble(value)), value);
  }

  /**
   * The value of the format nearest to {@code significand · 2^exponent}, ties to even; overflow gives infinity.
   * This is the only place of the project where bits are dropped.
   *
   * @param significand from 0 to 2^63 - 1
   */
  double nearest(long significand, int exponent) {
    int quantum = quantumAt(exponent + Long.SIZE - 1 - Long.numberOfLeadingZeros(significand));
    int dropped = quantum - exponent;
    if (dropped <= 0) {
      return overflowing(Math.scalb((double) significand, exponent));
    }
    if (dropped >= Long.SIZE) {
      return 0;
    }
    long kept = significand >>> dropped;
    long rest = significand - (kept << dropped);
    long half = 1L << dropped - 1;
    boolean up = rest > half || rest == half && (kept & 1) == 1;
    return overflowing(Math.scalb((double) (up ? kept + 1 : kept), quantum));
  }

  /** Exponent of the unit in the last place of values whose leading bit has this exponent. */
  int quantumAt(int leadingExponent) {
    return Math.max(leadingExponent - (precision - 1), minQuantum());
  }

  /** Exponent of the unit in the last place of a finite value of the format; that of the smallest value for zero. */
  public int quantumOf(double value) {
    return quantumAt(Math.getExponent(value));
  }

  /** The unit in the last place of a finite value of the format. */
  public double ulp(double value) {
    return Math.scalb(1.0, quantumOf(value));
  }

  /** A finite value of the format as a whole number of its units in the last place; the sign is dropped. */
  long units(double value) {
    return (long) Math.scalb(Math.abs(value), -quantumOf(value));
  }

  /** The next value of the format towards positive infinity. */
  public double up(double value) {
    if (value == Double.POSITIVE_INFINITY) {
      return value;
    }
    return -down(-value);
  }

  /** The next value of the format towards negative infinity. */
  public double down(double value) {
    if (value == Double.NEGATIVE_INFINITY) {
      return value;
    }
    if (value == Double.POSITIVE_INFINITY) {
      return maxValue();
    }
    if (value <= 0) {
      return overflowing(value - ulp(value));
    }
    return value - (startsBinade(value) ? ulp(value) / 2 : ulp(value));
  }

  private boolean startsBinade(double value) {
    return units(value) == 1L << precision - 1 && quantumOf(value) > minQuantum();
  }

  /** The width of the format's bit patterns in bytes: 8, 4 or 2. */
  public int bytes() {
    return (1 + exponentBits() + precision - 1) / Byte.SIZE;
  }

  private int exponentBits() {
    return Integer.SIZE - Integer.numberOfLeadingZeros(2 * maxExponent);
  }

  /** The bit pattern of a value of the format: sign, biased exponent, fraction. NaN gives the quiet NaN without payload. */
  public long toBits(double value) {
    long allOnes = (1L << exponentBits()) - 1;
    long sign = Double.doubleToRawLongBits(value) < 0 ? 1L << exponentBits() + precision - 1 : 0;
    if (Double.isNaN(value)) {
      return allOnes << precision - 1 | 1L << precision - 2;
    }
    if (Double.isInfinite(value)) {
      return sign | allOnes << precision - 1;
    }
    long units = units(value);
    boolean isNormal = units >= 1L << precision - 1;
    long biased = isNormal ? quantumOf(value) - minQuantum() + 1 : 0;
    return sign | biased << precision - 1 | units & (1L << precision - 1) - 1;
  }

  /** The value of a bit pattern; bits above the format's width are ignored. */
  public double fromBits(long bits) {
    long allOnes = (1L << exponentBits()) - 1;
    long fraction = bits & (1L << precision - 1) - 1;
    long biased = bits >> precision - 1 & allOnes;
    double sign = (bits >> exponentBits() + precision - 1 & 1) == 0 ? 1 : -1;
    if (biased == allOnes) {
      return fraction == 0 ? sign * Double.POSITIVE_INFINITY : Double.NaN;
    }
    long units = biased == 0 ? fraction : fraction | 1L << precision - 1;
    return sign * Math.scalb((double) units, minQuantum() + (int) Math.max(biased - 1, 0));
  }

  private double overflowing(double value) {
    return Math.abs(value) > maxValue() ? Math.copySign(Double.POSITIVE_INFINITY, value) : value;
  }

  /** The significand of a finite double as a whole number; the value is ± significand · 2^quantumOfDouble. */
  static long significand(double value) {
    long bits = Double.doubleToRawLongBits(value);
    long fraction = bits & DOUBLE_FRACTION;
    return Math.abs(value) < Double.MIN_NORMAL ? fraction : fraction | DOUBLE_FRACTION + 1;
  }

  /** Exponent of the unit in the last place of a finite double. */
  static int quantumOfDouble(double value) {
    return Math.max(Math.getExponent(value), Double.MIN_EXPONENT) - (DOUBLE_PRECISION - 1);
  }

  @Override
  public String toString() {
    return name;
  }
}
