package org.bnoracle.export;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bnoracle.catalogue.Suite;
import org.bnoracle.document.JsonOutput;
import org.bnoracle.document.Manifest;
import org.bnoracle.document.Vector;
import org.bnoracle.document.VectorFile;
import org.bnoracle.document.Vectors;
import org.bnoracle.oracle.Output;
import org.bnoracle.tensor.Tensor;

/**
 * ONNX backend tests: OPERATION/test_…/model.onnx, data.json with the tolerance, and test_data_set_0 with input_N.pb and
 * output_N.pb; index.json says which vector each test comes from, and what ONNX cannot express.
 */
public final class OnnxExport {
  private static final String INDEX = "index.json";

  private final Path folder;
  private final List<Opset> opsets;
  private final List<Test> tests = new ArrayList<>();
  private final Map<Integer, Map<String, Integer>> skipped = new LinkedHashMap<>();

  private record Test(String path, String id, Opset opset, Tolerance tolerance) {}

  private OnnxExport(Path folder, List<Opset> opsets) {
    this.folder = folder;
    this.opsets = opsets;
    opsets.forEach(opset -> skipped.put(opset.version(), new LinkedHashMap<>()));
  }

  /**
   * What was written.
   *
   * @param tests how many, by opset
   * @param skipped by opset and reason, how many vectors have no test
   */
  public record Summary(Map<Integer, Integer> tests, Map<Integer, Map<String, Integer>> skipped) {}

  /** Fills an empty folder. */
  public static Summary write(Path folder, List<Suite.Evaluated> parts, Manifest manifest, List<Opset> opsets) throws IOException {
    OnnxExport export = new OnnxExport(folder, opsets);
    for (Suite.Evaluated part : parts) {
      for (Vector vector : Vectors.read(part.bytes(), part.part().path()).vectors()) {
        export.write(vector);
      }
    }
    Files.write(folder.resolve(INDEX), JsonOutput.bytes(out -> export.writeIndex(out, manifest)));
    return export.summary();
  }

  private void write(Vector vector) throws IOException {
    for (Opset opset : opsets) {
      Optional<String> reason = OnnxLimits.exclude(vector, opset);
      if (reason.isPresent()) {
        skipped.get(opset.version()).merge(reason.get(), 1, Integer::sum);
      } else {
        write(vector, OnnxNode.of(vector, opset));
      }
    }
  }

  private void write(Vector vector, OnnxNode node) throws IOException {
    String id = vector.question().id();
    String name = "test_%s_opset%d".formatted(id.replaceAll("[^A-Za-z0-9]", "_"), node.opset().version());
    String path = vector.question().operation().label() + "/" + name;
    Path data = Files.createDirectories(folder.resolve(path).resolve("test_data_set_0"));
    Tolerance tolerance = Tolerance.of(node.outputs().values());
    Files.write(data.resolveSibling("model.onnx"), OnnxFiles.model(name, node));
    Files.write(data.resolveSibling("data.json"), JsonOutput.bytes(out -> writeData(out, tolerance)));
    int number = 0;
    for (Map.Entry<String, Tensor> input : node.inputs().entrySet()) {
      Files.write(data.resolve("input_%d.pb".formatted(number++)), OnnxFiles.tensor(input.getKey(), input.getValue()));
    }
    number = 0;
    for (Map.Entry<String, Output.Values> output : node.outputs().entrySet()) {
      Files.write(data.resolve("output_%d.pb".formatted(number++)), OnnxFiles.tensor(output.getKey(), output.getValue().tensor()));
    }
    tests.add(new Test(path, id, node.opset(), tolerance));
  }

  private static void writeData(JsonGenerator out, Tolerance tolerance) throws IOException {
    out.writeStartObject();
    writeTolerance(out, tolerance);
    out.writeEndObject();
  }

  private static void writeTolerance(JsonGenerator out, Tolerance tolerance) throws IOException {
    JsonOutput.writeNumber(out, "rtol", tolerance.relative());
    JsonOutput.writeNumber(out, "atol", tolerance.absolute());
  }

  private void writeIndex(JsonGenerator out, Manifest manifest) throws IOException {
    out.writeStartObject();
    out.writeNumberField("format", VectorFile.FORMAT);
    out.writeStringField("suite", manifest.suite());
    out.writeStringField("sha256", manifest.identity());
    out.writeStringField("generator", manifest.generator());
    out.writeArrayFieldStart("tests");
    for (Test test : tests) {
      out.writeStartObject();
      out.writeStringField("path", test.path);
      out.writeStringField("id", test.id);
      out.writeNumberField("opset", test.opset.version());
      writeTolerance(out, test.tolerance);
      out.writeEndObject();
    }
    out.writeEndArray();
    writeSkipped(out);
    out.writeEndObject();
  }

  private void writeSkipped(JsonGenerator out) throws IOException {
    out.writeObjectFieldStart("skipped");
    for (Map.Entry<Integer, Map<String, Integer>> opset : skipped.entrySet()) {
      out.writeObjectFieldStart(opset.getKey().toString());
      for (Map.Entry<String, Integer> reason : opset.getValue().entrySet()) {
        out.writeNumberField(reason.getKey(), reason.getValue());
      }
      out.writeEndObject();
    }
    out.writeEndObject();
  }

  private Summary summary() {
    Map<Integer, Integer> counts = new LinkedHashMap<>();
    opsets.forEach(opset -> counts.put(opset.version(), (int) tests.stream().filter(test -> test.opset == opset).count()));
    return new Summary(counts, skipped);
  }
}
