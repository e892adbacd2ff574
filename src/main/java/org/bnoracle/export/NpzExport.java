package org.bnoracle.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bnoracle.catalogue.Suite;
import org.bnoracle.document.ArchiveIndex;
import org.bnoracle.document.Manifest;
import org.bnoracle.document.Vector;
import org.bnoracle.document.Vectors;
import org.bnoracle.exchange.Npz;

/** NumPy archives: OPERATION/FAMILY.FORMAT.npz, and index.json with all that is not numbers. */
public final class NpzExport {
  private NpzExport() {}

  /** Fills an empty folder. */
  public static void write(Path folder, List<Suite.Evaluated> parts, Manifest manifest) throws IOException {
    Map<String, List<Vector>> archives = new LinkedHashMap<>();
    for (Suite.Evaluated part : parts) {
      List<Vector> vectors = Vectors.read(part.bytes(), part.part().path()).vectors();
      String path = part.part().path().replaceAll("\\.json$", ".npz");
      Files.createDirectories(folder.resolve(path).getParent());
      Files.write(folder.resolve(path), Npz.bytes(ArchiveIndex.tensors(vectors)));
      archives.put(path, vectors);
    }
    Files.write(folder.resolve(ArchiveIndex.FILE_NAME), new ArchiveIndex(manifest, archives).bytes());
  }
}
