package org.bnoracle.equations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.number.ExtendedReal;
import org.bnoracle.number.Rounding;
import org.junit.jupiter.api.Test;

/** Each operation is the exact one, rounded once. */
class FormatArithmeticTest {
  private static final FormatArithmetic F64 = new FormatArithmetic(BinaryFormat.F64, Summation.SEQUENTIAL);
  private static final FormatArithmetic F32 = new FormatArithmetic(BinaryFormat.F32, Summation.SEQUENTIAL);
  private static final List<BinaryFormat> NARROW = List.of(BinaryFormat.F16, BinaryFormat.BF16, BinaryFormat.F32);

  @Property(tries = 1000)
  void f32IsTheHardwaresFloat(@ForAll int xBits, @ForAll int yBits) {
    assertLikeFloat(Float.intBitsToFloat(xBits), Float.intBitsToFloat(yBits));
  }

  /** Operands of like size, where sums cancel and quotients are near 1. */
  @Property(tries = 1000)
  void f32IsTheHardwaresFloatForOperandsOfLikeSize(@ForAll int xBits, @ForAll @IntRange(min = -100, max = 100) int apart) {
    assertLikeFloat(Float.intBitsToFloat(xBits), Float.intBitsToFloat(xBits + apart * 65537));
  }

  private static void assertLikeFloat(float x, float y) {
    double dx = x;
    double dy = y;
    assertEquals((double) (x + y), F32.add(dx, dy));
    assertEquals((double) (x - y), F32.subtract(dx, dy));
    assertEquals((double) (x * y), F32.multiply(dx, dy));
    assertEquals((double) (x / y), F32.divide(dx, dy));
    assertEquals((double) (x * x), F32.square(dx));
    assertEquals((double) (float) Math.sqrt(x), F32.sqrt(dx));
  }

  @Property
  void f64IsDouble(@ForAll double x, @ForAll double y, @ForAll @IntRange(min = 1) int count) {
    assertEquals(x, F64.of(x));
    assertEquals(x + y, F64.add(x, y));
    assertEquals(x - y, F64.subtract(x, y));
    assertEquals(x * y, F64.multiply(x, y));
    assertEquals(x / y, F64.divide(x, y));
    assertEquals(x * x, F64.square(x));
    assertEquals(x / count, F64.over(x, count));
    assertEquals(Math.sqrt(x), F64.sqrt(x));
  }

  /** Values of a format: any significand, and all exponents from the smallest subnormal up. */
  @Provide
  Arbitrary<Operands> operands() {
    return Arbitraries.of(NARROW).flatMap(format -> {
      int most = (1 << format.precision()) - 1;
      Arbitrary<Integer> significands = Arbitraries.integers().between(-most, most);
      Arbitrary<Integer> exponents =
          Arbitraries.integers().between(format.minQuantum(), format.maxExponent() - format.precision() + 1);
      Arbitrary<Double> values = Combinators.combine(significands, exponents).as((s, e) -> Math.scalb((double) s, e));
      return Combinators.combine(values, values).as((x, y) -> new Operands(format, x, y));
    }).withoutEdgeCases();
  }

  /** Both near the smallest normal value. */
  @Provide
  Arbitrary<Operands> smallOperands() {
    return Arbitraries.of(NARROW).flatMap(format -> {
      Arbitrary<Double> values = Arbitraries.integers().between(-(4 << format.precision()) + 4, (4 << format.precision()) - 4)
          .map(units -> format.nearest(units * format.minValue()));
      Arbitrary<Double> scales = Arbitraries.integers().between(1, 1 << format.precision()).map(units -> (double) units);
      return Combinators.combine(values, scales).as((x, y) -> new Operands(format, x, y));
    }).withoutEdgeCases();
  }

  record Operands(BinaryFormat format, double x, double y) {}

  @Property(tries = 1000)
  void operationsAreTheExactOnesRoundedOnce(@ForAll("operands") Operands operands) {
    assertRoundedOnce(operands);
  }

  @Property(tries = 1000)
  void subnormalResultsAreTheExactOnesRoundedOnce(@ForAll("smallOperands") Operands operands) {
    assertRoundedOnce(operands);
  }

