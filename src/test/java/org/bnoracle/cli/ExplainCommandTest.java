package org.bnoracle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExplainCommandTest {
  private static final String CASE = "training-forward/well-scaled/f32/0001";
  private static final String DOCUMENT = """
      {"operation": "training-forward", "cases": [{"id": "mine", "attributes": {"channel_axis": 1, "epsilon": 3, "epsilon_format": "f32"},
        "inputs": {"x": {"format": "f32", "shape": [2, 1], "data": [1, 3]}}}]}
      """;

  @TempDir
  Path folder;

  private String file(String text) throws IOException {
    return Files.writeString(folder.resolve("case.json"), text).toString();
  }

  @Test
  void aGoldenVectorIsExplained() throws IOException {
    String published = Files.readString(Path.of("golden-vectors/training-forward/well-scaled.f32.json"));
    int mean = published.indexOf("\"data\": [ ", published.indexOf("\"mean\"")) + "\"data\": [ ".length();
    String value = published.substring(mean, published.indexOf(',', mean));
    String out = Run.of("explain", CASE, "--at", "mean[0]").assertSuccess().out();
    assertTrue(out.startsWith("mean[0] of " + CASE + "\nchannel 0, value 0 of m = 8\n"), out);
    assertTrue(out.contains("\ngolden   " + value + " in f32\n"), out);
  }

  @Test
  void aCaseOfAFileIsExplained() throws IOException {
    String out = Run.of("explain", "mine", "--in", file(DOCUMENT), "--at", "y[1,0]", "--got", "0.5").assertSuccess().out();
    assertTrue(out.contains("\ngot      0.5, 0.000 ulp from the exact result, 0.000 of the allowed: correctly-rounded\n"), out);
    assertEquals(out, Run.withInput(DOCUMENT, "explain", "mine", "--in", "-", "--at", "y[1,0]", "--got", "0.5").assertSuccess().out());
  }

  @Test
  void anAnsweredFileIsExplainedToo() throws IOException {
    String answered = Run.withInput(DOCUMENT, "evaluate", "-").assertSuccess().out();
    assertEquals(Run.withInput(DOCUMENT, "explain", "mine", "--in", "-", "--at", "y[0,0]").out(),
        Run.withInput(answered, "explain", "mine", "--in", "-", "--at", "y[0,0]").assertSuccess().out());
  }

  /** Of another mean here; but with that mean the other errors are smaller. */
  @Test
  void whatIsWrongWithinWhatIsAllowedSaysWhy() {
    String out = Run.of("explain", "double-backward/constant-channel/f64/0001", "--at", "grad_x[2,0,0]", "--got=-409.93573439121246")
        .assertSuccess().out();
    assertTrue(out.contains(" of the allowed: wrong\n"), out);
    assertTrue(out.contains("no one error of the mean and of r gives this result\n"), out);
  }

  @Test
  void aCaseOfOnesOwnIsExplained() {
    String id = "inference-forward/well-scaled/f32/own-7,shape=4x3-0002";
    String out = Run.of("explain", id, "--at", "y[3,2]").assertSuccess().out();
    assertTrue(out.startsWith("y[3,2] of " + id + "\nchannel 2, value 3 of m = 4\n"), out);
  }

  @Test
  void aValueIsReadInTheFormatOfTheOutput() {
    String out = Run.of("explain", CASE, "--at", "mean[0]", "--got", "0.1").assertSuccess().out();
    assertTrue(out.contains("\ngot      0.10000000149011612, "), out);
  }

  @Test
  void theDocumentedCommandsWork() {
    Run.of("explain", "training-backward/well-scaled/f32/0002", "--at", "dx[1,2,0,1]", "--got", "0.49985").assertSuccess();
    Run.of("explain", "training-backward/well-scaled/f32/0001", "--at", "dx[1,2,0,1]").assertSuccess();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
    "nothing           --at y[0]            | there is no case 'nothing' (see: bn-oracle explain --help)",
    "$case                                  | Missing required option: '--at=PLACE' (see: bn-oracle explain --help)",
    "$case --at y                           | a place is written like dx[1,3,0], was 'y' (see: bn-oracle explain --help)",
    "$case --at dx[0]                       | $case has no output 'dx', it has: y, mean, variance, inverse_std, running_mean, running_variance (see: bn-oracle explain --help)",
    "$case --at mean[3]                     | [3] lies outside the shape [3] (see: bn-oracle explain --help)",
    "$case --at mean[0] --got 16777217      | f32 cannot hold 16777217; the nearest value is 1.6777216E7 (see: bn-oracle explain --help)",
    "$case --at mean[0] --got much          | a number, NaN or Infinity is expected, was 'much' (see: bn-oracle explain --help)"
  })
  void whatCannotBeExplainedIsOneComplaint(String line, String message) {
    Run.of(("explain " + line.replace("$case", CASE)).split(" +")).assertComplaint(2, message.replace("$case", CASE));
  }

  @Test
  void aCaseThatTheFileDoesNotHaveIsOneComplaint() throws IOException {
    Run.of("explain", CASE, "--in", file(DOCUMENT), "--at", "y[0,0]").assertComplaint(
        2, "there is no case '" + CASE + "' (see: bn-oracle explain --help)");
    Path none = folder.resolve("none.json");
    Run.of("explain", "mine", "--in", none.toString(), "--at", "y[0,0]").assertComplaint(2, none + ": no such file");
  }
}
