package org.bnoracle.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.bnoracle.Once;
import org.bnoracle.document.Vector;
import org.bnoracle.operation.Slot;
import org.bnoracle.oracle.Output;
import org.bnoracle.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Published bounds against those that spec/coq proves for every run of the two-pass algorithm. */
@Once
@ExtendWith(FormalPart.class)
class ProvedBoundsIT {
  private static final long PROVED = 43_190;

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void noPublishedBoundIsLessThanTheProvedOne() throws IOException {
    Findings findings = GoldenVectors.findings();
    Findings.BoundCount total = findings.totalBounds();
    assertEquals(List.of(), findings.small());
    assertEquals(PROVED, total.proved(), total.toString());
    FormalPart.report(FormalPart.Finding.BOUNDS_CHECKED, "%d, none less than the proved one; %d others have no proof",
        total.proved(), total.unproved());
  }

  /** Where it is exactly known what a run computes, 0 is a bound. */
  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void boundsOfZeroAreRejected() throws IOException {
    List<Vector> without = new ArrayList<>();
    GoldenVectors.all().forEach(vector -> without.add(withBoundsOfZero(vector)));
    Findings.BoundCount total = BuiltChecker.check(without).totalBounds();
    assertEquals(PROVED, total.small() + total.proved());
    assertEquals(1_381, total.proved(), total.toString());
    FormalPart.report(FormalPart.Finding.MUTANTS_REJECTED, "%d bounds of 0, the other %d of exact results", total.small(), total.proved());
  }

  private static Vector withBoundsOfZero(Vector vector) {
    Map<Slot, Output> outputs = new EnumMap<>(Slot.class);
    vector.outputs().forEach((slot, output) -> outputs.put(slot, output instanceof Output.Values values
        ? new Output.Values(values.tensor(), values.accept(), values.bound().map(ProvedBoundsIT::zero)) : output));
    return new Vector(vector.question(), outputs);
  }

  private static Tensor zero(Tensor bound) {
    double[] data = IntStream.range(0, bound.size()).mapToDouble(i -> Double.isFinite(bound.get(i)) ? 0 : bound.get(i)).toArray();
    return new Tensor(bound.format(), bound.shape(), data);
  }
}
