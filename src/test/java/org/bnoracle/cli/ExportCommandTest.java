package org.bnoracle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportCommandTest {
  private static final String ONE = "inference-forward/well-scaled/f32/0001";

  @TempDir
  private Path folder;

  private Run export(String... more) {
    return Run.of(Stream.concat(Stream.of("export", "--out", folder.resolve("out").toString()),
        Stream.of(more)).toArray(String[]::new));
  }

  @Test
  void archivesAndTheirIndex() throws IOException {
    export("--to", "npz", "--operation", "training-forward", "--family", "one-and-two-elements", "--format", "f32").assertSuccess();
    JsonNode index = new ObjectMapper().readTree(Files.readAllBytes(folder.resolve("out/index.json")));
    JsonNode undefined = null;
    for (JsonNode vector : index.path("cases")) {
      try (ZipFile zip = new ZipFile(folder.resolve("out").resolve(vector.path("archive").asText()).toFile())) {
        vector.path("inputs").fieldNames().forEachRemaining(name ->
            assertTrue(zip.getEntry(vector.path("key").asText() + "/inputs/" + name + ".npy") != null, vector.toString()));
        for (String name : (Iterable<String>) () -> vector.path("outputs").fieldNames()) {
          boolean isThere = !vector.at("/outputs/" + name).has("undefined");
          assertEquals(isThere, zip.getEntry(vector.path("key").asText() + "/outputs/" + name + ".npy") != null, vector.toString());
          assertEquals(isThere, zip.getEntry(vector.path("key").asText() + "/bounds/" + name + ".npy") != null, vector.toString());
          undefined = isThere ? undefined : vector;
        }
      }
    }
    assertTrue(undefined != null, "one of them has an output without a value");
  }

  @Test
  void testsAndWhatHasNone() throws IOException {
    Run run = export("--to", "onnx", "--opset", "15,7", "--case", ONE).assertSuccess();
    assertEquals("1 cases of part of core below " + folder.resolve("out") + "\nopset 15: 1 tests\nopset 7: 1 tests\n", run.out());
    Path test = folder.resolve("out/inference-forward/test_inference_forward_well_scaled_f32_0001_opset15");
    JsonNode tolerance = new ObjectMapper().readTree(test.resolve("data.json").toFile());
    assertTrue(tolerance.path("rtol").asDouble() < 1e-3 && tolerance.path("atol").asDouble() > 0, tolerance.toString());
    assertTrue(Files.exists(test.resolve("test_data_set_0/input_4.pb")));
    assertTrue(Files.readString(folder.resolve("out/index.json")).contains("\"" + ONE + "\""));
  }

  @Test
  void aFolderThatIsInUseIsLeftAlone() throws IOException {
    Files.createDirectories(folder.resolve("out"));
    Files.writeString(folder.resolve("out/mine"), "mine");
    export("--to", "npz", "--case", ONE).assertComplaint(2, folder.resolve("out") + ": is there already; remove it, or choose another folder");
    assertEquals(List.of("mine"), List.of(folder.resolve("out").toFile().list()));
  }

  @Test
  void badOptions() {
    export("--to", "hdf5").assertComplaintStarts(2, "--to must be npz or onnx, was 'hdf5'");
    export("--to", "npz", "--opset", "15").assertComplaintStarts(2, "--opset goes with --to onnx");
    export("--to", "onnx", "--opset", "13").assertComplaintStarts(2, "--opset must be 7, 9, 14 or 15");
    assertFalse(Files.exists(folder.resolve("out")));
  }
}
