package org.bnoracle.formal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The proofs about the Java text are about the text of today; -Dbnoracle.update=true writes them. */
class GeneratedProofsTest {
  private static final Path FOLDER = Path.of("spec", "coq", "generated");

  @Test
  void theyAreWhatTheTextYields() throws IOException {
    Map<String, String> files = GeneratedProofs.files();
    if (Boolean.getBoolean("bnoracle.update")) {
      Files.createDirectories(FOLDER);
      for (Map.Entry<String, String> file : files.entrySet()) {
        Files.writeString(FOLDER.resolve(file.getKey()), file.getValue());
      }
    }
    Map<String, String> committed = new TreeMap<>();
    try (Stream<Path> paths = Files.list(FOLDER)) {
      for (Path path : paths.toList()) {
        committed.put(path.getFileName().toString(), Files.readString(path));
      }
    }
    assertEquals(files, committed, "spec/coq/generated is out of date; write it with -Dbnoracle.update=true, then make -C spec/coq");
  }

  @Test
  void allOfThemAreProved() throws IOException {
    String project = Files.readString(Path.of("spec", "coq", "_CoqProject"));
    GeneratedProofs.files().keySet().forEach(name -> assertTrue(project.contains("generated/" + name), name));
  }

  @Test
  void mostFaultsAreRefuted() {
    assertTrue(Refutation.all().size() >= 40, "only " + Refutation.all().size());
  }

  @Test
  void aNumberOfNoSymbolIsNoTerm() {
    TermArithmetic terms = new TermArithmetic(Map.of(0.5, "x"));
    assertEquals("((x + 2) / (-3))", terms.over(terms.add(terms.of(0.5), terms.of(2)), -3));
    assertThrows(TermArithmetic.NoTermException.class, () -> terms.of(0.25));
  }
}
