package org.bnoracle.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.bnoracle.document.Manifest;

/** Folders as maps. */
final class Trees {
  private Trees() {}

  /** Path → hash of every file but those named. */
  static SortedMap<String, String> hashes(Path folder, String... ignored) throws IOException {
    SortedMap<String, String> hashes = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String path = folder.relativize(file).toString();
        if (!List.of(ignored).contains(path)) {
          hashes.put(path, Manifest.sha256(Files.readAllBytes(file)));
        }
      }
    }
    return hashes;
  }
}
