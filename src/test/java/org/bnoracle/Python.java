package org.bnoracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The python3 of the machine, where it has one. */
public final class Python {
  private Python() {}

  /** Skips the test, and says so, where there is none. */
  public static void require(String what) {
    boolean isThere;
    try {
      isThere = new ProcessBuilder("python3", "--version").redirectErrorStream(true).start().waitFor() == 0;
    } catch (IOException e) {
      isThere = false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      isThere = false;
    }
    if (!isThere) {
      System.err.println("SKIPPED: " + what + ", because there is no python3");
    }
    assumeTrue(isThere, "no python3");
  }

  /** What a script says; it must succeed. */
  public static String run(List<String> scriptAndArguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("python3"));
    command.addAll(scriptAndArguments);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), said);
    return said;
  }
}
