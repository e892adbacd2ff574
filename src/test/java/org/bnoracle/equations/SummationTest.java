package org.bnoracle.equations;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.bnoracle.number.BinaryFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The order of a sum shows where 2^53 swallows a 1. */
class SummationTest {
  private static final double BIG = 0x1p53;

  static Stream<Arguments> sums() {
    return Stream.of(
        Arguments.of(List.of(BIG, 1.0, 1.0, 1.0), BIG, BIG + 2),
        Arguments.of(List.of(1.0, 1.0, 1.0, BIG), BIG + 4, BIG + 2),
        Arguments.of(List.of(1.0, 1.0, BIG), BIG + 2, BIG),
        Arguments.of(List.of(5.0), 5.0, 5.0),
        Arguments.of(List.<Double>of(), 0.0, 0.0));
  }

  @ParameterizedTest
  @MethodSource("sums")
  void theOrderIsTheOneAskedFor(List<Double> terms, double sequential, double pairwise) {
    assertEquals(sequential, new FormatArithmetic(BinaryFormat.F64, Summation.SEQUENTIAL).sum(terms));
    assertEquals(pairwise, new FormatArithmetic(BinaryFormat.F64, Summation.PAIRWISE).sum(terms));
  }

  @Test
  void everyPartialSumIsRoundedToTheFormat() {
    FormatArithmetic f16 = new FormatArithmetic(BinaryFormat.F16, Summation.SEQUENTIAL);
    assertEquals(2048.0, f16.sum(List.of(2048.0, 1.0, 1.0)));
    assertEquals(2050.0, f16.sum(List.of(1.0, 1.0, 2048.0)));
  }
}
