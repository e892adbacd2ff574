package org.bnoracle.equations;

import java.util.List;
import org.bnoracle.number.BinaryFormat;

/** Symbols; what is computed is the formula as one writes it, with the brackets that it needs. */
final class WrittenArithmetic implements ComparingArithmetic<String> {
  @Override
  public String of(double exact) {
    return Long.toString((long) exact);
  }

  @Override
  public String add(String a, String b) {
    return "(" + a + " + " + b + ")";
  }

  @Override
  public String subtract(String a, String b) {
    return "(" + a + " - " + b + ")";
  }

  @Override
  public String multiply(String a, String b) {
    return a + "·" + factor(b);
  }

  /** In brackets if it is a product itself. */
  private static String factor(String b) {
    int depth = 0;
    for (char c : b.toCharArray()) {
      depth += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
      if (depth == 0 && (c == '·' || c == '/')) {
        return "(" + b + ")";
      }
    }
    return b;
  }

  @Override
  public String divide(String a, String b) {
    return a + "/" + b;
  }

  @Override
  public String square(String a) {
    return a + "²";
  }

  @Override
  public String over(String a, long count) {
    return divide(a, Long.toString(count));
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
