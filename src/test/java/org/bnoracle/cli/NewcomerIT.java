package org.bnoracle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bnoracle.Once;
import org.bnoracle.accuracy.Grade;
import org.bnoracle.catalogue.Selection;
import org.bnoracle.conformance.Conformance;
import org.bnoracle.conformance.Report;
import org.bnoracle.document.Hello;
import org.bnoracle.document.Protocol;
import org.bnoracle.gate.Gate;
import org.bnoracle.operation.Feature;
import org.bnoracle.report.ReportText;
import org.bnoracle.subject.StandIn;
import org.junit.jupiter.api.Test;

/** What a newcomer types: the README's commands, with the program's jar in place of its launcher. */
class NewcomerIT {
  private static final Path ROOT = Path.of("").toAbsolutePath();
  private static final String JAVA_HOME = System.getProperty("java.home");
  private static final long MINUTES = 5;

  /** What a shell command printed, and how it ended. */
  private record Typed(int code, String out, String err) {
    Typed assertSuccess() {
      assertEquals("", err);
      assertEquals(0, code, out);
      return this;
    }

    JsonNode json() throws IOException {
      return new ObjectMapper().readTree(out);
    }
  }

  /** A command that the README shows. */
  private static Typed typeDocumented(String command) throws IOException, InterruptedException {
    assertTrue(Files.readString(Path.of("README.md")).contains(command), "the README does not show: " + command);
    return type(command);
  }

  private static Typed type(String command) throws IOException, InterruptedException {
    return run(command.replace("./bn-oracle", "java -jar target/bn-oracle.jar"));
  }