  /** An exact zero is +0 and may be compared with either zero; assertEquals tells zeros apart, so +0 is added. */
  private static void assertRoundedOnce(Operands operands) {
    BinaryFormat format = operands.format();
    FormatArithmetic simulated = new FormatArithmetic(format, Summation.SEQUENTIAL);
    ExactArithmetic a = new ExactArithmetic(1);
    double x = operands.x();
    double y = operands.y();
    ExtendedReal ex = a.of(x);
    ExtendedReal ey = a.of(y);
    assertEquals(rounded(a.add(ex, ey), format), simulated.add(x, y) + 0.0);
    assertEquals(rounded(a.subtract(ex, ey), format), simulated.subtract(x, y) + 0.0);
    assertEquals(rounded(a.multiply(ex, ey), format), simulated.multiply(x, y) + 0.0);
    assertEquals(rounded(a.square(ey), format), simulated.square(y) + 0.0);
    assertEquals(rounded(a.sqrt(ex), format), simulated.sqrt(x) + 0.0);
    if (y != 0) {
      assertEquals(rounded(a.divide(ex, ey), format), simulated.divide(x, y) + 0.0);
    }
  }

  private static double rounded(ExtendedReal exact, BinaryFormat format) {
    return Rounding.nearest(exact, format).value() + 0.0;
  }

  @Test
  void aCountIsItselfRoundedToTheFormat() {
    FormatArithmetic f16 = new FormatArithmetic(BinaryFormat.F16, Summation.PAIRWISE);
    assertEquals(0.5, f16.over(1024.0, 2049));
    assertEquals(0.333251953125, f16.over(1.0, 3));
    assertEquals(0.0999755859375, f16.of(0.1));
  }

  @Test
  void formatsBetween26And52BitsAreRefusedBecauseDoubleRoundingShows() {
    Exception e = assertThrows(IllegalArgumentException.class,
        () -> new FormatArithmetic(new BinaryFormat("wide", 26, 127), Summation.SEQUENTIAL));
    assertEquals("a simulated format has at most 25 bits or is f64, was 26 bits", e.getMessage());
    assertEquals(0x1p-24, new FormatArithmetic(new BinaryFormat("odd", 25, 127), Summation.SEQUENTIAL).of(0x1p-24));
  }

  @Test
  void reluLetsPassWhatIsPositiveAndNaN() {
    assertEquals(0.5, F32.relu(0.5));
    assertEquals(0.0, F32.relu(-0.5));
    assertEquals(0.0, F32.relu(-0.0));
    assertEquals(Double.NaN, F32.relu(Double.NaN));
    assertEquals(-3.0, F32.reluGradient(0.5, -3.0));
    assertEquals(0.0, F32.reluGradient(0.0, -3.0));
    assertEquals(0.0, F32.reluGradient(-0.5, -3.0));
    assertEquals(-3.0, F32.reluGradient(Double.NaN, -3.0));
  }

  @Test
  void theLargerOfTwoAndWhatAFormatKeeps() {
    assertEquals(2.0, F32.max(-3.0, 2.0));
    assertEquals(2.0, F32.max(2.0, -3.0));
    assertEquals(Double.NaN, F32.max(2.0, Double.NaN));
    assertEquals(1.0, F32.stored(1 + 0x1p-12, BinaryFormat.F16));
    assertEquals(1 + 0x1p-10, F32.stored(1 + 0x1p-10, BinaryFormat.F16));
  }

  @Test
  void subnormalsAreFlushedWhereTheHardwareFlushesThem() {
    FormatArithmetic flushing = new FormatArithmetic(BinaryFormat.F16, Summation.SEQUENTIAL, true);
    assertEquals(0x1p-14, flushing.multiply(0x1p-7, 0x1p-7));
    assertEquals(0.0, flushing.multiply(0x1p-7, 0x1p-8));
    assertEquals(-0.0, flushing.multiply(-0x1p-7, 0x1p-8));
    assertEquals(0x1p-15, new FormatArithmetic(BinaryFormat.F16, Summation.SEQUENTIAL).multiply(0x1p-7, 0x1p-8));
  }
}
