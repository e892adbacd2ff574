package org.bnoracle.document;

import com.fasterxml.jackson.core.io.NumberOutput;
import java.math.BigDecimal;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.number.QuadraticField;
import org.bnoracle.number.Rounding;

/** Values of a format as decimal text. */
public final class Literal {
  private static final int DIGITS_SAFE_IN_DOUBLE = 15;

  private Literal() {}

  /**
   * The fewest digits that a reader of doubles needs, with a point or an exponent; -0.0 for negative zero, else NaN,
   * Infinity, -Infinity. The same on every JDK.
   */
  public static String write(double value) {
    return NumberOutput.toString(value, true);
  }

  /**
   * The value of the format that a number means: the nearest one, if it differs by less than one unit of the last digit
   * written, final zeros aside. So 0.1 means a value in every format, and 16777217 none in f32, which has 16777216.
   *
   * @param text a decimal number, NaN, Infinity or -Infinity
   * @throws NumberFormatException if the format has no such value; the message says what would do
   */
  public static double read(String text, BinaryFormat format) {
    double value = parsed(text);
    if (Double.isNaN(value) || text.endsWith("Infinity")) {
      return value;
    }
    if (value != 0 && Double.isFinite(value) && format.holds(value) && isPlain(text, value)) {
      return value;
    }
    if (Double.isInfinite(value)) {
      throw cannotHold(text, format, "write \"Infinity\" if infinity is meant");
    }
    if (value == 0) {
      if (!isZero(text)) {
        throw cannotHold(text, format, "the smallest positive value is " + write(format.minValue()));
      }
      return value;
    }
    return identified(text, new BigDecimal(text), format);
  }

  private static double parsed(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      NumberFormatException complaint = new NumberFormatException("a number, NaN or Infinity is expected, was '" + text + "'");
      complaint.initCause(e);
      throw complaint;
    }
  }

  /** Whether a text surely means the double that is nearest to it. */
  private static boolean isPlain(String text, double value) {
    return text.length() <= DIGITS_SAFE_IN_DOUBLE || text.equals(write(value));
  }

  private static boolean isZero(String text) {
    return text.split("[eE]", 2)[0].chars().noneMatch(c -> c >= '1' && c <= '9');
  }

  private static double identified(String text, BigDecimal written, BinaryFormat format) {
    double nearest = nearest(written, format);
    if (Double.isInfinite(nearest)) {
      throw cannotHold(text, format, "the largest value is " + write(format.maxValue()));
    }
    BigDecimal distance = new BigDecimal(nearest).subtract(written).abs();
    if (distance.signum() != 0 && distance.compareTo(written.stripTrailingZeros().ulp()) >= 0) {
      throw cannotHold(text, format, "the nearest value is " + write(nearest));
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
