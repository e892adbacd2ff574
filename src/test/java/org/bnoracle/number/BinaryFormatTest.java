package org.bnoracle.number;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class BinaryFormatTest {
  static final List<BinaryFormat> ALL = BinaryFormat.ALL;

  @ParameterizedTest
  @CsvSource({
    "f64,  0x1.fffffffffffffp1023, 0x1p-1022, 0x1p-1074, -1022, -1074",
    "f32,  0x1.fffffep127,         0x1p-126,  0x1p-149,  -126,  -149",
    "f16,  65504,                  0x1p-14,   0x1p-24,   -14,   -24",
    "bf16, 0x1.fep127,             0x1p-126,  0x1p-133,  -126,  -133",
  })
  void theExtremesAreThoseOfTheStandard(
      String name, double max, double minNormal, double min, int minExponent, int minQuantum) {
    BinaryFormat format = BinaryFormat.named(name);
    assertEquals(max, format.maxValue());
    assertEquals(minNormal, format.minNormal());
    assertEquals(min, format.minValue());
    assertEquals(minExponent, format.minExponent());
    assertEquals(minQuantum, format.minQuantum());
  }

  @Test
  void eachFormatIsFoundByItsName() {
    for (BinaryFormat format : BinaryFormat.ALL) {
      assertEquals(format, BinaryFormat.named(format.toString()));
    }
  }

  @Test
  void anUnknownNameIsRefusedWithAllNames() {
    Exception e = assertThrows(IllegalArgumentException.class, () -> BinaryFormat.named("f8"));
    assertEquals("unknown format 'f8', choose from f64, f32, f16, bf16", e.getMessage());
  }

  @ParameterizedTest
  @CsvSource({"1, 15", "54, 15", "11, 1", "11, 1024"})
  void aFormatBeyondDoubleIsRefusedWithTheLimits(int precision, int maxExponent) {
    Exception e = assertThrows(IllegalArgumentException.class, () -> new BinaryFormat("odd", precision, maxExponent));
    assertEquals(
        "a format needs a precision from 2 to 53 and a largest exponent from 2 to 1023, was " + precision + " and " + maxExponent,
        e.getMessage());
  }

  @ParameterizedTest
  @CsvSource({"2, 2, 6", "2, 1023, 0x1.8p1023", "53, 2, 0x1.fffffffffffffp2"})
  void aFormatAtTheLimitsExists(int precision, int maxExponent, double max) {
    assertEquals(max, new BinaryFormat("odd", precision, maxExponent).maxValue());
  }

  @Test
  void narrowExponentsOverflowEvenAtDoublePrecision() {
    BinaryFormat narrow = new BinaryFormat("narrow", 53, 2);
    assertEquals(Double.POSITIVE_INFINITY, narrow.nearest(8.0));
    assertEquals(Math.nextDown(8.0), narrow.nearest(Math.nextDown(8.0)));
    assertEquals(Double.NEGATIVE_INFINITY, narrow.nearest(-8.0));
  }

  @ParameterizedTest
  @FieldSource("ALL")
  void specialValuesAndZerosBelongToEveryFormat(BinaryFormat format) {
    for (double value : new double[] {0.0, -0.0, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
      assertTrue(format.holds(value), format + " " + value);
      assertEquals(value, format.nearest(value));
    }
  }

  @ParameterizedTest
  @FieldSource("ALL")
  void theExtremesAndTheirUlpsBelong(BinaryFormat format) {
    assertTrue(format.holds(format.maxValue()));
    assertTrue(format.holds(-format.minValue()));
    assertEquals(format.minValue(), format.ulp(0.0));
    assertEquals(format.minValue(), format.ulp(-format.minNormal()));
    assertEquals(format.minValue() * 2, format.ulp(2 * format.minNormal()));
    assertEquals(format.maxValue(), Math.scalb(2.0, format.maxExponent() - 1) - format.ulp(format.maxValue()) + Math.scalb(1.0, format.maxExponent()));
  }

  @ParameterizedTest
  @CsvSource({"f32, 0.1", "f16, 65536", "f16, 2049", "bf16, 257", "bf16, 0x1p-134", "f32, 0x1p-150", "f32, 0x1p128"})
  void aDoubleBetweenOrBeyondTheValuesDoesNotBelong(String name, double value) {
    assertFalse(BinaryFormat.named(name).holds(value));
    assertFalse(BinaryFormat.named(name).holds(-value));
  }

  @ParameterizedTest
  @CsvSource({
    "f32, 0x1.fffffefp127", "f32, 0x1.ffffffp127", "f16, 65519.99", "f16, 65520", "bf16, 0x1.feffffp127", "bf16, 0x1.ffp127",
  })
  void halfAnUlpBeyondTheLargestValueIsInfinite(String name, double value) {
    BinaryFormat format = BinaryFormat.named(name);
    double threshold = format.maxValue() + format.ulp(format.maxValue()) / 2;
    double expected = value < threshold ? format.maxValue() : Double.POSITIVE_INFINITY;
    assertEquals(expected, format.nearest(value));
    assertEquals(-expected, format.nearest(-value));
  }

  @ParameterizedTest
  @FieldSource("ALL")
  void stepsGoThroughZeroAndEndAtInfinity(BinaryFormat format) {
    double min = format.minValue();
    double max = format.maxValue();
    double infinity = Double.POSITIVE_INFINITY;
    assertEquals(List.of(-min, -0.0, min), List.of(format.down(0.0), format.up(-min), format.up(0.0)));
    assertEquals(List.of(-min, 0.0, min), List.of(format.down(-0.0), format.down(min), format.up(-0.0)));
    assertEquals(List.of(infinity, -infinity), List.of(format.up(max), format.down(-max)));
    assertEquals(List.of(infinity, -infinity), List.of(format.up(infinity), format.down(-infinity)));
    assertEquals(List.of(-max, max), List.of(format.up(-infinity), format.down(infinity)));
    assertTrue(Double.isNaN(format.up(Double.NaN)) && Double.isNaN(format.down(Double.NaN)));
  }

  @ParameterizedTest
  @FieldSource("ALL")
  void stepsHalveBelowAPowerOfTwoButNotAmongSubnormals(BinaryFormat format) {
    double ulp = format.ulp(1);
    assertEquals(1 - ulp / 2, format.down(1));
    assertEquals(1 + ulp, format.up(1));
    assertEquals(-1 - ulp, format.down(-1));
    assertEquals(format.minNormal() - format.minValue(), format.down(format.minNormal()));
    assertEquals(2 * format.minNormal() - format.minValue(), format.down(2 * format.minNormal()));
  }

  @ParameterizedTest
  @CsvSource({
    "f64,  8, 7ff8000000000000, 7ff0000000000000, fff0000000000000, 8000000000000000",
    "f32,  4, 7fc00000, 7f800000, ff800000, 80000000",
    "f16,  2, 7e00, 7c00, fc00, 8000",
    "bf16, 2, 7fc0, 7f80, ff80, 8000",
  })
  void specialValuesHaveTheBitsOfTheStandard(
      String name, int bytes, String nan, String positive, String negative, String negativeZero) {
    BinaryFormat format = BinaryFormat.named(name);
    assertEquals(bytes, format.bytes());
    checkBits(format, nan, Double.NaN);
    checkBits(format, positive, Double.POSITIVE_INFINITY);
    checkBits(format, negative, Double.NEGATIVE_INFINITY);
    checkBits(format, negativeZero, -0.0);
    checkBits(format, "0", 0.0);
    assertEquals(Double.NaN, format.fromBits(format.toBits(Double.POSITIVE_INFINITY) + 1));
    assertEquals(Double.NaN, format.fromBits(-1));
  }

  private static void checkBits(BinaryFormat format, String hex, double value) {
    assertEquals(hex, Long.toHexString(format.toBits(value)));
    assertEquals(value, format.fromBits(Long.parseUnsignedLong(hex, 16)));
  }
}
