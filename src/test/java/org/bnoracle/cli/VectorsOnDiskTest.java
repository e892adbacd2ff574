package org.bnoracle.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bnoracle.document.AtomicFile;
import org.bnoracle.document.Manifest;
import org.bnoracle.document.Schema;
import org.bnoracle.document.Vectors;
import org.bnoracle.operation.Operation;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** generate and verify. */
class VectorsOnDiskTest {
  private static final Path COMMITTED = Path.of("golden-vectors");
  private static final String NAME = "training-forward/well-scaled.f32.json";

  @TempDir
  static Path parent;

  private static Path generated;
  private static Path outside;

  @TempDir
  Path folder;

  private Path vectors;

  @BeforeAll
  static void generate() throws IOException {
    generated = parent.resolve("vectors");
    outside = parent.resolve("outside.json");
    Files.createDirectories(generated.resolve("old"));
    Files.writeString(generated.resolve("old/obsolete.json"), "{}");
    Files.writeString(generated.resolve("README.md"), "mine");
    Files.writeString(outside, "mine");
    AtomicFile.write(generated.resolve(Manifest.FILE_NAME), new Manifest("core", "old", List.of(
        new Manifest.Entry("old/obsolete.json", "0", 1), new Manifest.Entry("../outside.json", "0", 1))).bytes());
    Run run = Run.of("generate", "--out", generated.toString()).assertSuccess();
    assertTrue(run.out().endsWith(" cases of core below " + generated + "\n"), run.out());
  }

  @BeforeEach
  void makeASmallFolder() throws IOException {
    vectors = folder.resolve("vectors");
    byte[] bytes = Files.readAllBytes(COMMITTED.resolve(NAME));
    AtomicFile.write(vectors.resolve(NAME), bytes);
    for (Operation operation : Operation.values()) {
      AtomicFile.write(vectors.resolve(Schema.path(operation)), Schema.of(operation).bytes());
    }
    writeManifest(bytes);
  }

  private void writeManifest(byte[] bytes) throws IOException {
    int cases = Vectors.read(bytes, NAME).vectors().size();
    AtomicFile.write(vectors.resolve(Manifest.FILE_NAME),
        new Manifest("core", "me", List.of(Manifest.Entry.of(NAME, bytes, cases))).bytes());
  }

  private void assertFaults(String... expected) {
    Run run = Run.of("verify", vectors.toString());
    List<String> lines = run.out().lines().toList();
    assertEquals(List.of(expected), lines.subList(0, lines.size() - 1));
    assertTrue(lines.get(lines.size() - 1).endsWith(expected.length + " faults"), run.out());
    assertEquals(expected.length == 0 ? 0 : 1, run.code());
    assertEquals("", run.err());
  }

  @Test
  void theCommittedVectorsAreWhatTheGeneratorWrites() throws IOException {
    assertEquals(Trees.hashes(generated.resolve("training-forward")), Trees.hashes(COMMITTED.resolve("training-forward")));
    assertEquals(Trees.hashes(COMMITTED, "README.md", "manifest-full.json", "manifest-large.json"), Trees.hashes(generated, "README.md"));
  }

  @Test
  void generatingRemovesItsOwnOldFilesOnly() {
    assertFalse(Files.exists(generated.resolve("old/obsolete.json")));
    assertTrue(Files.exists(generated.resolve("README.md")));
    assertTrue(Files.exists(outside));
  }

  @Test
  void generatingAnotherSuiteIntoTheFolderIsRefused() throws IOException {
    String before = Files.readString(vectors.resolve(Manifest.FILE_NAME));
    Run.of("generate", "--family", "sizes", "--format", "f32", "--out", vectors.toString())
        .assertComplaintStarts(2, vectors + ": holds the suite core, not ");
    assertEquals(before, Files.readString(vectors.resolve(Manifest.FILE_NAME)));
  }

