package org.bnoracle.number;

import static org.bnoracle.number.BinaryFormat.BF16;
import static org.bnoracle.number.BinaryFormat.F16;
import static org.bnoracle.number.BinaryFormat.F32;
import static org.bnoracle.number.BinaryFormat.F64;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;

class RoundingTest {
  static final List<BinaryFormat> FORMATS = List.of(F64, F32, F16, BF16, SmallFormat.TINY, SmallFormat.COARSE);

  private final QuadraticField field = new QuadraticField(1);

  private Rounded rounded(BigDecimal exact, BinaryFormat format) {
    return Nearest.check(format, exact::compareTo, field.of(exact));
  }

  @ParameterizedTest
  @EnumSource
  void aSpecialValueIsItselfWithoutAResidual(Special special) {
    Rounded rounded = Rounding.nearest(special, F16);
    assertEquals(special.value(), rounded.value());
    assertTrue(Double.isNaN(rounded.residual()));
  }

  @Test
  void exactZeroIsPositiveZero() {
    assertEquals(new Rounded(0.0, 0.0), Rounding.nearest(field.zero(), F32));
    assertEquals(new Rounded(0.0, 0.0), Rounding.nearest(field.zero().negate(), F32));
  }

  @ParameterizedTest
  @FieldSource("FORMATS")
  void theLargestFiniteResultEndsHalfAnUlpBeyondTheLargestValue(BinaryFormat format) {
    BigDecimal max = new BigDecimal(format.maxValue());
    BigDecimal threshold = max.add(new BigDecimal(format.ulp(format.maxValue())).multiply(Dyadic.twoTo(-1)));
    BigDecimal tiny = Dyadic.twoTo(-1500);
    assertEquals(format.maxValue(), rounded(threshold.subtract(tiny), format).value());
    assertEquals(Double.POSITIVE_INFINITY, rounded(threshold, format).value());
    assertEquals(Double.NEGATIVE_INFINITY, rounded(threshold.negate(), format).value());
    assertEquals(Double.POSITIVE_INFINITY, rounded(Dyadic.twoTo(5000), format).value());
  }

  @ParameterizedTest
  @FieldSource("FORMATS")
  void halfTheSmallestValueIsATieWithZero(BinaryFormat format) {
    BigDecimal half = new BigDecimal(format.minValue()).multiply(Dyadic.twoTo(-1));
    BigDecimal tiny = Dyadic.twoTo(-1500);
    assertEquals(new Rounded(0.0, 0.5), rounded(half, format));
    assertEquals(new Rounded(-0.0, -0.5), rounded(half.negate(), format));
    assertEquals(format.minValue(), rounded(half.add(tiny), format).value());
    assertEquals(0.0, rounded(half.subtract(tiny), format).value());
    assertEquals(2 * format.minValue(), rounded(half.multiply(BigDecimal.valueOf(3)), format).value());
  }

  @Test
  void aNumberFarBelowTheSmallestValueKeepsItsSignAndLeavesAResidual() {
    for (int exponent = -1000; exponent > -3000; exponent -= exponent > -1300 ? 1 : 97) {
      for (BinaryFormat format : FORMATS) {
        rounded(Dyadic.twoTo(exponent), format);
        rounded(Dyadic.twoTo(exponent).negate(), format);
      }
    }
  }

  @Test
  void everyHalfAndEveryMidpointOfHalvesIsRoundedByTheRule() {
    checkEveryValueAndMidpoint(F16, 31 << 10);
  }

  @Test
  void everyBrainFloatAndEveryMidpointOfThemIsRoundedByTheRule() {
    checkEveryValueAndMidpoint(BF16, 255 << 7);
  }

  private void checkEveryValueAndMidpoint(BinaryFormat format, int values) {
    double value = 0;
    for (int i = 0; i < values; i++) {
      double next = SmallFormat.of(format).next(value);
      BigDecimal midpoint = SmallFormat.of(format).midpointAbove(i);
      assertEquals(new Rounded(value, 0), Rounding.nearest(field.of(value), format));
      assertEquals(i % 2 == 0 ? value : next, Rounding.nearest(field.of(midpoint), format).value());
      value = next;
    }
    assertEquals(Double.POSITIVE_INFINITY, value);
  }

  /** Between the values of a coarse format and far from them, around every power of two. */
  @ParameterizedTest
  @FieldSource("FORMATS")
  void numbersJustBesidePowersOfTwoAreRoundedByTheRule(BinaryFormat format) {
    for (int exponent = format.minQuantum() - 3; exponent <= format.maxExponent() + 2; exponent++) {
      for (int distance = 1; distance < 130; distance += 3) {
        BigDecimal tiny = Dyadic.twoTo(exponent - distance);
        rounded(Dyadic.twoTo(exponent).add(tiny), format);
        rounded(Dyadic.twoTo(exponent).subtract(tiny), format);
      }
      exponent += format.maxExponent() / 20;
    }
  }
}
