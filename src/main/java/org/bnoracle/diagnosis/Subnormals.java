package org.bnoracle.diagnosis;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.bnoracle.accuracy.TextProgram;
import org.bnoracle.equations.Text;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.tensor.Tensor;

/** Whether results are subnormal numbers where the right program gives some. */
final class Subnormals {
  private static final Set<BinaryFormat> NATIVE = Set.of(BinaryFormat.F32, BinaryFormat.F64);

  private Subnormals() {}

  /** Kept, flushed, or kept here and there; nothing where no result says so. */
  static Optional<String> in(List<GradedOutput> outputs) {
    Simulation right = new Simulation(new TextProgram(Text.PAPER));
    Set<String> seen = new TreeSet<>();
    for (GradedOutput output : outputs) {
      if (output.family().equals("subnormal") && NATIVE.contains(output.results().format())) {
        look(output.results(), right.result(output.question(), output.slot()), seen);
      }
    }
    return seen.isEmpty() ? Optional.empty() : Optional.of(String.join(" and ", seen));
  }

  private static void look(Tensor results, Tensor right, Set<String> seen) {
    for (int i = 0; i < results.size(); i++) {
      if (isSubnormal(right, i)) {
        if (results.get(i) == 0) {
          seen.add("flushed");
        } else if (isSubnormal(results, i)) {
          seen.add("kept");
        }
      }
    }
  }

  private static boolean isSubnormal(Tensor tensor, int i) {
    double magnitude = Math.abs(tensor.get(i));
    return magnitude > 0 && magnitude < tensor.format().minNormal();
  }
}
