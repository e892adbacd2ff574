package org.bnoracle.formal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bnoracle.equations.Quantity;
import org.bnoracle.equations.WrittenArithmetic;
import org.bnoracle.number.BinaryFormat;

/**
 * An arithmetic of Coq terms over the reals. Run in it, the equations yield the expression that their text computes. Sums
 * and named quantities become definitions, each made once.
 */
final class TermArithmetic extends WrittenArithmetic {
  /** What was computed is no term of real numbers. */
  static final class NoTermException extends RuntimeException {
    NoTermException(String message) {
      super(message);
    }
  }

  private final Map<Double, String> symbols;
  private final Map<String, String> definitions = new LinkedHashMap<>();
  private final Map<String, Integer> counts = new LinkedHashMap<>();

  /** @param symbols the doubles that stand for a symbol; others must be whole numbers and stand for themselves */
  TermArithmetic(Map<Double, String> symbols) {
    this.symbols = symbols;
  }

  /** The definitions in their order: name and term. */
  Map<String, String> definitions() {
    Map<String, String> byName = new LinkedHashMap<>();
    definitions.forEach((term, name) -> byName.put(name, term));
    return byName;
  }

  private String define(String name, String term) {
    return definitions.computeIfAbsent(term, t -> name + "_" + counts.merge(name, 1, Integer::sum));
  }

  @Override
  public String of(double exact) {
    String symbol = symbols.get(exact);
    if (symbol != null) {
      return symbol;
    }
    if (exact != Math.rint(exact)) {
      throw new NoTermException(exact + " is neither a symbol nor a whole number");
    }
    return super.of(exact);
  }

  @Override
  public String square(String a) {
    return multiply(a, a);
  }

  @Override
  public String sqrt(String a) {
    return "(sqrt " + a + ")";
  }

  @Override
  public String sum(List<String> terms) {
    return switch (terms.size()) {
      case 0 -> "0";
      case 1 -> terms.get(0);
      default -> define("sum", String.join(" + ", terms));
    };
  }

  @Override
  public String max(String a, String b) {
    return "(Rmax " + a + " " + b + ")";
  }

  @Override
  public String stored(String a, BinaryFormat format) {
    throw new NoTermException("rounding is no term");
  }

  @Override
  public String named(Quantity quantity, String value) {
    return define(quantity.name().toLowerCase(Locale.ROOT), value);
  }

  @Override
  public String relu(String a) {
    return "(relu " + a + ")";
  }

  @Override
  public String reluGradient(String a, String g) {
    return define("gate", "if Rlt_bool 0 " + a + " then " + g + " else 0");
  }
}
