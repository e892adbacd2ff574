package org.bnoracle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The options that conform and score share. */
class GateOptionsTest {
  private static final String[] SELECTION =
      {"--operation=inference-forward", "--format=f32", "--family=well-scaled,large-offset"};
  private static final String STRICT = "{\"rules\": [{\"family\": \"large-offset\", \"required\": \"correctly-rounded\"}]}";

  @TempDir
  Path folder;

  private static Run conform(String... options) {
    List<String> args = new ArrayList<>(List.of("conform"));
    args.addAll(List.of(SELECTION));
    args.addAll(List.of(options));
    args.add("two-pass");
    return Run.of(args.toArray(String[]::new));
  }

  private String file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content).toString();
  }

  @Test
  void aPolicyDecides() throws IOException {
    assertEquals(0, conform("--gate", file("loose.json", "{}")).code());
    Run strict = conform("--json", "--gate", file("strict.json", STRICT));
    assertEquals(1, strict.code());
    assertEquals("", strict.err());
    assertEquals(1, strict.json().at("/gate/reasons").size());
    assertTrue(strict.json().at("/gate/reasons/0").asText().matches(
        "inference-forward f32 y is .*, required is correctly-rounded \\(\\d+ cases, first inference-forward/large-offset/f32/.*\\)"),
        strict.out());
  }

  @Test
  void aBadPolicyIsOneComplaint() throws IOException {
    String policy = file("policy.json", "{\"required\": \"good\"}");
    conform("--gate", policy).assertComplaint(2, policy + ":1:14: /required: unknown grade 'good', choose from "
        + "correctly-rounded, faithful, tree, any-order, stored, unstable, wrong");
    conform("--gate", "none.json").assertComplaint(2, "none.json: no such file");
  }

  @Test
  void aRunMeetsItsOwnBaseline() throws IOException {
    String baseline = file("baseline.json", conform("--json").assertSuccess().out());
    conform("--baseline", baseline, "--baseline-factor", "1").assertSuccess();
  }

  @Test
  void whatIsWorseThanTheBaselineFails() throws IOException {
    String report = conform("--json").assertSuccess().out();
    String better = report.replaceAll("\"grade\": \"[a-z-]+\"", "\"grade\": \"correctly-rounded\"");
    assertFalse(better.equals(report), report);
    Run run = conform("--baseline", file("baseline.json", better));
    assertEquals(1, run.code());
    assertTrue(run.out().contains(", correctly-rounded in the baseline\n"), run.out());
  }

  @Test
  void aBaselineOfAnotherSelectionIsNotCompared() throws IOException {
    String baseline = file("baseline.json", conform("--json").out());
    Run.of("conform", "--baseline", baseline, "--family", "well-scaled", "two-pass").assertComplaintStarts(
        2, baseline + ": /suite: is a run of 'part of core' (");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "--baseline-factor 2                 | --baseline-factor goes with --baseline",
    "--baseline b --baseline-factor 0.5  | --baseline-factor must be a number >= 1, was 0.5",
    "--baseline b --baseline-factor NaN  | --baseline-factor must be a number >= 1, was NaN"
  })
  void aBadFactorIsOneComplaint(String options, String complaint) {
    conform(options.split(" ")).assertComplaint(2, complaint + " (see: bn-oracle conform --help)");
  }

  @Test
  void aBaselineComparesOneSubject() throws IOException {
    String baseline = file("baseline.json", conform("--json").out());
    Run.of("conform", "--baseline", baseline).assertComplaint(
        2, "--baseline compares one subject; name it (see: bn-oracle conform --help)");
  }

  @Test
  void filesAreWrittenAndErrorsAnnotated() throws IOException {
    Path junit = folder.resolve("new/junit.xml");
    Path summary = folder.resolve("summary.md");
    Run run = conform("--gate", file("strict.json", STRICT), "--junit", junit.toString(), "--summary", summary.toString(),
        "--annotations", "--json");
    assertEquals(1, run.code());
    assertTrue(run.err().startsWith("::error title=bn-oracle%3A two-pass::inference-forward f32 y is "), run.err());
    assertEquals(1, run.err().lines().count());
    assertEquals(run.json().at("/suite/cases").asInt() + 1, Files.readString(junit).split("<testcase ", -1).length - 1);
    assertTrue(Files.readString(summary).startsWith("## two-pass " + Product.VERSION + ": gate failed\n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"--junit", "--summary"})
  void aFolderIsNoFile(String option) {
    conform(option, folder.toString()).assertComplaint(2, folder + ": is a folder; a file is expected");
  }

  @Test
  void scoreTakesTheSameOptions() throws IOException {
    Path run = folder.resolve("run");
    List<String> generate = new ArrayList<>(List.of("generate", "--as=npz", "--inputs-only", "--out=" + run));
    generate.addAll(List.of(SELECTION));
    Run.of(generate.toArray(String[]::new)).assertSuccess();
    Device.run(run);
    Path junit = folder.resolve("junit.xml");
    Run score = Run.of("score", run.toString(), "--hello", file("hello.json", Device.HELLO),
        "--gate", file("strict.json", STRICT), "--junit", junit.toString(), "--annotations");
    assertEquals(1, score.code());
    assertTrue(score.err().startsWith("::error title=bn-oracle%3A device::"), score.err());
    assertTrue(Files.readString(junit).contains("<testsuite name=\"device 1\""));
  }
}
