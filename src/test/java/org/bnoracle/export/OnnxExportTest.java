package org.bnoracle.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bnoracle.catalogue.Families;
import org.bnoracle.catalogue.Family;
import org.bnoracle.catalogue.Selection;
import org.bnoracle.catalogue.Suite;
import org.bnoracle.document.Vector;
import org.bnoracle.document.Vectors;
import org.bnoracle.exchange.RawBits;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.operation.Operation;
import org.bnoracle.operation.Slot;
import org.bnoracle.oracle.Output;
import org.bnoracle.tensor.Tensor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OnnxExportTest {
  private static final List<String> FAMILIES = List.of("well-scaled", "absent-parameters", "special-values", "cumulative-average");
  private static final Map<String, Vector> VECTORS = new HashMap<>();

  @TempDir
  static Path folder;
  private static OnnxExport.Summary summary;

  @BeforeAll
  static void export() throws IOException {
    Set<Family> families = FAMILIES.stream().map(Families::named).collect(Collectors.toSet());
    Selection selection = new Selection(Set.of(), Set.of(), families, Optional.empty(), Optional.empty());
    List<Suite.Evaluated> parts = Suite.evaluate(selection.parts(), "test", part -> {});
    for (Suite.Evaluated part : parts) {
      Vectors.read(part.bytes(), part.part().path()).vectors().forEach(vector -> VECTORS.put(vector.question().id(), vector));
    }
    summary = OnnxExport.write(folder, parts, Suite.manifest("test", "test", parts), List.of(Opset.values()));
  }

  private static Path test(String id, int opset) {
    return folder.resolve(id.substring(0, id.indexOf('/')))
        .resolve("test_" + id.replaceAll("[/-]", "_") + "_opset" + opset);
  }

  private static ModelProto model(String id, int opset) throws IOException {
    return ModelProto.parseFrom(Files.readAllBytes(test(id, opset).resolve("model.onnx")));
  }

  private static TensorProto tensor(String id, int opset, String name) throws IOException {
    return TensorProto.parseFrom(Files.readAllBytes(test(id, opset).resolve("test_data_set_0").resolve(name + ".pb")));
  }

  private static Map<String, Float> numbers(NodeProto node) {
    return node.getAttributeList().stream().collect(Collectors.toMap(
        AttributeProto::getName, a -> a.getType() == AttributeProto.AttributeType.INT ? (float) a.getI() : a.getF()));
  }

  private static void assertHolds(Tensor expected, TensorProto actual) {
    assertEquals(expected, RawBits.tensor(expected.format(), expected.shape(), ByteBuffer.wrap(actual.getRawData().toByteArray())));
    assertArrayEquals(expected.shape().dimensions(), actual.getDimsList().stream().mapToInt(Long::intValue).toArray());
  }

  private static Tensor golden(String id, Slot slot) {
    return ((Output.Values) VECTORS.get(id).outputs().get(slot)).tensor();
  }

  @ParameterizedTest
  @CsvSource({"7, 5, 3", "9, 5, 4", "14, 3, 7", "15, 3, 8"})
  void trainingWithState(int opset, int outputs, int irVersion) throws IOException {
    String id = "training-forward/well-scaled/f32/0001";
    ModelProto model = model(id, opset);
    NodeProto node = model.getGraph().getNode(0);
    assertEquals(opset, model.getOpsetImport(0).getVersion());
    assertEquals(irVersion, model.getIrVersion());
    assertEquals(outputs, node.getOutputCount());
    assertEquals(1 - (float) VECTORS.get(id).question().attributes().momentum(), numbers(node).get("momentum"));
    assertEquals(opset < 14 ? null : 1f, numbers(node).get("training_mode"));
    assertHolds(VECTORS.get(id).question().inputs().get(Slot.RUNNING_VARIANCE), tensor(id, opset, "input_4"));
    assertHolds(golden(id, Slot.RUNNING_VARIANCE), tensor(id, opset, "output_2"));
    if (opset < 14) {
      assertHolds(golden(id, Slot.MEAN), tensor(id, opset, "output_3"));
      assertEquals(4, model.getGraph().getOutputCount(), "saved_var is not asked for");
    }
  }

  /** All weight is the new batch's. */
  @Test
  void trainingWithoutState() throws IOException {
    String id = VECTORS.values().stream().map(Vector::question)
        .filter(q -> q.operation() == Operation.TRAINING_FORWARD && q.data().format().equals(BinaryFormat.F16)
            && !q.inputs().containsKey(Slot.RUNNING_MEAN) && q.data().size() > 0)
        .map(question -> question.id()).sorted().findFirst().orElseThrow();
    assertEquals(0f, numbers(model(id, 15).getGraph().getNode(0)).get("momentum"));
    assertHolds(golden(id, Slot.MEAN), tensor(id, 15, "output_1"));
    assertHolds(golden(id, Slot.VARIANCE), tensor(id, 15, "output_2"));
  }

  @ParameterizedTest
  @EnumSource
  void inference(Opset opset) throws IOException {
    String id = "inference-forward/well-scaled/f64/0001";
    NodeProto node = model(id, opset.version()).getGraph().getNode(0);
    assertEquals(List.of("y"), node.getOutputList());
    assertEquals(Set.of("epsilon"), numbers(node).keySet());
    assertHolds(golden(id, Slot.Y), tensor(id, opset.version(), "output_0"));
  }

  @Test
  void everyVectorHasATestOrAReason() {
    for (Opset opset : Opset.values()) {
      int skipped = summary.skipped().get(opset.version()).values().stream().mapToInt(Integer::intValue).sum();
      assertEquals(VECTORS.size(), summary.tests().get(opset.version()) + skipped);
    }
    Map<String, Integer> newest = summary.skipped().get(15);
    assertEquals(Set.of("training-backward", "inference-backward", "double-backward", "tangent", "fold", "population",
        "synchronised-forward", "synchronised-backward"),
        newest.keySet().stream().filter(reason -> reason.startsWith("no operator for "))
            .map(reason -> reason.substring("no operator for ".length())).collect(Collectors.toSet()));
    assertTrue(newest.keySet().containsAll(Set.of("no attribute for batch_index", "a value where several are right",
        "the running variance takes the population variance")), newest.toString());
    assertTrue(summary.skipped().get(7).containsKey("types that the opset does not take together"));
  }

  /** No sound result fails: that is what the tolerance is for. */
  @Test
  void toleranceCoversEveryBound() {
    int covered = 0;
    for (Vector vector : VECTORS.values()) {
      if (OnnxLimits.exclude(vector, Opset.V15).isEmpty()) {
        OnnxNode node = OnnxNode.of(vector, Opset.V15);
        Tolerance tolerance = Tolerance.of(node.outputs().values());
        for (Output.Values values : node.outputs().values()) {
          for (int i = 0; i < values.tensor().size(); i++) {
            double bound = values.bound().orElseThrow().get(i);
            double allowed = tolerance.absolute() + tolerance.relative() * Math.abs(values.tensor().get(i));
            assertTrue(Double.isNaN(bound) || allowed >= bound, () -> vector.question().id() + " " + tolerance);
            covered++;
          }
        }
      }
    }
    assertTrue(covered > 1000, covered + " values");
  }
}
