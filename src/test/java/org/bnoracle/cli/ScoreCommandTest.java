package org.bnoracle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bnoracle.catalogue.Families;
import org.bnoracle.catalogue.Selection;
import org.bnoracle.conformance.Conformance;
import org.bnoracle.conformance.Report;
import org.bnoracle.document.Protocol;
import org.bnoracle.exchange.Npy;
import org.bnoracle.gate.Gate;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.operation.Operation;
import org.bnoracle.report.ReportJson;
import org.bnoracle.subject.StandIn;
import org.bnoracle.tensor.Shape;
import org.bnoracle.tensor.Tensor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** generate --inputs-only and score. */
class ScoreCommandTest {
  private static final String[] SELECTION =
      {"--operation", "inference-forward", "--format", "f32", "--family", "absent-parameters,large-offset"};
  private static final int CASES = 7;
  private static final String FIRST = "inference-forward/large-offset/f32/0001";

  @TempDir
  Path parent;

  private Path folder;
  private Path hello;

  @BeforeEach
  void record() throws IOException {
    folder = parent.resolve("run");
    hello = Files.writeString(parent.resolve("hello.json"), Device.HELLO);
    Run run = generate(folder, SELECTION).assertSuccess();
    assertEquals(CASES + " cases of part of core below " + folder + "\n", run.out());
  }

  private static Run generate(Path folder, String... selection) {
    List<String> args = new ArrayList<>(List.of("generate", "--as", "npz", "--inputs-only", "--out", folder.toString()));
    args.addAll(List.of(selection));
    return Run.of(args.toArray(String[]::new));
  }

  private Run score(String... options) {
    List<String> args = new ArrayList<>(List.of("score", folder.toString(), "--hello", hello.toString()));
    args.addAll(List.of(options));
    return Run.of(args.toArray(String[]::new));
  }

  private Path result() {
    return folder.resolve(FIRST).resolve("y.npy");
  }

  /** One failure, that of the first case. */
  private void assertFails(String reason) throws IOException {
    Run run = score("--json");
    assertEquals("", run.err());
    assertEquals(1, run.code());
    JsonNode report = run.json();
    assertEquals(1, report.at("/counts/malformed").asInt());
    assertEquals(CASES - 1, report.at("/counts/graded").asInt());
    assertEquals(FIRST, report.at("/not_graded/0/case").asText());
    assertEquals("malformed: " + reason, report.at("/not_graded/0/reason").asText());
    assertFalse(report.at("/gate/passed").asBoolean());
  }

  @Test
  void filesAreGradedLikeASubjectOfThisProcess() throws IOException {
    Device.run(folder);
    Selection selection = new Selection(Set.of(Operation.INFERENCE_FORWARD), Set.of(BinaryFormat.F32),
        Set.of(Families.named("absent-parameters"), Families.named("large-offset")), Optional.empty(), Optional.empty());
    Report report = Conformance.run(new StandIn(Protocol.hello(Device.HELLO), Device::answer), selection);
    assertEquals(CASES, report.counts().get("graded"));
    assertEquals(2, report.cells().size());
    assertEquals(new String(ReportJson.bytes(List.of(Gate.DEFAULT.judge(report))), StandardCharsets.UTF_8),
        score("--json").assertSuccess().out());
    assertTrue(score().assertSuccess().out().contains("gate: passed"));
  }

  @Test
  void ownCasesAreGradedToo() throws IOException {
    folder = parent.resolve("own");
    generate(folder, "--operation=inference-forward", "--format=f32", "--shape=4x3x2", "--seed=7", "--count=3", "--epsilon=1e-5")
        .assertSuccess();
    Device.run(folder);
    JsonNode report = score("--json").assertSuccess().json();
    assertEquals("own", report.at("/suite/name").asText());
    assertEquals(3, report.at("/counts/graded").asInt());
  }

  @Test
  void withoutAnyResultNothingIsGraded() {
    assertEquals(3, score().code());
    assertEquals(3, score("--partial").code());
  }

  @Test
  void aCaseWithoutResultsFails() throws IOException {
    Device.run(folder);
    Files.delete(result());
    assertFails("missing output: " + FIRST + "/y.npy");
  }

  @Test
  void partialResultsPassOverCasesWithoutResults() throws IOException {
    Device.run(folder);
    Files.delete(result());
    JsonNode report = score("--partial", "--json").assertSuccess().json();
    assertEquals(CASES - 1, report.at("/counts/graded").asInt());
    assertEquals(1, report.at("/counts/unsupported").asInt());
    assertEquals("unsupported: no results recorded", report.at("/not_graded/0/reason").asText());
  }

  @Test
  void partialResultsOfACaseFailAllTheSame() throws IOException {
    String training = "training-forward/well-scaled/f32/0001";
    folder = parent.resolve("training");
    generate(folder, "--case", training).assertSuccess();
    Files.writeString(hello, Device.HELLO.replace("inference-forward", "training-forward"));
    Tensor mean = new Tensor(BinaryFormat.F32, new Shape(3), 1, 2, 3);
    Files.write(folder.resolve(training).resolve("mean.npy"), Npy.bytes(mean));
    Run run = score("--partial", "--json");
    assertEquals("malformed: missing output: " + training + "/y.npy", run.json().at("/not_graded/0/reason").asText());
  }

  @Test
  void anotherTypeFails() throws IOException {
    Device.run(folder);
    Files.write(result(), Npy.bytes(new Tensor(BinaryFormat.F64, new Shape(5, 2, 3), new double[30])));
    assertFails(result() + ": the .npy file holds <f8, expected <f4 for f32");
  }

