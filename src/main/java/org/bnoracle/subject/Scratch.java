package org.bnoracle.subject;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bnoracle.document.AtomicFolder;

/** A folder for the files of one case, removed when it is closed. */
record Scratch(Path folder) implements AutoCloseable {
  static Scratch create() throws IOException {
    return new Scratch(Files.createTempDirectory("bn-oracle-"));
  }

  @Override
  public void close() throws IOException {
    AtomicFolder.delete(folder);
  }
}
