package org.bnoracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A program of the machine, and what came of running it. */
public record Program(int code, String said) {
  /** Skips the test, and says so in one line, where the command does not succeed. */
  public static void require(String what, String untested, String... command) throws IOException {
    boolean isThere;
    try {
      isThere = run(command).code == 0;
    } catch (IOException e) {
      isThere = false;
    }
    if (!isThere) {
      System.err.println("SKIPPED: " + untested + ", because there is no " + what);
    }
    assumeTrue(isThere, "no " + what);
  }

  /** Runs a command in the project's folder. */
  public static Program run(String... command) throws IOException {
    return run(Map.of(), List.of(command));
  }

  /** The same in an environment with more variables. */
  public static Program run(Map<String, String> environment, List<String> command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(Path.of("").toAbsolutePath().toFile()).redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process = builder.start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Program(process.onExit().join().exitValue(), said);
  }

  public Program assertSuccess() {
    assertEquals(0, code, said);
    return this;
  }
}
