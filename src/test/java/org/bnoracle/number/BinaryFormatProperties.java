package org.bnoracle.number;

import static org.bnoracle.number.BinaryFormat.BF16;
import static org.bnoracle.number.BinaryFormat.F16;
import static org.bnoracle.number.BinaryFormat.F32;
import static org.bnoracle.number.BinaryFormat.F64;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class BinaryFormatProperties {
  @Property(tries = 1000)
  void nearestToSingleIsTheCast(@ForAll("doubles") double x) {
    assertEquals((float) x, F32.nearest(x));
  }

  @Property
  void nearestToDoubleIsTheDouble(@ForAll("doubles") double x) {
    assertEquals(x, F64.nearest(x));
  }

  @Property(tries = 1000)
  void nearestToASmallFormatIsTheEnumeratedOne(@ForAll("small") BinaryFormat format, @ForAll("doubles") double x) {
    double expected = SmallFormat.of(format).nearest(Math.abs(x));
    assertEquals(Math.copySign(expected, x), format.nearest(x));
    assertEquals(expected == Math.abs(x), format.holds(x));
  }

  @Property(tries = 1000)
  void nearestToAnyBinaryNumberIsTheEnumeratedOne(
      @ForAll("small") BinaryFormat format, @ForAll @LongRange(max = Long.MAX_VALUE) long significand,
      @ForAll @IntRange(min = -150, max = 70) int exponent) {
    BigDecimal exact = Dyadic.of(significand, exponent);
    assertEquals(SmallFormat.of(format).nearest(exact), format.nearest(significand, exponent));
  }

  @Property(tries = 1000)
  void nearestToAnyBinaryNumberInDoubleIsTheParsedOne(
      @ForAll @LongRange(max = Long.MAX_VALUE) long significand, @ForAll @IntRange(min = -1150, max = 980) int exponent) {
    String exact = Dyadic.of(significand, exponent).toString();
    assertEquals(Double.parseDouble(exact), F64.nearest(significand, exponent));
  }

  @Test
  void theBitPatternsOfSingleHalfAreItsValues() {
    for (int bits = 0; bits < 0x7c00; bits++) {
      int exponent = bits >> 10;
      int fraction = bits & 0x3ff;
      double value = exponent == 0 ? fraction * 0x1p-24 : (1 + fraction * 0x1p-10) * Math.pow(2, exponent - 15);
      checkValue(SmallFormat.F16, F16, bits, value);
    }
  }

  @Test
  void theUpperHalvesOfSingleAreTheValuesOfBrainFloat() {
    for (int bits = 0; bits < 0x7f80; bits++) {
      checkValue(SmallFormat.BF16, BF16, bits, Float.intBitsToFloat(bits << 16));
    }
  }

  private static void checkValue(SmallFormat small, BinaryFormat format, int bits, double value) {
    assertEquals(bits, small.indexOf(value));
    assertEquals(value, format.nearest(value));
    assertEquals(-value, format.nearest(-value));
    checkBits(format, bits, value);
    checkBits(format, 0x8000 | bits, -value);
    checkTie(format, bits, value, small.next(value));
    checkSteps(format, value, small.next(value));
  }

  private static void checkBits(BinaryFormat format, long bits, double value) {
    assertEquals(value, format.fromBits(bits));
    assertEquals(value, format.fromBits(0xabcd0000L | bits));
    assertEquals(bits, format.toBits(value));
  }

  @Property
  void theBitsOfDoubleAreThoseOfTheJdk(@ForAll("doubles") double x) {
    assertEquals(Double.doubleToLongBits(x), F64.toBits(x));
    assertEquals(x, F64.fromBits(Double.doubleToLongBits(x)));
  }

  @Property
  void theBitsOfSingleAreThoseOfTheJdk(@ForAll("singles") float x) {
    assertEquals(Integer.toUnsignedLong(Float.floatToIntBits(x)), F32.toBits(x));
    assertEquals(x, F32.fromBits(Float.floatToIntBits(x)));
  }

  private static void checkTie(BinaryFormat format, int bits, double value, double next) {
    double midpoint = Double.isInfinite(next) ? value + format.ulp(value) / 2 : (value + next) / 2;
    double even = bits % 2 == 0 ? value : next;
    assertEquals(even, format.nearest(midpoint));
    assertEquals(-even, format.nearest(-midpoint));
    assertEquals(value, format.nearest(Math.nextDown(midpoint)));
    assertEquals(next, format.nearest(Math.nextUp(midpoint)));
  }

  private static void checkSteps(BinaryFormat format, double value, double next) {
    assertEquals(next, format.up(value));
    assertEquals(value, format.down(next));
    assertEquals(-next, format.down(-value));
    assertEquals(-value, format.up(-next));
  }

  @Property(tries = 500)
  void stepsInDoubleAreThoseOfTheJdk(@ForAll("doubles") double x) {
    assertEquals(Math.nextUp(x) + 0.0, F64.up(x) + 0.0);
    assertEquals(Math.nextDown(x) + 0.0, F64.down(x) + 0.0);
    assertEquals(Math.ulp(x), F64.ulp(x));
  }

  @Property(tries = 500)
  void stepsInSingleAreThoseOfTheJdk(@ForAll("singles") float x) {
    assertEquals(Math.nextUp(x) + 0.0, F32.up(x) + 0.0);
    assertEquals(Math.nextDown(x) + 0.0, F32.down(x) + 0.0);
    assertEquals(Math.ulp(x), F32.ulp(x));
  }

  @Property(tries = 1000)
  void aValueIsItsUnitsTimesItsQuantum(@ForAll("formats") BinaryFormat format, @ForAll("doubles") double x) {
    double value = format.nearest(x);
    if (Double.isFinite(value)) {
      assertEquals(Math.abs(value), Math.scalb((double) format.units(value), format.quantumOf(value)));
    }
  }

  @Property
  void aDoubleIsItsSignificandTimesItsQuantum(@ForAll("doubles") double x) {
    assertEquals(Math.abs(x), Math.scalb((double) BinaryFormat.significand(x), BinaryFormat.quantumOfDouble(x)));
    assertEquals(Math.ulp(x), Math.scalb(1.0, BinaryFormat.quantumOfDouble(x)));
  }

  @Provide
  Arbitrary<Double> doubles() {
    return Inputs.doubles();
  }

  @Provide
  Arbitrary<Float> singles() {
    return Inputs.doubles().map(Double::floatValue).filter(Float::isFinite);
  }

  @Provide
  Arbitrary<BinaryFormat> formats() {
    return Inputs.formats();
  }

  @Provide
  Arbitrary<BinaryFormat> small() {
    return Arbitraries.of(F16, BF16, SmallFormat.TINY, SmallFormat.COARSE);
  }
}
