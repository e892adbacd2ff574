package org.bnoracle.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.DoublePredicate;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.bnoracle.document.Manifest;
import org.bnoracle.document.Vector;
import org.bnoracle.document.Vectors;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.operation.Slot;
import org.bnoracle.oracle.Output;
import org.bnoracle.tensor.Tensor;

/** The published vectors: read, counted and spoilt. */
final class GoldenVectors {
  private static final Path FOLDER = Path.of("golden-vectors");

  private static Findings findings;

  private GoldenVectors() {}

  /** All of them, as the manifest lists their files. */
  static List<Vector> all() throws IOException {
    Path manifest = FOLDER.resolve(Manifest.FILE_NAME);
    List<Vector> all = new ArrayList<>();
    for (Manifest.Entry file : Manifest.read(Files.readAllBytes(manifest), manifest.toString()).files()) {
      Path path = FOLDER.resolve(file.path());
      all.addAll(Vectors.read(Files.readAllBytes(path), path.toString(), path.getParent()).vectors());
    }
    return all;
  }

  /** What the checker says of them; it is asked once. */
  static synchronized Findings findings() throws IOException {
    if (findings == null) {
      findings = BuiltChecker.check(all());
    }
    return findings;
  }

  /** How many values of each kind are such. */
  static SortedMap<Findings.Kind, Long> count(List<Vector> vectors, DoublePredicate such) {
    SortedMap<Findings.Kind, Long> counts = new TreeMap<>();
    for (Vector vector : vectors) {
      vector.outputs().forEach((slot, output) -> {
        if (output instanceof Output.Values values) {
          Tensor tensor = values.tensor();
          Findings.Kind kind = new Findings.Kind(vector.question().operation().label(), slot.label(), tensor.format().name());
          counts.merge(kind, IntStream.range(0, tensor.size()).filter(i -> such.test(tensor.get(i))).count(), Long::sum);
        }
      });
    }
    return counts;
  }

  /** A vector whose finite outputs are the next values of their format, upwards or downwards. */
  static Vector moved(Vector vector, boolean isUpwards) {
    Map<Slot, Output> outputs = new EnumMap<>(Slot.class);
    vector.outputs().forEach((slot, output) -> outputs.put(slot, output instanceof Output.Values values
        ? new Output.Values(moved(values.tensor(), isUpwards), values.accept()) : output));
    return new Vector(vector.question(), outputs);
  }

  private static Tensor moved(Tensor tensor, boolean isUpwards) {
    BinaryFormat format = tensor.format();
    DoubleUnaryOperator move = v -> !Double.isFinite(v) ? v : isUpwards ? format.up(v) : format.down(v);
    double[] data = IntStream.range(0, tensor.size()).mapToDouble(tensor::get).map(move).toArray();
    return new Tensor(format, tensor.shape(), data);
  }
}
