package org.bnoracle.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.bnoracle.document.Vector;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.operation.Operation;
import org.bnoracle.oracle.Output;
import org.bnoracle.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** Published bounds against those that spec/coq proves for every run of the two-pass algorithm. */
class ProvedBoundsIT {
  private static final Set<Operation> COVERED =
      Set.of(Operation.TRAINING_FORWARD, Operation.SYNCHRONISED_FORWARD, Operation.INFERENCE_FORWARD);

  @Test
  void noPublishedBoundIsLessThanTheProvedOne() throws IOException, InterruptedException {
    BuiltChecker.require("no published bound was compared with a proved one");
    BuiltChecker.run("make", "-C", "spec/checker", "bounds");
    StringBuilder input = new StringBuilder();
    for (Vector vector : GoldenVectors.all()) {
      if (COVERED.contains(vector.question().operation())) {
        append(input, vector);
      }
    }
    Path place = Path.of("target", "checker", "bounds.txt");
    Files.write(place, input.toString().getBytes(StandardCharsets.US_ASCII));
    String said = BuiltChecker.run("sh", "-c", "target/checker/bn-bounds < " + place);
    List<String> small = said.lines().filter(line -> line.startsWith("small")).toList();
    long[] total = Arrays.stream(said.lines().filter(line -> line.startsWith("total")).findFirst().orElseThrow().split(" "))
        .skip(1).mapToLong(Long::parseLong).toArray();
    System.out.printf("proved bounds: %d published bounds checked, %d less than the proved one, %d outputs without a theorem%n",
        total[0] + total[1], total[1], total[2]);
    assertEquals(List.of(), small);
    assertTrue(total[0] > 40_000, said);
  }

  /** The checker's input, with the format of the computation and a line of bounds after each output that has them. */
  private static void append(StringBuilder out, Vector vector) throws IOException {
    StringBuilder plain = new StringBuilder();
    CheckerInput.write(plain, vector);
    boolean isDouble = vector.question().data().format().equals(BinaryFormat.F64);
    List<Tensor> bounds = vector.outputs().values().stream().filter(Output.Values.class::isInstance)
        .map(output -> ((Output.Values) output).bound().orElseThrow()).toList();
    int next = 0;
    for (String line : plain.toString().split("\n")) {
      out.append(line).append('\n');
      if (line.startsWith("case ")) {
        out.append("compute ").append(isDouble ? "f64" : "f32").append('\n');
      } else if (line.startsWith("output ")) {
        Tensor bound = bounds.get(next++);
        out.append("bound");
        for (int i = 0; i < bound.size(); i++) {
          out.append(' ').append(Double.toHexString(bound.get(i)));
        }
        out.append('\n');
      }
    }
  }
}
