package org.bnoracle.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.bnoracle.document.Vector;

/** The theorems and the proved checker, built for the tests where Coq is installed. */
final class BuiltChecker {
  static final Path HOME = Path.of(".");

  private BuiltChecker() {}

  static boolean hasCoq() {
    try {
      return new ProcessBuilder("sh", "-c", "command -v coqc && command -v ocamlfind")
          .redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Proves all that there is, and builds the checker. */
  static void build() throws IOException, InterruptedException {
    run("make", "-C", "spec/coq");
    run("make", "-C", "spec/checker");
  }

  /** Runs a command that must succeed, and returns what it says. */
  static String run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), said);
    return said;
  }

  /** What Coq says of a file that uses the theorems. */
  static String coqc(Path file) throws IOException, InterruptedException {
    return run("coqc", "-Q", "target/coq", "BN", file.toString());
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
