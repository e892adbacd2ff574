package org.bnoracle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The GitHub action: its script runs, with a launcher in place of bn-oracle that tells how it was called. */
class ActionTest {
  private static final Map<?, ?> ACTION = yaml(Path.of("action.yml"));
  private static final Map<?, ?> INPUTS = (Map<?, ?>) ACTION.get("inputs");
  private static final List<Map<?, ?>> STEPS = maps(((Map<?, ?>) ACTION.get("runs")).get("steps"));
  private static final Map<?, ?> LAST = STEPS.get(STEPS.size() - 1);
  private static final Pattern INPUT = Pattern.compile("\\$\\{\\{ inputs\\.([a-z-]+) }}");

  @TempDir
  Path folder;

  private static Map<?, ?> yaml(Path file) {
    try {
      return (Map<?, ?>) new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Map<?, ?>> maps(Object list) {
    return ((List<?>) list).stream().<Map<?, ?>>map(element -> (Map<?, ?>) element).collect(Collectors.toList());
  }

  private record Called(int code, String out, List<String> arguments) {}

  @BeforeEach
  void putALauncherThere() throws IOException {
    Path launcher = Files.writeString(folder.resolve("bn-oracle"),
        "#!/bin/sh\nprintf '%s\\n' \"$@\" > \"$GITHUB_ACTION_PATH/called\"\necho '{}'\nexit 7\n");
    assertTrue(launcher.toFile().setExecutable(true));
  }

  /** Runs the last step as GitHub's runner does. */
  private Called call(Map<String, String> inputs) throws IOException, InterruptedException {
    Path script = Files.writeString(folder.resolve("step.sh"), (String) LAST.get("run"));
    ProcessBuilder builder = new ProcessBuilder("bash", "--noprofile", "--norc", "-eo", "pipefail", script.toString());
    Map<String, String> environment = builder.environment();
    environment.put("GITHUB_ACTION_PATH", folder.toString());
    environment.put("GITHUB_STEP_SUMMARY", folder.resolve("step summary.md").toString());
    Map<?, ?> variables = (Map<?, ?>) LAST.get("env");
    variables.forEach((name, value) -> environment.put((String) name, value((String) value, inputs)));
    Process process = builder.directory(folder.toFile()).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    Path called = folder.resolve("called");
    return new Called(process.waitFor(), out, Files.exists(called) ? Files.readAllLines(called) : List.of());
  }

  private static String value(String expression, Map<String, String> inputs) {
    Matcher input = INPUT.matcher(expression);
    assertTrue(input.matches(), expression);
    return inputs.getOrDefault(input.group(1), (String) ((Map<?, ?>) INPUTS.get(input.group(1))).get("default"));
  }

  @Test
  void everyInputIsUsedAndDescribed() {
    Map<String, String> used = new HashMap<>();
    ((Map<?, ?>) LAST.get("env")).forEach((name, value) -> used.put(INPUT.matcher((String) value).replaceAll("$1"), (String) name));
    assertEquals(INPUTS.keySet(), used.keySet());
    used.forEach((input, variable) -> assertTrue(((String) LAST.get("run")).contains("$" + variable), input));
    INPUTS.forEach((name, input) -> assertNotNull(((Map<?, ?>) input).get("description"), (String) name));
  }

  /** An input inside a script would be code. */
  @Test
  void noScriptContainsAnInput() {
    STEPS.stream().filter(step -> step.containsKey("run"))
        .forEach(step -> assertFalse(((String) step.get("run")).contains("${{"), step.toString()));
  }

  @Test
  void aSubjectAloneRunsThroughAllVectors() throws IOException, InterruptedException {
    Called called = call(Map.of("subject", "./my kernel"));
    assertEquals(7, called.code(), "the exit code is that of bn-oracle");
    assertEquals(List.of("conform", "--json", "--annotations", "--summary", folder.resolve("step summary.md").toString(), "./my kernel"),
        called.arguments());
    assertEquals("{}\n", Files.readString(folder.resolve("bn-oracle.json")));
  }

  @Test
  void oneOfSubjectAndCommandIsNeeded() throws IOException, InterruptedException {
    for (Map<String, String> inputs : List.of(Map.<String, String>of(), Map.of("subject", "a", "command", "b"))) {
      Called called = call(inputs);
      assertEquals(2, called.code());
      assertEquals("::error title=bn-oracle::give one of the inputs subject and command\n", called.out());
      assertEquals(List.of(), called.arguments());
    }
  }

  @Test
  void theCommandLineTakesEveryInput() throws IOException, InterruptedException {
    String selection = "--operation inference-forward --format f32 --family well-scaled";
    Run first = Run.of("conform", "--json", "--operation=inference-forward", "--format=f32", "--family=well-scaled", "two-pass");
    Path baseline = Files.writeString(folder.resolve("the baseline.json"), first.assertSuccess().out());
    Path gate = Files.writeString(folder.resolve("policy.json"), "{\"required\": \"wrong\"}");
    Path junit = folder.resolve("junit.xml");
    Called called = call(Map.of("subject", "two-pass", "selection", selection, "gate", gate.toString(), "baseline",
        baseline.toString(), "baseline-factor", "1.5", "timeout", "5", "junit", junit.toString(), "report", "my report.json"));
    assertTrue(Files.exists(folder.resolve("my report.json")));
    assertEquals(first.out(), Run.of(called.arguments().toArray(String[]::new)).assertSuccess().out());
    assertTrue(Files.exists(junit));
    assertTrue(Files.exists(folder.resolve("step summary.md")));
  }

  @Test
  void aCommandIsOneForBash() throws IOException, InterruptedException {
    Called called = call(Map.of("command", "echo 'a  b' >&2; exit 3", "selection", "--family well-scaled"));
    assertEquals(List.of("--", "bash", "-c", "echo 'a  b' >&2; exit 3"),
        called.arguments().subList(called.arguments().size() - 4, called.arguments().size()));
    Run.of(called.arguments().toArray(String[]::new)).assertComplaint(3, "ended with exit code 3; it said: a  b");
  }

  @Test
  void theExampleWorkflowGivesInputsThatThereAre() {
    Map<?, ?> job = (Map<?, ?>) ((Map<?, ?>) yaml(Path.of("examples", "workflow.yml")).get("jobs")).get("conform");
    List<Map<?, ?>> steps = maps(job.get("steps"));
    Map<?, ?> step = steps.stream().filter(s -> String.valueOf(s.get("uses")).contains("/bn-oracle@")).findFirst().orElseThrow();
    Set<Object> given = new HashSet<>(((Map<?, ?>) step.get("with")).keySet());
    assertFalse(given.isEmpty());
    assertTrue(INPUTS.keySet().containsAll(given), given.toString());
  }
}
