package org.bnoracle.document;

import com.fasterxml.jackson.core.io.NumberOutput;
import java.math.BigDecimal;
import java.math.MathContext;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.number.QuadraticField;
import org.bnoracle.number.Rounding;

/** Values of a format as decimal text. */
public final class Literal {
  private static final int DIGITS_SAFE_IN_DOUBLE = 15;

  private Literal() {}

  /**
   * The fewest digits that are nearest to this value among the format's, with a point or an exponent; -0.0 for
   * negative zero, else NaN, Infinity, -Infinity. The same on every JDK.
   */
  public static String write(double value, BinaryFormat format) {
    if (!Double.isFinite(value) || value == 0) {
      return Double.toString(value);
    }
    if (format.equals(BinaryFormat.F64)) {
      return NumberOutput.toString(value, true);
    }
    if (format.equals(BinaryFormat.F32)) {
      return NumberOutput.toString((float) value, true);
    }
    return NumberOutput.toString(fewestDigits(value, format).doubleValue(), true);
  }

  private static BigDecimal fewestDigits(double value, BinaryFormat format) {
    BigDecimal exact = new BigDecimal(value);
    for (int digits = 1; ; digits++) {
      BigDecimal shorter = exact.round(new MathContext(digits));
      if (nearest(shorter, format) == value) {
        return shorter;
      }
    }
  }

  /**
   * The value of the format that a decimal number, NaN, Infinity or -Infinity means: of a number
   * the nearest one, if it differs from the number by less than
   * one unit of the last digit written.
   *
   * @throws NumberFormatException if the format has no such value; the message says what would do
   */
  public static double read(String text, BinaryFormat format) {
    double value = Double.parseDouble(text);
    if (Double.isNaN(value) || text.endsWith("Infinity")) {
      return value;
    }
    if (text.length() <= DIGITS_SAFE_IN_DOUBLE && value != 0 && format.holds(value) && Double.isFinite(value)) {
      return value;
    }
    if (Double.isInfinite(value)) {
      throw cannotHold(text, format, "write \"Infinity\" if infinity is meant");
    }
    if (value == 0) {
      if (!isZero(text)) {
        throw cannotHold(text, format, "the smallest positive value is " + write(format.minValue(), format));
      }
      return value;
    }
    return identified(text, new BigDecimal(text), format);
  }

  private static boolean isZero(String text) {
    return text.split("[eE]", 2)[0].chars().noneMatch(c -> c >= '1' && c <= '9');
  }

  private static double identified(String text, BigDecimal written, BinaryFormat format) {
    double nearest = nearest(written, format);
    if (Double.isInfinite(nearest)) {
      throw cannotHold(text, format, "the largest value is " + write(format.maxValue(), format));
    }
    BigDecimal distance = new BigDecimal(nearest).subtract(written).abs();
    if (distance.signum() != 0 && distance.compareTo(written.ulp()) >= 0) {
      throw cannotHold(text, format, "the nearest value is " + write(nearest, format));
    }
    return nearest;
  }

  private static double nearest(BigDecimal number, BinaryFormat format) {
    return Rounding.nearest(new QuadraticField(1).of(number), format).value();
  }

  private static NumberFormatException cannotHold(String text, BinaryFormat format, String remedy) {
    return new NumberFormatException("%s cannot hold %s; %s".formatted(format, text, remedy));
  }
}
