package org.bnoracle.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bnoracle.document.DocumentException;
import org.bnoracle.document.VectorFile;
import org.bnoracle.document.Vectors;

/** Where a command's document comes from: a file, or - for standard input. */
record Source(String name) {
  private static final long LIMIT = 256L << 20;

  /** @throws DocumentException if there is no such document, or it is too large */
  byte[] bytes() throws IOException {
    if (name.equals("-")) {
      return read(System.in, "standard input");
    }
    Path file = Path.of(name);
    if (Files.isDirectory(file)) {
      throw new DocumentException(name + ": is a directory; a file is expected");
    }
    if (Files.size(file) > LIMIT) {
      throw tooLarge(name);
    }
    try (InputStream stream = Files.newInputStream(file)) {
      return read(stream, name);
    }
  }

  private static byte[] read(InputStream stream, String name) throws IOException {
    byte[] bytes = stream.readNBytes((int) LIMIT + 1);
    if (bytes.length > LIMIT) {
      throw tooLarge(name);
    }
    return bytes;
  }

  private static DocumentException tooLarge(String name) {
    return new DocumentException(name + ": is larger than 256 MiB; split the document into several");
  }

  /** Where the files lie that the document may name; null for standard input. */
  Path folder() {
    return name.equals("-") ? null : Path.of(name).toAbsolutePath().getParent();
  }

  VectorFile vectors() throws IOException {
    return Vectors.read(bytes(), name.equals("-") ? "standard input" : name, folder());
  }
}
