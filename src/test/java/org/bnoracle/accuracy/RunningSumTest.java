package org.bnoracle.accuracy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.DoubleStream;
import org.bnoracle.number.BinaryFormat;
import org.junit.jupiter.api.Test;

class RunningSumTest {
  private static Bounded sum(BinaryFormat format, double... terms) {
    return new BoundedArithmetic(new Machine(format, format, terms.length, false, format))
        .sum(DoubleStream.of(terms).mapToObj(Bounded::exact).toList());
  }

  @Test
  void smallMultiplesOfAStepAddUpExactly() {
    assertEquals(Bounded.exact(1.75), sum(BinaryFormat.F64, 1, 0.5, 0.25));
    assertEquals(Bounded.exact(1 - 0x1p-53), sum(BinaryFormat.F64, 0.5, 0.5 - 0x1p-53));
    assertEquals(Bounded.exact(0x1p24 - 1), sum(BinaryFormat.F32, 0x1p24 - 2, 1));
  }

  /** 1 + 2^-53 is no double, but as a double it is 1 = 2^53 2^-53. */
  @Test
  void aSumThatRoundsDownToTheLimitIsNotExact() {
    Bounded sum = sum(BinaryFormat.F64, 1, 0x1p-53);
    assertFalse(sum.isExact());
    assertTrue(sum.own().above() >= 0x1p-53 && sum.own().below() >= 0x1p-53, sum.toString());
  }
}
