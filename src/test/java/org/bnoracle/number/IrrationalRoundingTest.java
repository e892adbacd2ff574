package org.bnoracle.number;

import static org.bnoracle.number.BinaryFormat.BF16;
import static org.bnoracle.number.BinaryFormat.F16;
import static org.bnoracle.number.BinaryFormat.F32;
import static org.bnoracle.number.BinaryFormat.F64;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Roots made to lie as close to a midpoint as no random input does. */
class IrrationalRoundingTest {
  static final List<BinaryFormat> FORMATS = List.of(F64, F32, F16, BF16);

  private static Twin rootOf(BigDecimal square) {
    return rootOf(new QuadraticField(1), square);
  }

  private static Twin rootOf(QuadraticField field, BigDecimal square) {
    return new Twin(field.of(square).sqrt(), Surd.root(Dyadic.fraction(square)));
  }

  /** √square + rest. */
  private static Twin rootPlus(BigDecimal square, BigDecimal rest) {
    QuadraticField field = new QuadraticField(1);
    return rootOf(field, square).plus(Twin.of(field, rest, Dyadic.fraction(square)));
  }

  private static Rounded check(BinaryFormat format, Twin twin) {
    return Nearest.check(format, twin.naive(), twin.exact());
  }

  /** The inverse standard deviation of the two values 1 and -1 with epsilon 2^-k. */
  @ParameterizedTest
  @FieldSource("FORMATS")
  void theReciprocalRootOfJustOverOneIsRoundedByTheRule(BinaryFormat format) {
    for (int k = 1; k <= 1000; k += k < 120 ? 1 : 37) {
      QuadraticField field = new QuadraticField(2);
      BigDecimal square = BigDecimal.ONE.add(Dyadic.twoTo(-k));
      Twin reciprocal = Twin.reciprocalOf(rootOf(field, square));
      check(format, reciprocal);
      check(format, reciprocal.negate());
      check(format, reciprocal.minus(Twin.of(field, BigDecimal.ONE, Dyadic.fraction(square))));
    }
  }

  @ParameterizedTest
  @FieldSource("FORMATS")
  void theRootOfASquaredMidpointAndALittleIsRoundedByTheRule(BinaryFormat format) {
    for (double value : new double[] {1, 3, format.down(4), format.down(2), format.up(0.25)}) {
      BigDecimal midpoint = new BigDecimal(value).add(new BigDecimal(format.ulp(value)).multiply(Dyadic.twoTo(-1)));
      for (int k = 50; k <= 1000; k += 50) {
        check(format, rootOf(midpoint.pow(2).add(Dyadic.twoTo(-k))));
        check(format, rootOf(midpoint.pow(2).subtract(Dyadic.twoTo(-k))));
      }
      check(format, rootOf(midpoint.pow(2)));
    }
  }

  @Test
  void aTieOfARationalRootGoesToTheEvenValue() {
    BigDecimal low = new BigDecimal("2049");
    BigDecimal high = new BigDecimal("2051");
    assertEquals(2048, check(F16, rootOf(low.pow(2))).value());
    assertEquals(2052, check(F16, rootOf(high.pow(2))).value());
  }

  @Test
  void aReciprocalOfARationalRootIsExact() {
    assertEquals(new Rounded(0.25, 0), check(F64, Twin.reciprocalOf(rootOf(new BigDecimal(16)))));
    assertEquals(new Rounded(2.5, 0), check(F64, Twin.reciprocalOf(rootOf(new BigDecimal("0.16")))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2", "3.75", "1e-9", "123456789.25", "7e200"})
  void whatIsLeftOfARootWithoutItsLeadingDigitsIsRoundedByTheRule(BigDecimal square) {
    for (int digits = 1; digits <= 300; digits += 13) {
      Twin rest = rootPlus(square, square.sqrt(new MathContext(digits, RoundingMode.HALF_EVEN)).negate());
      check(F64, rest);
      check(F32, rest);
      check(F64, rest.negate());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 20, 60, 150, 400})
  void aRootBesideAnEqualNumberIsRoundedByTheRule(int digits) {
    BigDecimal two = BigDecimal.valueOf(2);
    BigDecimal almostRoot = two.sqrt(new MathContext(digits, RoundingMode.HALF_EVEN));
    for (BigDecimal factor : List.of(BigDecimal.ONE, new BigDecimal("1e60"), new BigDecimal("1e-60"))) {
      QuadraticField field = new QuadraticField(3);
      Twin scale = Twin.of(field, factor, new BigFraction(2));
      Twin almost = Twin.of(field, almostRoot, new BigFraction(2));
      check(F64, rootOf(field, two).plus(almost).times(scale));
      check(F64, rootOf(field, two).minus(almost).times(scale));
    }
  }

  @Test
  void thePowersOfTheRootOfTwoMinusOneAreRoundedByTheRule() {
    QuadraticField field = new QuadraticField(3);
    Twin small = rootOf(field, BigDecimal.valueOf(2)).minus(Twin.of(field, BigDecimal.ONE, new BigFraction(2)));
    Twin power = small;
    for (int n = 1; n <= 200; n++) {
      check(F64, power);
      power = power.times(small);
    }
  }

  /** Truncated roots put the number below the midpoint. */
  @ParameterizedTest
  @ValueSource(ints = {0, -1, -1075, -1100})
  void aNumberThatOnlyItsLastBitsLiftOverAMidpointIsRoundedByTheRule(int exponent) {
    for (BigDecimal midpoint : List.of(BigDecimal.valueOf(2), BigDecimal.valueOf(2).add(Dyadic.twoTo(-52)))) {
      QuadraticField field = new QuadraticField(1);
      BigInteger truncated = BigInteger.TWO.shiftLeft(2 * 300).sqrt();
      BigInteger units = midpoint.multiply(Dyadic.twoTo(300)).toBigIntegerExact().subtract(truncated);
      Twin rest = Twin.of(field, new BigDecimal(units), new BigFraction(2));
      for (int i = 0; i < 5; i++) {
        rest = rest.over(1L << 60);
      }
      Twin sum = rootOf(field, BigDecimal.valueOf(2)).plus(rest);
      for (int i = 0; i < 1 - exponent; i++) {
        sum = sum.over(2);
      }
      check(F64, sum);
      check(F64, sum.negate());
    }
  }

  @Test
  void aRationalRootMinusItselfIsZero() {
    assertEquals(Rounded.ZERO, check(F64, rootPlus(new BigDecimal(9), new BigDecimal(-3))));
    assertEquals(Rounded.ZERO, check(F64, rootPlus(new BigDecimal(9), new BigDecimal(-3)).negate()));
  }

  @Test
  void aRationalRootMinusAlmostItselfIsTheRest() {
    BigDecimal rest = Dyadic.twoTo(-900);
    Twin twin = rootPlus(new BigDecimal(9), new BigDecimal(-3).add(rest));
    assertEquals(new Rounded(0x1p-900, 0), check(F64, twin));
  }

  @Test
  void theDivisorsOfARadicandCountOnce() {
    QuadraticField field = new QuadraticField(6);
    BigFraction v = new BigFraction(7, 36);
    Twin root = new Twin(field.of(new BigDecimal(7)).over(6).over(6).sqrt(), Surd.root(v));
    check(F64, root);
    check(F32, Twin.reciprocalOf(root));
  }
}
