package org.bnoracle.equations;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.bnoracle.number.BinaryFormat;
import org.junit.jupiter.api.Test;

/** Every operation is the base's, with the operands in their order. */
class ForwardingArithmeticTest {
  private static final ForwardingArithmetic<String> FORWARDING = new ForwardingArithmetic<>(new Saying());

  /** Says what it is asked to compute. */
  private static final class Saying implements ComparingArithmetic<String> {
    @Override
    public String of(double exact) {
      return "of " + exact;
    }

    @Override
    public String add(String a, String b) {
      return a + " + " + b;
    }

    @Override
    public String subtract(String a, String b) {
      return a + " - " + b;
    }

    @Override
    public String multiply(String a, String b) {
      return a + " * " + b;
    }

    @Override
    public String divide(String a, String b) {
      return a + " / " + b;
    }

    @Override
    public String square(String a) {
      return a + " squared";
    }

    @Override
    public String over(String a, long count) {
      return a + " over " + count;
    }

    @Override
    public String sqrt(String a) {
      return "root of " + a;
    }

    @Override
    public String sum(List<String> terms) {
      return "sum of " + terms;
    }

    @Override
    public String relu(String a) {
      return "relu of " + a;
    }

    @Override
    public String reluGradient(String a, String g) {
      return g + " where " + a;
    }

    @Override
    public String named(Quantity quantity, String value) {
      return quantity + ": " + value;
    }

    @Override
    public String max(String a, String b) {
      return a + " or " + b;
    }

    @Override
    public String stored(String a, BinaryFormat format) {
      return a + " in " + format;
    }
  }

  @Test
  void everyOperationIsTheBases() {
    assertEquals("of 1.5", FORWARDING.of(1.5));
    assertEquals("a + b", FORWARDING.add("a", "b"));
    assertEquals("a - b", FORWARDING.subtract("a", "b"));
    assertEquals("a * b", FORWARDING.multiply("a", "b"));
    assertEquals("a / b", FORWARDING.divide("a", "b"));
    assertEquals("a squared", FORWARDING.square("a"));
    assertEquals("a over 3", FORWARDING.over("a", 3));
    assertEquals("root of a", FORWARDING.sqrt("a"));
    assertEquals("sum of [a, b]", FORWARDING.sum(List.of("a", "b")));
    assertEquals("relu of a", FORWARDING.relu("a"));
    assertEquals("g where a", FORWARDING.reluGradient("a", "g"));
    assertEquals("MEAN: a", FORWARDING.named(Quantity.MEAN, "a"));
    assertEquals("a or b", FORWARDING.max("a", "b"));
    assertEquals("a in bf16", FORWARDING.stored("a", BinaryFormat.BF16));
  }
}
