package org.bnoracle.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.operation.Operation;
import org.bnoracle.operation.Slot;
import org.bnoracle.oracle.Output;
import org.bnoracle.tensor.Shape;
import org.bnoracle.tensor.Tensor;
import org.junit.jupiter.api.Test;

class VectorsTest {
  @Test
  void fieldsMayComeInAnyOrder() {
    String reversed = """
        {"cases": [{
           "inputs": {
             "running_variance": {"data": [1, 1, 1], "shape": [3], "format": "f32"},
             "running_mean": {"shape": [3], "data": [0, 0, 0], "format": "f32"},
             "gamma": {"data": [1, 2, 3], "format": "f16", "shape": [3]},
             "x": {"data": [1, 2, 3, 4, 5, 6], "format": "f32", "shape": [2, 3]}},
           "attributes": {"variance_convention": "sample", "momentum": 0.5, "epsilon_format": "f32", "epsilon": 0.25,
             "channel_axis": 1},
           "flags": ["Odd"], "comment": "none", "id": "a"}],
         "flags": {"Odd": {"references": [], "effect": "e", "fault": "f"}},
         "generator": "hand", "family": "own", "operation": "training-forward", "format": 1}
        """;
    assertEquals(Sample.read(Sample.DOCUMENT), Sample.read(reversed));
  }

  @Test
  void dataBeforeTheFormatIsCheckedAllTheSame() {
    String late = Sample.change(
        Sample.DOCUMENT, "{\"format\": \"f16\", \"shape\": [3], \"data\": [1, 2, 3]}",
        "{\"data\": [1, 2, 2049], \"shape\": [3], \"format\": \"f16\"}");
    DocumentException refusal = assertThrows(DocumentException.class, () -> Sample.read(late));
    assertEquals(1, refusal.getMessage().lines().count());
    assertTrue(refusal.getMessage().endsWith("f16 cannot hold 2049; the nearest value is 2048.0"), refusal.getMessage());
  }

  @Test
  void whatADocumentLeavesOutHasADefault() {
    VectorFile file = Sample.read(Sample.BACKWARD);
    assertEquals(Operation.TRAINING_BACKWARD, file.operation());
    assertEquals("", file.family());
    assertEquals(List.of(), file.flags());
    assertEquals("case-1", file.vectors().get(0).question().id());
    assertEquals("", file.vectors().get(0).question().comment());
    assertEquals(Map.of(), file.vectors().get(0).outputs());
  }

  @Test
  void everyKindOfOutputIsWrittenAndReadBack() {
    Vector question = Sample.read(Sample.BACKWARD).vectors().get(0);
    Tensor special = new Tensor(
        BinaryFormat.F64, new Shape(2), Double.NEGATIVE_INFINITY, -0.0);
    Map<Slot, Output> outputs = Map.of(
        Slot.DX, new Output.Values(special, new TreeMap<>(Map.of(0, List.of(Double.NEGATIVE_INFINITY, Double.NaN)))));
    VectorFile file = new VectorFile(Operation.TRAINING_BACKWARD, "", "me", List.of(), List.of(new Vector(question.question(), outputs)));
    VectorFile read = Vectors.read(Vectors.bytes(file), "written");
    assertEquals(file, read);
    assertArrayEquals(Vectors.bytes(file), Vectors.bytes(read));
  }

  @Test
  void anUndefinedOutputKeepsItsReason() {
    Vector question = Sample.read(Sample.BACKWARD).vectors().get(0);
    VectorFile file = new VectorFile(Operation.TRAINING_BACKWARD, "", "me", List.of(),
        List.of(new Vector(question.question(), Map.of(Slot.DX, new Output.Undefined("m=0")))));
    assertEquals(file, Vectors.read(Vectors.bytes(file), "written"));
  }

  @Test
  void theBytesAreUtf8WithUnixLinesAndANewlineAtTheEnd() {
    String text = new String(Vectors.bytes(Sample.read(Sample.change(Sample.DOCUMENT, "none", "σ² ≥ 0"))), UTF_8);
    assertEquals(-1, text.indexOf('\r'));
    assertEquals("}\n", text.substring(text.length() - 2));
    assertEquals("    \"comment\": \"σ² ≥ 0\",", text.lines().filter(line -> line.contains("comment")).findFirst().orElse(""));
  }
}
