package org.bnoracle.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
  @TempDir
  Path folder;

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void theFileAndItsFoldersAreMade() throws IOException {
    AtomicFile.write(folder.resolve("a/b/c.txt"), "new".getBytes(UTF_8));
    assertEquals("new", Files.readString(folder.resolve("a/b/c.txt")));
  }

  @Test
  void anOldFileIsReplacedAndNothingElseIsLeft() throws IOException {
    Files.writeString(folder.resolve("c.txt"), "old and longer");
    AtomicFile.write(folder.resolve("c.txt"), "new".getBytes(UTF_8));
    assertEquals("new", Files.readString(folder.resolve("c.txt")));
    assertEquals(List.of("c.txt"), names());
  }

  @Test
  void whoeverReadsTheOldFileKeepsIt() throws IOException {
    Path file = folder.resolve("c.txt");
    Files.writeString(file, "old");
    try (var reader = Files.newBufferedReader(file)) {
      AtomicFile.write(file, "new".getBytes(UTF_8));
      assertEquals("old", reader.readLine());
    }
  }

  @Test
  void aWriteThatFailsAtTheMoveLeavesNothing() throws IOException {
    Path target = Files.createDirectories(folder.resolve("c.txt"));
    Files.writeString(target.resolve("kept"), "old");
    assertThrows(IOException.class, () -> AtomicFile.write(target, "new".getBytes(UTF_8)));
    assertEquals("old", Files.readString(target.resolve("kept")));
    assertEquals(List.of("c.txt"), names());
  }

  @Test
  void aWriteThatFailsBeforeTheMoveLeavesTheOldFile() throws IOException {
    Files.writeString(folder.resolve("c.txt"), "old");
    assertThrows(RuntimeException.class, () -> AtomicFile.write(folder.resolve("c.txt"), null));
    assertEquals("old", Files.readString(folder.resolve("c.txt")));
    assertEquals(List.of("c.txt"), names());
  }
}
