package org.bnoracle.diagnosis;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.bnoracle.accuracy.TextProgram;
import org.bnoracle.equations.Text;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.tensor.Tensor;

/** Whether results are subnormal numbers where the right program gives some; a zero that a sound run may give says nothing. */
final class Subnormals {
  private static final Set<BinaryFormat> NATIVE = Set.of(BinaryFormat.F32, BinaryFormat.F64);

  private Subnormals() {}

  /**
   * Kept, flushed, or kept here and there; nothing where no result says so.
   *
   * @param declaresFlushed whether the subject says that it flushes them, so that a sound run may
   */
  static Optional<String> in(List<GradedOutput> outputs, boolean declaresFlushed) {
    Simulation right = new Simulation(new TextProgram(Text.PAPER));
    Set<String> seen = new TreeSet<>();
    for (GradedOutput output : outputs) {
      if (output.family().equals("subnormal") && NATIVE.contains(output.results().format())) {
        boolean mayFlush = output.isBad() || declaresFlushed;
        look(output.results(), right.result(output.question(), output.slot()), mayFlush, seen);
      }
    }
    return seen.isEmpty() ? Optional.empty() : Optional.of(String.join(" and ", seen));
  }

  private static void look(Tensor results, Tensor right, boolean mayFlush, Set<String> seen) {
    for (int i = 0; i < results.size(); i++) {
      if (isSubnormal(right, i)) {
        if (isSubnormal(results, i)) {
          seen.add("kept");
        } else if (mayFlush && results.get(i) == 0) {
          seen.add("flushed");
        }
      }
    }
  }

  private static boolean isSubnormal(Tensor tensor, int i) {
    double magnitude = Math.abs(tensor.get(i));
    return magnitude > 0 && magnitude < tensor.format().minNormal();
  }
}
