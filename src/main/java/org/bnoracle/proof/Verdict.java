package org.bnoracle.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.bnoracle.document.AtomicFile;
import org.bnoracle.document.Manifest;
import org.bnoracle.document.Proof;

/**
 * What the checker said of a folder of vectors.
 *
 * @param specification the hash of the checker's sources, see {@link Specification}
 */
public record Verdict(String specification, Findings.Count total) {
  /** @param home the project's folder */
  public static Verdict of(Findings findings, Path home) throws IOException {
    return new Verdict(Specification.sha256(home), findings.total());
  }

  /** The verdict as it stands in a manifest. */
  public Proof of(Manifest manifest) {
    return new Proof(specification, manifest.identity(), total.values(), total.proved(), total.special(), total.ruled());
  }

  /** Writes the verdict into the folder's manifest. */
  public void record(Path folder) throws IOException {
    Path place = folder.resolve(Manifest.FILE_NAME);
    Manifest manifest = Manifest.read(Files.readAllBytes(place), place.toString());
    AtomicFile.write(place, manifest.with(Optional.of(of(manifest))).bytes());
  }
}