  @Test
  void anotherShapeFails() throws IOException {
    Device.run(folder);
    Files.write(result(), Npy.bytes(new Tensor(BinaryFormat.F32, new Shape(60), new double[60])));
    assertFails(result() + ": wrong shape: expected [5, 2, 3], got [60]");
  }

  @Test
  void whatIsNoNumPyFileFails() throws IOException {
    Device.run(folder);
    Files.writeString(result(), "y");
    assertFails(result() + ": not an .npy file");
  }

  @Test
  void aWrongValueIsFound() throws IOException {
    Device.run(folder);
    Files.write(result(), Npy.bytes(new Tensor(BinaryFormat.F32, new Shape(5, 2, 3), new double[30])));
    Run run = score("--json");
    assertEquals(1, run.code());
    assertEquals("inference-forward f32 y is wrong, required is unstable (" + FIRST + ")", run.json().at("/gate/reasons/0").asText());
    for (JsonNode cell : run.json().path("cells")) {
      boolean isWrong = cell.path("family").asText().equals("large-offset");
      assertEquals(isWrong, cell.path("grade").asText().equals("wrong"), cell.toString());
      assertEquals(isWrong, cell.path("worst_case").asText().equals(FIRST));
      assertEquals(isWrong, cell.path("worst_ulp").asDouble() > 1e6, cell.toString());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"sha256\": \"00", "\"sha256\": \"\", \"x\": \""})
  void inputsOfAnotherSuiteAreNotGraded(String altered) throws IOException {
    Path run = folder.resolve("run.json");
    Files.writeString(run, Files.readString(run).replaceFirst("\"sha256\": \"[0-9a-f]", altered));
    Device.run(folder);
    score().assertComplaintStarts(2, run + ":");
    score("--json").assertComplaintStarts(2, run + ":");
  }

  @Test
  void theComplaintSaysWhatToDo() throws IOException {
    Path run = folder.resolve("run.json");
    Files.writeString(run, Files.readString(run).replaceFirst("\"sha256\": \"[0-9a-f]{64}", "\"sha256\": \"" + "0".repeat(64)));
    score().assertComplaint(2, run + ": /sha256: these are inputs of another suite than " + Product.NAME_AND_VERSION
        + " makes; generate them again");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--format=f99", "--fast", "--shape=x", "stray", "--count=0"})
  void aSelectionThatIsNoneIsBadInput(String option) throws IOException {
    Path run = folder.resolve("run.json");
    Files.writeString(run, Files.readString(run).replace("--format=f32", option));
    score().assertComplaintStarts(2, run + ": /selection: ");
  }

  @Test
  void whatIsMissingIsBadInput() throws IOException {
    Files.delete(hello);
    score().assertComplaint(2, hello + ": no such file");
    Files.writeString(hello, "{\"protocol\": 1}");
    score().assertComplaint(2, "hello:1:15: a hello needs name, version and at least one of the operations");
    Files.delete(folder.resolve("run.json"));
    score().assertComplaint(2, folder.resolve("run.json") + ": no such file");
    Run.of("score", folder.toString()).assertComplaint(2, "--hello is needed: what does the device implement? (see: bn-oracle score --help)");
  }

  @Test
  void questionsTravelAsNumPyFilesOnly() throws IOException {
    Path none = parent.resolve("none");
    String message = "--as npz and --inputs-only go together (see: bn-oracle generate --help)";
    Run.of("generate", "--as", "json", "--inputs-only", "--out", none.toString()).assertComplaint(2, message);
    Run.of("generate", "--inputs-only", "--out", none.toString()).assertComplaint(2, message);
    Run.of("generate", "--as", "npz", "--out", none.toString()).assertComplaint(2, message);
    Run.of("generate", "--as", "csv", "--out", none.toString()).assertComplaint(
        2, "--as must be json or npz, was 'csv' (see: bn-oracle generate --help)");
    assertFalse(Files.exists(none));
  }

  @Test
  void aFolderWithOtherInputsIsLeftAlone() throws IOException {
    Map<String, String> before = Trees.hashes(folder);
    generate(folder, "--operation", "inference-forward", "--format", "f32", "--family", "sizes")
        .assertComplaint(2, folder + ": holds the inputs of another suite; choose another folder");
    assertEquals(before, Trees.hashes(folder));
  }

  @Test
  void theSameInputsMayBeWrittenAgainBesideTheResults() throws IOException {
    Device.run(folder);
    Map<String, String> before = Trees.hashes(folder);
    generate(folder, SELECTION).assertSuccess();
    assertEquals(before, Trees.hashes(folder));
  }

  @Test
  void aFolderWithAnotherSuiteIsLeftAlone() throws IOException {
    Path vectors = parent.resolve("vectors");
    String[] own = {"--operation", "inference-forward", "--format", "f32", "--shape", "2x3", "--out", vectors.toString()};
    List<String> args = new ArrayList<>(List.of("generate"));
    args.addAll(List.of(own));
    Run.of(args.toArray(String[]::new)).assertSuccess();
    Map<String, String> before = Trees.hashes(vectors);
    Run.of("generate", "--family", "sizes", "--format", "f32", "--out", vectors.toString())
        .assertComplaint(2, vectors + ": holds the suite own, not part of core; choose another folder");
    assertEquals(before, Trees.hashes(vectors));
  }
}