  private static Typed run(String command) throws IOException, InterruptedException {
    Path out = Files.createTempFile("newcomer", ".out");
    Path err = Files.createTempFile("newcomer", ".err");
    try {
      ProcessBuilder builder = new ProcessBuilder("sh", "-c", command).directory(ROOT.toFile())
          .redirectOutput(out.toFile()).redirectError(err.toFile());
      builder.environment().put("BN_ORACLE_HOME", ROOT.toString());
      builder.environment().put("PATH", JAVA_HOME + "/bin" + File.pathSeparator + System.getenv("PATH"));
      builder.environment().remove("JAVA_TOOL_OPTIONS");
      Process process = builder.start();
      process.getOutputStream().close();
      boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
      if (!ended) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
      }
      assertTrue(ended, () -> command + " still runs after " + MINUTES + " minutes");
      return new Typed(process.exitValue(), Files.readString(out), Files.readString(err, StandardCharsets.UTF_8));
    } finally {
      Files.delete(out);
      Files.delete(err);
    }
  }

  private static void requireInstalled(String program, String untested) {
    boolean isThere = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    assumeTrue(isThere, program + " is not installed; " + untested + " is not tested");
  }

  /** What an earlier version left is another suite. */
  private static void remove(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> paths = Files.walk(folder)) {
        for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }

  /** The numbers of a family in the block of an operation and format. */
  private static List<String> row(String report, String block, String family) {
    String lines = report.substring(report.indexOf("\n" + block + "\n"));
    Matcher row = Pattern.compile("\n  " + family + " +(.*)\n").matcher(lines);
    assertTrue(row.find(), report);
    return List.of(row.group(1).split(" +"));
  }

  @Test
  void theLauncherStartsTheProgram() throws IOException, InterruptedException {
    assertEquals(Product.NAME_AND_VERSION, run("./bn-oracle --version").assertSuccess().out().lines().findFirst().orElse(""));
  }

  @Test
  void theSubjectInPythonIsFoundOut() throws IOException, InterruptedException {
    requireInstalled("python3", "examples/one_pass.py");
    Typed run = typeDocumented("./bn-oracle conform -- python3 examples/one_pass.py");
    assertEquals(1, run.code(), run.err());
    String report = run.out();
    assertTrue(report.startsWith("suite core, "), report);
    assertTrue(report.replaceAll(" +", " ").contains("\ntraining-forward f32\n y mean variance running_mean "), report);
    List<String> offset = row(report, "training-forward f32", "large-offset");
    assertTrue(offset.get(2).matches("\\d\\.\\de\\+\\d\\d[!~]"), () -> "the variance of large-offset is off: " + offset);
    assertTrue(Double.parseDouble(offset.get(2).replaceAll("[!~]", "")) > 0x1p24, () -> "and wrong in every bit: " + offset);
    assertTrue(offset.get(1).matches("\\d+\\.\\d\\d"), () -> "the mean is not: " + offset);
    assertTrue(report.contains("gate: failed\n    training-forward f32 "), report);
  }

  @Test
  void theSubjectInCPasses() throws IOException, InterruptedException {
    requireInstalled("cc", "examples/c_kernel.c");
    String report = typeDocumented("mkdir -p target && cc -std=c11 -O2 -o target/c_kernel examples/c_kernel.c -lm"
        + " && ./bn-oracle conform -- target/c_kernel").assertSuccess().out();
    assertTrue(report.contains("gate: passed"), report);
  }

  @Test
  void filesOfADeviceAreScored() throws IOException, InterruptedException {
    requireInstalled("python3", "src/test/python/device.py");
    remove(Path.of("target/run"));
    typeDocumented("./bn-oracle generate --as npz --inputs-only --operation inference-forward --format f32 --out target/run")
        .assertSuccess();
    run("python3 src/test/python/device.py target/run").assertSuccess();
    String score = "./bn-oracle score target/run --hello src/test/resources/device-hello.json";
    String report = type(score).assertSuccess().out();
    assertTrue(report.contains("gate: passed"), report);
    JsonNode json = type(score + " --json").assertSuccess().json();
    Hello device = Protocol.hello(Files.readString(Path.of("src/test/resources/device-hello.json")));
    long needingMore = Selection.ALL.parts().stream().filter(part -> part.path().matches("inference-forward/.*.f32.json"))
        .flatMap(part -> part.cases().stream()).filter(question -> !device.capabilities().containsAll(Feature.of(question))).count();
    assertTrue(needingMore > 0, "no case needs more than the device has");
    assertEquals(needingMore, json.at("/counts/not_sent").asInt(), "cases that need a capability that the device has not");
    assertEquals(json.at("/suite/cases").asInt(), json.at("/counts/graded").asInt() + needingMore);
    for (JsonNode cell : json.path("cells")) {
      if (cell.path("family").asText().equals("well-scaled")) {
        assertTrue(Grade.named(cell.path("grade").asText()).compareTo(Grade.ANY_ORDER) <= 0, cell.toString());
      }
    }
  }

  /** Conformance.run(subject, Selection.ALL), Gate.DEFAULT.judge and ReportText.print. */
  @Test
  void aSubjectOfThisProcessRunsInOneCall() {
    Report report = Conformance.run(new StandIn(Protocol.hello(Device.HELLO), Device::answer), Selection.ALL);
    StringWriter text = new StringWriter();
    ReportText.print(List.of(Gate.DEFAULT.judge(report)), new PrintWriter(text, true));
    assertTrue(text.toString().startsWith("suite core, "), text.toString());
    assertTrue(text.toString().contains("gate: passed"), text.toString());
  }

  /** 6.4 million values, sent and answered in NumPy files. */
  @Once
  @Test
  void aLayerOfRealSizeGoesThrough() throws IOException, InterruptedException {
    String build = "javac -d target/java-kernel src/subjects/java/BnSubject.java examples/JavaKernel.java";
    assertTrue(Files.readString(Path.of("README.md")).contains(build), "the README shows how to build it");
    run(build).assertSuccess();
    long start = System.nanoTime();
    JsonNode report = type("./bn-oracle conform --operation training-forward --format f32 --shape 32x64x56x56 --json"
        + " -- java -cp target/java-kernel JavaKernel").assertSuccess().json();
    System.out.printf("32x64x56x56 through a subject in Java: %.1f s%n", (System.nanoTime() - start) * 1e-9);
    assertEquals(1, report.at("/counts/graded").asInt());
    assertEquals(1, report.at("/suite/cases").asInt());
    assertTrue(report.at("/gate/passed").asBoolean(), report.toString());
  }
}
