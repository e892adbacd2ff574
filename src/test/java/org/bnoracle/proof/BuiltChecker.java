package org.bnoracle.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.bnoracle.document.Vector;

/** The proved checker, built for the tests where Coq is installed. */
public final class BuiltChecker {
  static final Path HOME = Path.of(".");

  private BuiltChecker() {}

  /** Proves and builds the checker; without Coq it skips the test, and says so. */
  public static void require(String what) throws IOException, InterruptedException {
    boolean isThere = new ProcessBuilder("sh", "-c", "command -v coqc && command -v ocamlfind")
        .redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
    if (!isThere) {
      System.err.println("SKIPPED: " + what + ", because there is no coqc or ocamlfind (see spec/checker/README.md)");
    }
    assertTrue(isThere || !"required".equals(System.getenv("BN_ORACLE_FORMAL")), "the formal part must run, and there is no coqc or ocamlfind");
    assumeTrue(isThere, "no coqc or ocamlfind");
    run("make", "-C", "spec/checker");
  }

  /** Runs a command that must succeed, and returns what it says. */
  static String run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), said);
    return said;
  }

  /** What the checker says of vectors. */
  static Findings check(List<Vector> vectors) throws IOException {
    try (ProvedChecker checker = ProvedChecker.start(HOME)) {
      for (Vector vector : vectors) {
        checker.ask(vector);
      }
      return checker.finish();
    }
  }
}
