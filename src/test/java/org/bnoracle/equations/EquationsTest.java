package org.bnoracle.equations;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.bnoracle.number.BinaryFormat;
import org.junit.jupiter.api.Test;

/** Each equation alone, on small numbers that doubles hold exactly; the mean is not that of x, so that no term vanishes. */
class EquationsTest {
  private static final List<Double> X = List.of(1.0, 2.0, 6.0, 7.0);
  private static final List<Double> DX_HAT = List.of(1.0, 0.0, 2.0, -4.0);
  private static final double MEAN = 2;
  private static final double R = 2;

  private final Equations<Double> paper = Text.PAPER.over(new FormatArithmetic(BinaryFormat.F64, Summation.SEQUENTIAL));

  @Test
  void bn1Mean() {
    assertEquals(4.0, paper.mean(X));
  }

  @Test
  void bn2Variance() {
    assertEquals((1 + 0 + 16 + 25) / 4.0, paper.variance(X, MEAN));
  }

  @Test
  void bn3InverseStd() {
    assertEquals(0.25, paper.inverseStd(15.0, 1.0));
  }

  @Test
  void bn4Normalized() {
    assertEquals(List.of(-2.0, 0.0, 8.0, 10.0), paper.normalized(X, MEAN, R));
  }

  @Test
  void bn5ScaledAndShifted() {
    assertEquals(List.of(-1.0, -9.0), paper.scaledAndShifted(List.of(-2.0, 0.0), -4.0, -9.0));
  }

  @Test
  void bn12GradientOfNormalized() {
    assertEquals(List.of(-3.0, 6.0), paper.gradientOfNormalized(List.of(1.0, -2.0), -3.0));
  }

  @Test
  void bn13GradientOfVariance() {
    assertEquals(5 - 0.5 * 8 * (-1 + 8 - 20), paper.gradientOfVariance(X, DX_HAT, MEAN, R, 5.0));
  }

  @Test
  void bn14GradientOfMean() {
    assertEquals(10 - 2 * -1 - 3 * 2 * 8 / 4, paper.gradientOfMean(X, DX_HAT, MEAN, R, 10.0, 3.0));
  }

  @Test
  void bn15GradientOfInput() {
    List<Double> expected = List.of(2 - 1.5 - 2, 0 + 0 - 2.0, 4 + 6.0 - 2, -8 + 7.5 - 2);
    assertEquals(expected, paper.gradientOfInput(X, DX_HAT, MEAN, R, -8.0, 3.0));
  }

  @Test
  void bn15GradientOfScaleAndShift() {
    assertEquals(-2 + 0 + 16 - 40.0, paper.gradientOfScale(X, DX_HAT, MEAN, R));
    assertEquals(-1.0, paper.gradientOfShift(DX_HAT));
  }

  @Test
  void bn16InferenceGradientOfInput() {
    assertEquals(List.of(-6.0, 12.0), paper.inferenceGradientOfInput(List.of(1.0, -2.0), R, -3.0));
  }
}
