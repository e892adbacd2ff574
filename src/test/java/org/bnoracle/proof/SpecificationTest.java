package org.bnoracle.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.bnoracle.document.DocumentException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpecificationTest {
  @TempDir
  Path home;

  private void write(String name, String text) throws IOException {
    Files.createDirectories(home.resolve(name).getParent());
    Files.writeString(home.resolve(name), text);
  }

  @Test
  void itIsWhatTheCheckerRequiresAndNothingElse() throws IOException {
    Set<String> names = Specification.sources(Path.of(".")).keySet();
    assertTrue(names.contains("spec/checker/main.ml") && names.contains("spec/coq/BN.v") && names.contains("spec/coq/Rounding.v"), names.toString());
    assertFalse(names.contains("spec/coq/Backward.v"), names.toString());
  }

  /** printf a > spec/checker/main.ml … && sha256sum spec/checker/Extract.v … | sha256sum */
  @Test
  void theHashIsThatOfTheFilesHashes() throws IOException {
    write("spec/checker/Extract.v", "From BN Require Import A B.\n");
    write("spec/checker/names.ml", "n");
    write("spec/checker/reader.ml", "r");
    write("spec/checker/main.ml", "a");
    write("spec/coq/A.v", "From BN Require Import B.\n");
    write("spec/coq/B.v", "b");
    write("spec/coq/C.v", "c");
    assertEquals("dc20578a3af683edd854c40c9468f8fbd8a0d86cc13d2b6af568473e6ca1c8fd", Specification.sha256(home));
  }

  @Test
  void aCheckerThatIsNotBuiltIsMissedInOneLine() {
    String message = assertThrows(DocumentException.class, () -> ProvedChecker.start(home)).getMessage();
    assertEquals(home.resolve("target/checker/bn-checker").toAbsolutePath()
        + ": is not built; install Coq, Coquelicot, Flocq, zarith and ocamlfind, then run 'make -C spec/checker'", message);
  }
}
