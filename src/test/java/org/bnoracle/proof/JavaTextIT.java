package org.bnoracle.proof;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bnoracle.Once;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** That what the Java text computes is what the specification says; the statements are those of GeneratedProofsTest. */
@Once
@ExtendWith(FormalPart.class)
class JavaTextIT {
  private static final String FAULTS = "generated.JavaFaults";

  @Test
  void everyStatementAboutTheTextIsProved() throws IOException {
    int equal = 0;
    List<String> modules = CoqSources.modules().stream().filter(module -> module.startsWith("generated.")).toList();
    for (String module : modules) {
      assertProved(module);
      equal += module.equals(FAULTS) ? 0 : CoqSources.theorems(module).size();
    }
    int refuted = CoqSources.theorems(FAULTS).size();
    assertTrue(equal > 100 && refuted > 40, equal + " and " + refuted);
    FormalPart.report(FormalPart.Finding.JAVA_EQUATIONS_PROVED_EQUAL, "all %d, of every operation for m = 1 to 6, in every spelling for m = 3", equal);
    FormalPart.report(FormalPart.Finding.MUTANTS_REJECTED, "all %d faulty texts refuted", refuted);
  }

  /** Coq compiled this very file. */
  private static void assertProved(String module) throws IOException {
    String file = module.replace('.', '/') + ".v";
    Path built = Path.of("target", "coq", file);
    assertTrue(Files.mismatch(Path.of("spec", "coq", file), built) == -1, file + " is not what was built");
    Path compiled = Path.of(built + "o");
    assertTrue(Files.size(compiled) > 0 && !Files.getLastModifiedTime(compiled).toInstant().isBefore(Files.getLastModifiedTime(built).toInstant()),
        compiled + " is older than its source");
  }
}
