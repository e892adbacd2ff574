package org.bnoracle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.bnoracle.catalogue.Families;
import org.bnoracle.catalogue.Family;
import org.bnoracle.catalogue.Suite;
import org.bnoracle.subject.BuiltIn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {
  @ParameterizedTest
  @ValueSource(strings = {"evaluate", "generate", "verify", "conform", "list", "prepare"})
  void helpShowsExamples(String command) {
    Run run = Run.of(command, "--help").assertSuccess();
    assertTrue(run.out().contains("Usage: bn-oracle " + command), run.out());
    assertTrue(run.out().matches("(?s).*Examples?:\n  bn-oracle " + command + ".*"), run.out());
    assertEquals(run.out(), Run.of("help", command).assertSuccess().out());
  }

  @Test
  void helpOfTheProgramNamesCommandsAndExitCodes() {
    String help = Run.of("--help").assertSuccess().out();
    for (String part : new String[] {"evaluate", "generate", "verify", "conform", "list", "Exit codes: 0 gate met", "Start with:"}) {
      assertTrue(help.contains(part), help);
    }
  }

  @Test
  void theVersionIsThatOfTheBuild() {
    assertEquals(Product.NAME_AND_VERSION, Run.of("--version").assertSuccess().out().lines().findFirst().orElse(""));
    assertTrue(Product.VERSION.matches("\\d+\\.\\d+\\.\\d+(-SNAPSHOT)?"), Product.VERSION);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
    "``                 | Missing required subcommand (see: bn-oracle --help)",
    "frobnicate         | Unmatched argument at index 0: 'frobnicate' (see: bn-oracle --help)",
    "evaluate           | Missing required parameter: 'FILE' (see: bn-oracle evaluate --help)",
    "evaluate a b       | Unmatched argument at index 2: 'b' (see: bn-oracle evaluate --help)",
    "evaluate --fast a  | Unknown option: '--fast' (see: bn-oracle evaluate --help)",
    "generate           | either --out or --endless is needed (see: bn-oracle generate --help)",
    "verify             | either a folder, a file or --suite is needed; --suite goes without --decimal and --proof (see: bn-oracle verify --help)",
    "verify --decimal 5 a | --decimal must be 10 to 1000, was 5 (see: bn-oracle verify --help)",
    "list               | Missing required parameter: 'WHAT' (see: bn-oracle list --help)",
    "conform --timeout 0 | --timeout must be at least 1, was 0 (see: bn-oracle conform --help)",
    "conform a b        | one subject at a time; put -- before a command (see: bn-oracle conform --help)",
    "conform two-pass --prepare | --prepare goes with all; a named subject is prepared anyway (see: bn-oracle conform --help)",
    "conform all --annotations | `--baseline, --junit, --summary and --annotations are for one subject; name it (see: bn-oracle conform --help)`",
    "prepare nobody     | no subject 'nobody'; see 'bn-oracle list subjects' (see: bn-oracle prepare --help)",
    "conform nobody     | no subject 'nobody'; see 'bn-oracle list subjects', or put -- before a command (see: bn-oracle conform --help)",
    "conform target     | the folder target has no subject.json (see: bn-oracle conform --help)"
  })
  void aBadCommandLineIsOneComplaint(String line, String message) {
    Run.of(line.isEmpty() ? new String[0] : line.split(" ")).assertComplaint(2, message);
  }

  @Test
  void whatThereIsToListIsSaid() {
    Run.of("list", "animals").assertComplaintStarts(2, "Invalid value for positional parameter at index 0 (WHAT)");
  }

  @Test
  void familiesAreListedWithTheirPurpose() throws IOException {
    String text = Run.of("list", "families").assertSuccess().out();
    assertEquals(Families.ALL.size(), text.lines().count());
    JsonNode json = Run.of("list", "families", "--json").assertSuccess().json();
    List<String> names = new ArrayList<>();
    json.fieldNames().forEachRemaining(names::add);
    assertEquals(Families.ALL.stream().map(Family::name).toList(), names);
    for (Family family : Families.ALL) {
      assertTrue(text.contains(family.purpose()));
      assertEquals(family.purpose(), json.path(family.name()).asText());
    }
  }

  @Test
  void suitesAreListedWithTheirCountAndHash() throws IOException {
    JsonNode json = Run.of("list", "suites", "--json").assertSuccess().json();
    for (Suite suite : Suite.values()) {
      String text = json.path(suite.label()).asText();
      assertTrue(text.endsWith(": %d cases, sha256 %s".formatted(suite.published().cases(), suite.published().identity())), text);
      assertEquals(suite.label(), suite.published().suite());
    }
  }

  @Test
  void subjectsAreListed() throws IOException {
    JsonNode json = Run.of("list", "subjects", "--json").assertSuccess().json();
    for (BuiltIn subject : BuiltIn.values()) {
      assertEquals("built in, " + subject.description(), json.path(subject.label()).asText());
    }
    for (String name : List.of("onnxruntime", "onnxruntime-opset9", "pytorch")) {
      assertTrue(json.path(name).asText().contains("prepared"), json.toString());
    }
  }
}
