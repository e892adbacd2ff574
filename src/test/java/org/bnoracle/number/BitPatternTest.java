package org.bnoracle.number;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BitPatternTest {
  @ParameterizedTest
  @CsvSource({"f64, 8", "f32, 4", "f16, 2", "bf16, 2"})
  void formatsHaveTheirWidth(String format, int bytes) {
    assertEquals(bytes, BinaryFormat.named(format).bytes());
  }

  @ParameterizedTest
  @CsvSource({"f16", "bf16"})
  void everyPatternOfTwoBytesIsItsValuesAndBack(String name) {
    BinaryFormat format = BinaryFormat.named(name);
    for (int bits = 0; bits < 1 << 16; bits++) {
      double value = format.fromBits(bits);
      assertTrue(format.holds(value));
      if (!Double.isNaN(value)) {
        assertEquals(bits, format.toBits(value), Integer.toHexString(bits));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "f16, 3c00, 1.0", "f16, 0001, 5.9604644775390625E-8", "f16, 7bff, 65504.0", "f16, fc00, -Infinity", "f16, 8000, -0.0",
    "bf16, 3f80, 1.0", "bf16, 0080, 1.1754943508222875E-38", "bf16, 7f7f, 3.3895313892515355E38", "bf16, 7f80, Infinity"})
  void knownPatternsAreKnownValues(String format, String bits, double value) {
    assertEquals(value, BinaryFormat.named(format).fromBits(Long.parseLong(bits, 16)));
  }

  @ParameterizedTest
  @CsvSource({"f64, 7ff8000000000000", "f32, 7fc00000", "f16, 7e00", "bf16, 7fc0"})
  void notANumberIsQuiet(String name, String bits) {
    BinaryFormat format = BinaryFormat.named(name);
    assertEquals(Long.parseLong(bits, 16), format.toBits(Double.NaN));
    assertTrue(Double.isNaN(format.fromBits(Long.parseLong(bits, 16) | 1)));
  }

  @Property
  void doublesHaveTheirOwnBits(@ForAll long bits) {
    double value = Double.longBitsToDouble(bits);
    assertEquals(Double.doubleToLongBits(value), BinaryFormat.F64.toBits(value));
    assertEquals(value, BinaryFormat.F64.fromBits(bits));
  }

  @Property
  void floatsHaveTheirOwnBits(@ForAll int bits) {
    float value = Float.intBitsToFloat(bits);
    assertEquals(Integer.toUnsignedLong(Float.floatToIntBits(value)), BinaryFormat.F32.toBits(value));
    assertEquals(value, BinaryFormat.F32.fromBits(bits));
  }

  @Test
  void bitsAboveTheWidthAreIgnored() {
    assertEquals(1.0, BinaryFormat.F16.fromBits(0xffff_3c00L));
  }
}
