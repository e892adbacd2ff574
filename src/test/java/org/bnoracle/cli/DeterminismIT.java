package org.bnoracle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bnoracle.catalogue.Suite;
import org.bnoracle.document.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The generator writes the committed bytes whatever the locale, the time zone, the encoding and the number of threads. */
class DeterminismIT {
  private static final Path COMMITTED = Path.of("golden-vectors");

  @TempDir
  Path folder;

  @ParameterizedTest
  @ValueSource(strings = {
    "-Duser.language=tr -Duser.country=TR -Djava.util.concurrent.ForkJoinPool.common.parallelism=1 -Dfile.encoding=ISO-8859-9",
    "-Duser.language=ar -Duser.country=EG -Duser.extensions=u-nu-arab -Djava.util.concurrent.ForkJoinPool.common.parallelism=4"
        + " -Duser.timezone=Pacific/Apia",
  })
  @Execution(ExecutionMode.CONCURRENT)
  void theBytesAreTheCommittedOnes(String options) throws IOException, InterruptedException {
    String said = run(Path.of("."), options, "generate", "--out", folder.toString());
    assertTrue(said.matches("[0-9]+ cases of core below .*\n"), said);
    assertEquals(Trees.hashes(COMMITTED, "README.md", "manifest-full.json", "manifest-large.json"), Trees.hashes(folder));
  }

  /** All of its files, by their hashes. */
  @ParameterizedTest
  @ValueSource(strings = {
    "-Duser.language=tr -Duser.country=TR -Djava.util.concurrent.ForkJoinPool.common.parallelism=1",
    "-Duser.language=ar -Duser.country=EG -Duser.extensions=u-nu-arab -Djava.util.concurrent.ForkJoinPool.common.parallelism=4"
  })
  @Execution(ExecutionMode.CONCURRENT)
  void theFullSuiteHasThePublishedHashes(String options) throws IOException, InterruptedException {
    String said = run(Path.of("."), options, "verify", "--suite", "full");
    Manifest published = Suite.FULL.published();
    assertEquals("%d files, %d cases made again and their hashes compared, 0 faults\n".formatted(
        published.files().size(), published.cases()), said);
    assertTrue(published.cases() >= 3000, said);
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void theFolderMayBeTheWorkingDirectory() throws IOException, InterruptedException {
    String said = run(COMMITTED, "-Xmx1g", "verify", ".");
    assertTrue(said.endsWith(" 0 faults\n"), said);
  }

  private static String run(Path directory, String options, String... args) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElseThrow()));
    command.addAll(Arrays.asList(options.split(" ")));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(Arrays.asList(args));
    ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(10, TimeUnit.MINUTES), "still running");
    assertEquals(0, process.exitValue(), said);
    return said;
  }
}
