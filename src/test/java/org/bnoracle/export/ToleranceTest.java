package org.bnoracle.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.oracle.Output;
import org.bnoracle.tensor.Shape;
import org.bnoracle.tensor.Tensor;
import org.junit.jupiter.api.Test;

class ToleranceTest {
  private static Tolerance of(double[] golden, double[] bounds) {
    Shape shape = new Shape(golden.length);
    return Tolerance.of(List.of(new Output.Values(new Tensor(BinaryFormat.F32, shape, golden), new TreeMap<>(),
        Optional.of(new Tensor(BinaryFormat.F64, shape, bounds)))));
  }

  /** With a twentieth of room for the rounding of both sides and to three digits. */
  private static void assertAbout(double expected, double actual) {
    assertTrue(actual >= expected && actual <= 1.05 * expected, () -> actual + " is not just above " + expected);
  }

  @Test
  void boundsThatGrowWithTheValueAreRelative() {
    Tolerance tolerance = of(new double[] {1, 1000, -1000}, new double[] {0x1p-20, 1000 * 0x1p-20, 1000 * 0x1p-20});
    assertAbout(0x1p-20, tolerance.relative());
    assertTrue(tolerance.absolute() < 0x1p-40, tolerance.toString());
  }

  @Test
  void equalBoundsAreAbsolute() {
    Tolerance tolerance = of(new double[] {0, 1000}, new double[] {0x1p-12, 0x1p-12});
    assertAbout(0x1p-12, tolerance.absolute() + 1000 * tolerance.relative());
  }

  @Test
  void specialValuesAskForNothing() {
    Tolerance tolerance = of(new double[] {Double.NaN, Double.POSITIVE_INFINITY}, new double[] {Double.NaN, Double.NaN});
    assertEquals(new Tolerance(0, 1.41e-45), tolerance);
  }
}
