package org.bnoracle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bnoracle.Once;
import org.bnoracle.document.AtomicFile;
import org.bnoracle.document.Manifest;
import org.bnoracle.document.Schema;
import org.bnoracle.document.Vectors;
import org.bnoracle.operation.Operation;
import org.bnoracle.proof.FormalPart;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** verify --proof. */
@Once
@ExtendWith(FormalPart.class)
class VerifyProofIT {
  private static final String NAME = "training-forward/well-scaled.f32.json";

  @TempDir
  Path folder;

  @BeforeEach
  void makeASmallFolder() throws IOException {
    byte[] bytes = Files.readAllBytes(Path.of("golden-vectors", NAME));
    AtomicFile.write(folder.resolve(NAME), bytes);
    for (Operation operation : Operation.values()) {
      AtomicFile.write(folder.resolve(Schema.path(operation)), Schema.of(operation).bytes());
    }
    AtomicFile.write(folder.resolve(Manifest.FILE_NAME), new Manifest("small", "me", List.of(
        Manifest.Entry.of(NAME, bytes, Vectors.read(bytes, NAME).vectors().size()))).bytes());
  }

  private Run verify(String... options) {
    String[] words = new String[options.length + 3];
    words[0] = "verify";
    words[1] = folder.toString();
    words[2] = "--proof";
    System.arraycopy(options, 0, words, 3, options.length);
    return Run.of(words);
  }

  @Test
  void goodVectorsAreProved() throws IOException {
    Run run = verify("--json").assertSuccess();
    assertEquals(run.json().path("values").asLong(), run.json().at("/proof/proved").asLong());
    assertEquals(0, run.json().at("/proof/refuted").asLong());
    assertTrue(verify().out().contains(", 0 refuted, "));
  }

  @Test
  void theVerdictIsRecordedAndComparedFromThenOn() throws IOException {
    verify("--record").assertSuccess();
    verify().assertSuccess();
    Path manifest = folder.resolve(Manifest.FILE_NAME);
    String text = Files.readString(manifest);
    Files.writeString(manifest, text.replaceFirst("\"proved\": \\d+", "\"proved\": 7"));
    assertEquals(1, verify().code());
    assertTrue(verify().out().startsWith("manifest.json: its proof says "), verify().out());
    Files.writeString(manifest, text.replaceFirst("\"specification\": \"..", "\"specification\": \"xx"));
    assertTrue(verify().out().startsWith("manifest.json: its proof names the specification xx"), verify().out());
    Files.writeString(manifest, text.replaceFirst("\"generator\": \"me", "\"generator\": \"you"));
    assertTrue(verify().out().startsWith("manifest.json: its proof is about other files"), verify().out());
  }

  @Test
  void aWrongValueIsRefutedWithoutTheOracle() throws IOException {
    Path file = folder.resolve(NAME);
    String text = Files.readString(file);
    int data = text.indexOf("\"data\": [ ", text.indexOf("\"mean\"")) + "\"data\": [ ".length();
    Files.writeString(file, text.substring(0, data) + "7.5" + text.substring(text.indexOf(',', data)));
    Run run = Run.of("verify", file.toString(), "--proof");
    assertEquals(1, run.code());
    assertTrue(run.out().contains("mean[0]: published 7.5, by the proved checker not the exact result rounded once\n"), run.out());
  }

  @Test
  void aBoundThatIsTooSmallIsRefuted() throws IOException {
    Path file = folder.resolve(NAME);
    String text = Files.readString(file);
    int bound = text.indexOf("\"bound\": [ ", text.indexOf("\"mean\"")) + "\"bound\": [ ".length();
    Files.writeString(file, text.substring(0, bound) + "1.0E-30" + text.substring(text.indexOf(',', bound)));
    Run run = Run.of("verify", file.toString(), "--proof");
    assertEquals(1, run.code());
    assertTrue(run.out().contains("mean bound[0]: published 1.0E-30, by the proved checker less than a sound run may err\n"), run.out());
  }

  @Test
  void aVerdictOnAFileCannotBeRecorded() {
    Run.of("verify", folder.resolve(NAME).toString(), "--proof", "--record")
        .assertComplaintStarts(2, "--record needs --proof and a folder with a manifest");
  }
}
