package org.bnoracle.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Folders that are there whole or not at all. */
public final class AtomicFolder {
  private AtomicFolder() {}

  /** Fills a folder. */
  @FunctionalInterface
  public interface Writer {
    void write(Path folder) throws IOException;
  }

  /**
   * Writes beside the folder, then moves to its place.
   *
   * @throws DocumentException if there is something already, an empty folder aside
   */
  public static void write(Path folder, Writer writer) throws IOException {
    requireFree(folder);
    Path target = folder.toAbsolutePath().normalize();
    Files.createDirectories(target.getParent());
    Path draft = target.resolveSibling("." + target.getFileName() + ".part-" + ProcessHandle.current().pid());
    try {
      Files.createDirectory(draft);
      writer.write(draft);
      Files.deleteIfExists(target);
      Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      delete(draft);
    }
  }

  /** @throws DocumentException if there is something already, an empty folder aside */
  public static void requireFree(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      try (Stream<Path> content = Files.list(folder)) {
        if (content.findAny().isEmpty()) {
          return;
        }
      }
    }
    if (Files.exists(folder)) {
      throw new DocumentException(folder + ": is there already; remove it, or choose another folder");
    }
  }

  /** Removes a folder with all that is in it. */
  public static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    List<Path> deepestFirst;
    try (Stream<Path> all = Files.walk(folder)) {
      deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : deepestFirst) {
      Files.deleteIfExists(path);
    }
  }
}
