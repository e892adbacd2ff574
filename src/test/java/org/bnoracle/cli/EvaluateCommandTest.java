package org.bnoracle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateCommandTest {
  private static final String TRAINING = """
      {"operation": "training-forward", "cases": [{"id": "σ", "attributes": {"channel_axis": 1, "epsilon": 3, "epsilon_format": "f32"},
        "inputs": {"x": {"format": "f32", "shape": [2, 1], "data": [1, 3]}}}]}
      """;
  private static final String INFERENCE = """
      {"operation": "inference-forward", "cases": [{"attributes": {"channel_axis": 0, "epsilon": 1, "epsilon_format": "f64"},
        "inputs": {"x": {"format": "f64", "shape": [1], "data": [1]},
          "running_mean": {"format": "f64", "shape": [1], "data": [0]},
          "running_variance": {"format": "f64", "shape": [1], "data": [1]}}}]}
      """;

  @TempDir
  Path folder;

  private String file(String text) throws IOException {
    return Files.writeString(folder.resolve("case.json"), text).toString();
  }

  /** By hand: mean (1 + 3)/2, variance 1, r = 1/√(1 + 3), y = (x - 2)/2. */
  @Test
  void outputsAreFilledIn() throws IOException {
    Run run = Run.of("evaluate", file(TRAINING)).assertSuccess();
    JsonNode answered = run.json().at("/cases/0");
    assertEquals("σ", answered.path("id").asText());
    assertEquals("[-0.5,0.5]", answered.at("/outputs/y/data").toString());
    assertEquals("[2.0]", answered.at("/outputs/mean/data").toString());
    assertEquals("[1.0]", answered.at("/outputs/variance/data").toString());
    assertEquals("[0.5]", answered.at("/outputs/inverse_std/data").toString());
    assertEquals(4, answered.path("outputs").size());
    assertEquals(Product.NAME_AND_VERSION, run.json().path("generator").asText());
  }

  @Test
  void standardInputIsADash() throws IOException {
    assertEquals(Run.of("evaluate", file(TRAINING)).out(), Run.withInput(TRAINING, "evaluate", "-").assertSuccess().out());
  }

  /** 1/√2 to 40 digits: OEIS A010503. */
  @Test
  void digitsAreOfTheExactResult() throws IOException {
    assertEquals("0.7071067811865475244008443621048490392848",
        Run.of("evaluate", "--digits", "40", file(INFERENCE)).assertSuccess().json().at("/cases/0/outputs/y/0").asText());
    assertEquals("0.7", Run.of("evaluate", "--digits", "1", file(INFERENCE)).json().at("/cases/0/outputs/y/0").asText());
    assertEquals("0.7071067811865476", Run.of("evaluate", file(INFERENCE)).json().at("/cases/0/outputs/y/data/0").asText());
  }

  @Test
  void digitsAreOneToTenThousand() throws IOException {
    for (String digits : new String[] {"0", "-1", "10001"}) {
      Run.of("evaluate", "--digits", digits, file(INFERENCE)).assertComplaint(
          2, "--digits must be 1 to 10000, was " + digits + " (see: bn-oracle evaluate --help)");
    }
    Run.of("evaluate", "--digits", "many", file(INFERENCE)).assertComplaint(
        2, "Invalid value for option '--digits': 'many' is not an int (see: bn-oracle evaluate --help)");
  }

  @Test
  void aMissingFileIsBadInput() {
    Path file = folder.resolve("none.json");
    Run.of("evaluate", file.toString()).assertComplaint(2, file + ": no such file");
  }

  @Test
  void aFolderIsBadInput() {
    Run.of("evaluate", folder.toString()).assertComplaint(2, folder + ": is a directory; a file is expected");
  }

  @Test
  void aFileThatMayNotBeReadIsBadInput() throws IOException {
    Path file = Path.of(file(TRAINING));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
    assumeFalse(Files.isReadable(file), "this user may read everything");
    Run.of("evaluate", file.toString()).assertComplaint(2, file + ": permission denied");
  }

  @Test
  void aMalformedDocumentIsLocated() throws IOException {
    String file = file("{\"operation\": \"training-forward\",\n \"cases\": oops}");
    Run.of("evaluate", file).assertComplaintStarts(2, file + ":2:11: malformed JSON: Unrecognized token 'oops'");
    Run.withInput("", "evaluate", "-").assertComplaint(2, "standard input:1:0: is empty; a JSON object is expected");
  }

  @Test
  void whatIsEvaluatedIsVerified() {
    Run.withInput(Run.withInput(TRAINING, "evaluate", "-").out(), "verify", "-").assertSuccess();
  }

  @Test
  void largeTensorsAreEvaluatedAndVerifiedInBase64() {
    int size = 100_001;
    String data = IntStream.range(0, size).mapToObj(i -> Integer.toString(i % 7)).collect(Collectors.joining(", ", "[", "]"));
    String large = TRAINING.replace("[2, 1]", "[" + size + ", 1]").replace("[1, 3]", data);
    String answered = Run.withInput(large, "evaluate", "-").assertSuccess().out();
    assertTrue(answered.contains("\"base64\""));
    Run.withInput(answered, "verify", "-").assertSuccess();
  }

  @Test
  void aDocumentThatIsAnsweredAlreadyIsRefused() throws IOException {
    String answered = Run.of("evaluate", file(TRAINING)).out();
    Run.of("evaluate", file(answered)).assertComplaint(2, "case σ has outputs already; use 'verify' to check them");
  }

  @Test
  void aDocumentOfHugeShapesNeedsNoMemory() throws IOException {
    String file = file(TRAINING.replace("[2, 1]", "[46340, 46340]"));
    Run.of("evaluate", file).assertComplaint(
        2, file + ":2:19: /cases/0/inputs/x: the shape [46340, 46340] has 2147395600 elements, data has 2");
  }

  @Test
  void nothingIsWrittenButTheResult() throws IOException {
    Run.of("evaluate", file(TRAINING));
    assertFalse(Files.list(folder).anyMatch(path -> !path.endsWith("case.json")));
  }
}
