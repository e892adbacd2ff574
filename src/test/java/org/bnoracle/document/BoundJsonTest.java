package org.bnoracle.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.bnoracle.operation.Slot;
import org.bnoracle.oracle.Output;
import org.bnoracle.tensor.Tensor;
import org.junit.jupiter.api.Test;

class BoundJsonTest {
  private static final String FILE = """
      {"format": 1, "operation": "training-forward", "family": "f", "generator": "g", "cases": [{"id": "a",
        "attributes": {"channel_axis": 1, "epsilon": 1.0, "epsilon_format": "f32"},
        "inputs": {"x": {"format": "f32", "shape": [3, 1], "data": [1.0, 2.0, 3.0]}},
        "outputs": {"y": {"format": "f32", "shape": [3, 1], "data": [0.0, 0.0, 0.0], "bound": %s}}}]}
      """;

  private static VectorFile read(String bound) {
    return Vectors.read(FILE.formatted(bound).getBytes(StandardCharsets.UTF_8), "file", null);
  }

  private static Tensor bound(VectorFile file) {
    return ((Output.Values) file.vectors().get(0).outputs().get(Slot.Y)).bound().orElseThrow();
  }

  @Test
  void boundsAreReadAsTheyAreWritten() {
    VectorFile file = read("[1.25E-7, null, \"Infinity\"]");
    assertEquals(1.25e-7, bound(file).get(0));
    assertTrue(Double.isNaN(bound(file).get(1)));
    assertEquals(Double.POSITIVE_INFINITY, bound(file).get(2));
    String written = new String(Vectors.bytes(file), StandardCharsets.UTF_8);
    assertTrue(written.replaceAll("\\s", "").contains("\"bound\":[1.25E-7,null,\"Infinity\"]"), written);
    assertEquals(bound(file), bound(Vectors.read(Vectors.bytes(file), "again", null)));
  }

  @Test
  void aBoundNeedsAsManyElementsAsTheData() {
    DocumentException complaint = assertThrows(DocumentException.class, () -> read("[1.0]"));
    assertTrue(complaint.getMessage().endsWith("the shape [3, 1] has 3 elements, bound has 1"), complaint.getMessage());
  }

  @Test
  void aBoundIsANumberOrNull() {
    assertThrows(DocumentException.class, () -> read("[1.0, true, 2.0]"));
    assertThrows(DocumentException.class, () -> read("{\"hex\": \"00\"}"));
  }
}
