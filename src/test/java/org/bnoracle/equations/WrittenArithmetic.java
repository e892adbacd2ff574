package org.bnoracle.equations;

import java.util.List;
import org.bnoracle.number.BinaryFormat;

/** Symbols: what is computed is the formula, in brackets wherever two are joined. */
public class WrittenArithmetic implements ComparingArithmetic<String> {
  @Override
  public String of(double exact) {
    if (exact != Math.rint(exact)) {
      throw new IllegalArgumentException(exact + " is no whole number");
    }
    return number((long) exact);
  }

  private static String number(long n) {
    return n < 0 ? "(" + n + ")" : Long.toString(n);
  }

  private static String joined(String a, String operator, String b) {
    return "(" + a + " " + operator + " " + b + ")";
  }

  @Override
  public String add(String a, String b) {
    return joined(a, "+", b);
  }

  @Override
  public String subtract(String a, String b) {
    return joined(a, "-", b);
  }

  @Override
  public String multiply(String a, String b) {
    return joined(a, "*", b);
  }

  @Override
  public String divide(String a, String b) {
    return joined(a, "/", b);
  }

  @Override
  public String square(String a) {
    return a + "²";
  }

  @Override
  public String over(String a, long count) {
    return divide(a, number(count));
  }

  @Override
  public String sqrt(String a) {
    return "√" + a;
  }

  @Override
  public String sum(List<String> terms) {
    return "[" + String.join(" + ", terms) + "]";
  }

  @Override
  public String relu(String a) {
    return max("0", a);
  }

  @Override
  public String reluGradient(String a, String g) {
    return "(" + g + " where " + a + " > 0)";
  }

  @Override
  public String max(String a, String b) {
    return "max(" + a + ", " + b + ")";
  }

  @Override
  public String stored(String a, BinaryFormat format) {
    return "(" + a + " in " + format + ")";
  }

  @Override
  public String named(Quantity quantity, String value) {
    return quantity + " = " + value;
  }
}
