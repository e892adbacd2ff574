package org.bnoracle.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bnoracle.accuracy.Discrepancy;
import org.bnoracle.accuracy.Grade;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.operation.Slot;
import org.bnoracle.oracle.Evaluation;
import org.bnoracle.oracle.Output;
import org.bnoracle.tensor.Shape;
import org.bnoracle.tensor.Tensor;
import org.junit.jupiter.api.Test;

class GraderTest {
  private static final double INFINITY = Double.POSITIVE_INFINITY;

  private static Tensor f32(double... data) {
    return new Tensor(BinaryFormat.F32, new Shape(data.length), data);
  }

  private static Discrepancy grade(Map<Integer, List<Double>> accept, double[] residuals, Tensor golden, Tensor got) {
    Evaluation evaluation =
        new Evaluation(Map.of(Slot.Y, new Output.Values(golden, new TreeMap<>(accept))), Map.of(Slot.Y, residuals));
    return Grader.grade(evaluation, Map.of(Slot.Y, got), List.of(Slot.Y)).worst().get(Slot.Y);
  }

  @Test
  void theWorstElementCounts() {
    double[] residuals = {0.25, 0.25, 0};
    assertEquals(
        new Discrepancy(Grade.CORRECTLY_ROUNDED, 0.25), grade(Map.of(), residuals, f32(1, 1, 1), f32(1, 1, 1)));
    assertEquals(
        new Discrepancy(Grade.FAITHFUL, 0.75), grade(Map.of(), residuals, f32(1, 1, 1), f32(1, 1 + 0x1p-23, 1)));
    assertEquals(
        new Discrepancy(Grade.UNGRADED, 3), grade(Map.of(), residuals, f32(1, 1, 1), f32(1, 1 + 0x1p-23, 1 + 0x3p-23)));
  }

  @Test
  void theWorstGradeAndTheLargestDistanceMayComeFromDifferentElements() {
    double[] residuals = {0.5, 0};
    assertEquals(
        new Discrepancy(Grade.UNGRADED, 1), grade(Map.of(), residuals, f32(1, 1), f32(1, 1 + 0x1p-23)));
  }

  @Test
  void anyAcceptedValueIsRight() {
    Map<Integer, List<Double>> accept = Map.of(1, List.of(INFINITY, Double.NaN));
    double[] residuals = {0, Double.NaN};
    for (double got : new double[] {INFINITY, Double.NaN}) {
      assertEquals(Discrepancy.none(), grade(accept, residuals, f32(1, INFINITY), f32(1, got)));
    }
    assertEquals(
        new Discrepancy(Grade.UNGRADED, INFINITY), grade(accept, residuals, f32(1, INFINITY), f32(1, -INFINITY)));
  }

  @Test
  void anAcceptListHoldsForItsElementOnly() {
    Map<Integer, List<Double>> accept = Map.of(1, List.of(INFINITY, Double.NaN));
    assertEquals(new Discrepancy(Grade.UNGRADED, INFINITY),
        grade(accept, new double[] {0, Double.NaN}, f32(1, INFINITY), f32(Double.NaN, INFINITY)));
  }

  @Test
  void anOutputWithoutAValueIsNotGraded() {
    Evaluation evaluation = new Evaluation(Map.of(Slot.MEAN, new Output.Undefined("m=0")), Map.of());
    assertEquals(Map.of(), Grader.grade(evaluation, Map.of(Slot.MEAN, f32(7)), List.of(Slot.MEAN)).worst());
  }

  @Test
  void anEmptyOutputIsRight() {
    Tensor none = new Tensor(BinaryFormat.F32, new Shape(0));
    assertEquals(Discrepancy.none(), grade(Map.of(), new double[0], none, none));
  }
}
