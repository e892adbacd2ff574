package org.bnoracle.equations;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.bnoracle.number.BinaryFormat;
import org.junit.jupiter.api.Test;

/** Every operation is the base's, with the operands in their order. */
class ForwardingArithmeticTest {
  private static final ForwardingArithmetic<String> FORWARDING = new ForwardingArithmetic<>(new WrittenArithmetic());

  @Test
  void everyOperationIsTheBases() {
    assertEquals("7", FORWARDING.of(7));
    assertEquals("(a + b)", FORWARDING.add("a", "b"));
    assertEquals("(a - b)", FORWARDING.subtract("a", "b"));
    assertEquals("(a * b)", FORWARDING.multiply("a", "b"));
    assertEquals("(a / b)", FORWARDING.divide("a", "b"));
    assertEquals("a²", FORWARDING.square("a"));
    assertEquals("(a / 3)", FORWARDING.over("a", 3));
    assertEquals("√a", FORWARDING.sqrt("a"));
    assertEquals("[a + b]", FORWARDING.sum(List.of("a", "b")));
    assertEquals("max(0, a)", FORWARDING.relu("a"));
    assertEquals("(g where a > 0)", FORWARDING.reluGradient("a", "g"));
    assertEquals("MEAN = a", FORWARDING.named(Quantity.MEAN, "a"));
    assertEquals("max(a, b)", FORWARDING.max("a", "b"));
    assertEquals("(a in bf16)", FORWARDING.stored("a", BinaryFormat.BF16));
  }
}
