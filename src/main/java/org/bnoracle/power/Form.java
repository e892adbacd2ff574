package org.bnoracle.power;

import java.util.List;
import org.bnoracle.equations.Arithmetic;

/** What is made of operands at one place of a text, and what a mutant makes of them instead. */
enum Form {
  SUM("a + b"),
  DIFFERENCE("a - b"),
  REVERSED_DIFFERENCE("b - a"),
  PRODUCT("a b"),
  QUOTIENT("a/b"),
  REVERSED_QUOTIENT("b/a"),
  FIRST("a"),
  SECOND("b"),
  SQUARE("a²"),
  DOUBLE("a + a"),
  ROOT("√a"),
  PART("a/m"),
  PART_OF_FEWER("a/(m-1)"),
  PART_OF_MORE("a/(m+1)"),
  MULTIPLE("a m"),
  POSITIVE_PART("max(0, a)"),
  PASSED_ABOVE_ZERO("b where a > 0"),
  TOTAL("Σ a_i"),
  TOTAL_WITHOUT_LAST("Σ a_i without the last");

  private final String notation;

  Form(String notation) {
    this.notation = notation;
  }

  /**
   * What an operation works on.
   *
   * @param b null where there is one operand
   * @param m a count to divide by
   * @param terms of a sum
   */
  record Operands<T>(T a, T b, long m, List<T> terms) {
    static <T> Operands<T> of(T a, T b) {
      return new Operands<>(a, b, 0, List.of());
    }
  }

  String notation() {
    return notation;
  }

  /** The forms that mutants put in place of this one. */
  List<Form> mutations() {
    return switch (this) {
      case SUM -> List.of(DIFFERENCE, FIRST, SECOND);
      case DIFFERENCE -> List.of(SUM, REVERSED_DIFFERENCE, FIRST, SECOND);
      case PRODUCT -> List.of(QUOTIENT, FIRST, SECOND);
      case QUOTIENT -> List.of(PRODUCT, REVERSED_QUOTIENT, FIRST, SECOND);
      case SQUARE -> List.of(FIRST, DOUBLE);
      case ROOT -> List.of(FIRST);
      case POSITIVE_PART -> List.of(FIRST);
      case PASSED_ABOVE_ZERO -> List.of(SECOND);
      case PART -> List.of(PART_OF_FEWER, PART_OF_MORE, MULTIPLE, FIRST);
      case TOTAL -> List.of(TOTAL_WITHOUT_LAST);
      default -> List.of();
    };
  }

  <T> T of(Arithmetic<T> arithmetic, Operands<T> on) {
    return switch (this) {
      case SUM -> arithmetic.add(on.a, on.b);
      case DIFFERENCE -> arithmetic.subtract(on.a, on.b);
      case REVERSED_DIFFERENCE -> arithmetic.subtract(on.b, on.a);
      case PRODUCT -> arithmetic.multiply(on.a, on.b);
      case QUOTIENT -> arithmetic.divide(on.a, on.b);
      case REVERSED_QUOTIENT -> arithmetic.divide(on.b, on.a);
      case FIRST -> on.a;
      case SECOND -> on.b;
      case SQUARE -> arithmetic.square(on.a);
      case DOUBLE -> arithmetic.add(on.a, on.a);
      case ROOT -> arithmetic.sqrt(on.a);
      case PART -> arithmetic.over(on.a, on.m);
      case PART_OF_FEWER -> arithmetic.over(on.a, on.m - 1);
      case PART_OF_MORE -> arithmetic.over(on.a, on.m + 1);
      case MULTIPLE -> arithmetic.multiply(on.a, arithmetic.of(on.m));
      case POSITIVE_PART -> arithmetic.relu(on.a);
      case PASSED_ABOVE_ZERO -> arithmetic.reluGradient(on.a, on.b);
      case TOTAL -> arithmetic.sum(on.terms);
      case TOTAL_WITHOUT_LAST -> arithmetic.sum(on.terms.subList(0, Math.max(0, on.terms.size() - 1)));
    };
  }
}
