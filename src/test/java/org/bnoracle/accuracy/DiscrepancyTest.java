package org.bnoracle.accuracy;

import static org.bnoracle.accuracy.Grade.CORRECTLY_ROUNDED;
import static org.bnoracle.accuracy.Grade.FAITHFUL;
import static org.bnoracle.accuracy.Grade.WRONG;
import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.bnoracle.number.BinaryFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One f32 ulp at 1 is 0x1p-23; below 1 it is half of that. */
class DiscrepancyTest {
  @ParameterizedTest
  @CsvSource({
    "1, 0.25, 1, CORRECTLY_ROUNDED, 0.25", "1, -0.25, 1, CORRECTLY_ROUNDED, 0.25", "1, 0, 1, CORRECTLY_ROUNDED, 0",
    "1, 0.25, 0x1.000002p0, FAITHFUL, 0.75", "1, -0.25, 0x1.000002p0, WRONG, 1.25", "1, 0, 0x1.000002p0, WRONG, 1",
    "1, -0.25, 0x1.fffffep-1, FAITHFUL, 0.25", "1, 0.25, 0x1.fffffep-1, WRONG, 0.75",
    "1, 0.25, 0x1.000004p0, WRONG, 1.75", "-1, 0.25, -0x1.fffffep-1, FAITHFUL, 0.25",
    "1, 0.25, -1, WRONG, 16777216.25",
    "0, 0, 0, CORRECTLY_ROUNDED, 0", "0, 0, -0.0, CORRECTLY_ROUNDED, 0", "0, 0, 0x1p-149, WRONG, 1",
    "0, 0.25, 0, CORRECTLY_ROUNDED, 0.25", "0, 0.25, -0.0, FAITHFUL, 0.25", "-0.0, -0.25, 0, FAITHFUL, 0.25",
    "0, 0.25, 0x1p-149, FAITHFUL, 0.75", "0, 0.25, -0x1p-149, WRONG, 1.25",
    "NaN, NaN, NaN, CORRECTLY_ROUNDED, 0", "NaN, NaN, 1, WRONG, Infinity", "1, 0, NaN, WRONG, Infinity",
    "Infinity, NaN, Infinity, CORRECTLY_ROUNDED, 0", "Infinity, NaN, -Infinity, WRONG, Infinity",
    "Infinity, NaN, NaN, WRONG, Infinity", "Infinity, NaN, 1, WRONG, Infinity",
    "Infinity, NaN, 0x1.fffffep127, FAITHFUL, Infinity", "Infinity, NaN, -0x1.fffffep127, WRONG, Infinity",
    "0x1.fffffep127, 0.25, Infinity, FAITHFUL, Infinity", "0x1.fffffep127, -0.25, Infinity, WRONG, Infinity"
  })
  void aResultHasAGradeAndADistance(double golden, double residual, double got, Grade grade, double ulps) {
    assertEquals(new Discrepancy(grade, ulps), Discrepancy.of(golden, residual, got, BinaryFormat.F32));
  }

  @Property
  void mirrorImagesAreGradedAlike(@ForAll float golden, @ForAll float got) {
    Discrepancy here = Discrepancy.of(golden, 0.375, got, BinaryFormat.F32);
    assertEquals(here, Discrepancy.of(-golden, -0.375, -got, BinaryFormat.F32));
  }

  @Property
  void onlyTheNeighbourOnTheExactResultsSideIsFaithful(@ForAll float golden) {
    double up = BinaryFormat.F32.up(golden);
    double down = BinaryFormat.F32.down(golden);
    assertEquals(FAITHFUL, Discrepancy.of(golden, 0.125, up, BinaryFormat.F32).grade());
    assertEquals(WRONG, Discrepancy.of(golden, 0.125, down, BinaryFormat.F32).grade());
    assertEquals(FAITHFUL, Discrepancy.of(golden, -0.125, down, BinaryFormat.F32).grade());
    assertEquals(CORRECTLY_ROUNDED, Discrepancy.of(golden, 0.125, golden, BinaryFormat.F32).grade());
  }
}