  @Test
  void generatingIntoAFileIsRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "mine");
    Run.of("generate", "--out", file.toString()).assertComplaint(2, file + ": is a file; a folder is expected");
    assertEquals("mine", Files.readString(file));
  }

  @Test
  void goodVectorsAreVerified() throws IOException {
    assertFaults();
    Run run = Run.of("verify", vectors.toString(), "--json").assertSuccess();
    assertEquals(1, run.json().path("files").asInt());
    assertEquals(8, run.json().path("cases").asInt());
    assertEquals(0, run.json().path("faults").size());
    assertTrue(run.json().path("values").asInt() > 250, run.out());
  }

  @Test
  void oneFileIsVerifiedByItself() throws IOException {
    Run.of("verify", vectors.resolve(NAME).toString()).assertSuccess();
    Run.withInput(Files.readString(vectors.resolve(NAME)), "verify", "-").assertSuccess();
  }

  @Test
  void decimalsGiveASecondOpinion() {
    Run run = Run.of("verify", vectors.toString(), "--decimal", "60").assertSuccess();
    assertTrue(run.out().contains(" 0 refuted"), run.out());
  }

  @Test
  void anotherHashIsAFault() throws IOException {
    Files.writeString(vectors.resolve(NAME), Files.readString(vectors.resolve(NAME)) + " ");
    assertFaults(NAME + ": has another SHA-256 than the manifest says");
  }

  @Test
  void anotherValueIsAFaultThatNamesTheElement() throws IOException {
    String text = Files.readString(vectors.resolve(NAME));
    int outputs = text.indexOf("\"mean\"");
    int data = text.indexOf("\"data\": [ ", outputs) + "\"data\": [ ".length();
    String value = text.substring(data, text.indexOf(',', data));
    byte[] changed = (text.substring(0, data) + "7.5" + text.substring(data + value.length())).getBytes(UTF_8);
    Files.write(vectors.resolve(NAME), changed);
    writeManifest(changed);
    assertFaults("training-forward/well-scaled/f32/0001 mean[0]: published 7.5, expected " + value);
  }

  @Test
  void aMissingFileIsAFault() throws IOException {
    Files.delete(vectors.resolve(NAME));
    assertFaults(NAME + ": is in the manifest, but not in the folder");
  }

  @Test
  void aFileThatTheManifestDoesNotNameIsAFault() throws IOException {
    Files.copy(vectors.resolve(NAME), vectors.resolve("training-forward/more.f32.json"));
    assertFaults("training-forward/more.f32.json: is not in the manifest");
  }

  @Test
  void anotherNumberOfCasesIsAFault() throws IOException {
    byte[] bytes = Files.readAllBytes(vectors.resolve(NAME));
    AtomicFile.write(vectors.resolve(Manifest.FILE_NAME),
        new Manifest("core", "me", List.of(Manifest.Entry.of(NAME, bytes, 9))).bytes());
    assertFaults(NAME + ": has 8 cases, the manifest says 9");
  }

  @Test
  void anotherSchemaIsAFault() throws IOException {
    Path schema = vectors.resolve(Schema.path(Operation.INFERENCE_FORWARD));
    Files.writeString(schema, "{}");
    assertFaults(Schema.path(Operation.INFERENCE_FORWARD) + ": is not the schema of this version");
    Files.delete(schema);
    assertFaults(Schema.path(Operation.INFERENCE_FORWARD) + ": is not in the folder");
  }

  @Test
  void aPathOutOfTheFolderIsAFault() throws IOException {
    Files.copy(vectors.resolve(NAME), folder.resolve("outside.json"));
    AtomicFile.write(vectors.resolve(Manifest.FILE_NAME), new Manifest("core", "me", List.of(
        Manifest.Entry.of("../outside.json", Files.readAllBytes(folder.resolve("outside.json")), 8))).bytes());
    assertFaults("../outside.json: is in the manifest, but not in the folder", NAME + ": is not in the manifest");
  }

  @Test
  void outputsThatAreNotThereAreAFault() throws IOException {
    String text = Files.readString(vectors.resolve(NAME)).replaceFirst("\"inverse_std\": \\{[^}]*\\},?", "");
    Files.writeString(vectors.resolve(NAME), text);
    Run run = Run.of("verify", vectors.resolve(NAME).toString());
    assertEquals(1, run.code());
    assertTrue(run.out().contains("required property 'inverse_std' not found"), run.out());
  }

  @Test
  void aFolderWithoutAManifestIsBadInput() throws IOException {
    Files.delete(vectors.resolve(Manifest.FILE_NAME));
    Run.of("verify", vectors.toString()).assertComplaint(2, vectors.resolve(Manifest.FILE_NAME) + ": no such file");
  }
}
