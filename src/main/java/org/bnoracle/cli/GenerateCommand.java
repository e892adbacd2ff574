package org.bnoracle.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.bnoracle.catalogue.Suite;
import org.bnoracle.document.AtomicFile;
import org.bnoracle.document.DocumentException;
import org.bnoracle.document.Manifest;
import org.bnoracle.document.Schema;
import org.bnoracle.operation.Operation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** bn-oracle generate. */
@Command(
    name = "generate",
    description = "Writes the golden vectors: the same bytes on every machine.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example:", "  bn-oracle generate --out golden-vectors"})
final class GenerateCommand implements Callable<Integer> {
  @Spec
  private CommandSpec spec;

  @Option(names = "--out", paramLabel = "DIR", required = true, description = "the folder; made if it is not there")
  private Path folder;

  @Override
  public Integer call() throws IOException {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new DocumentException(folder + ": is a file; a folder is expected");
    }
    List<Suite.Evaluated> parts;
    try (Progress progress = Progress.of("generate", Suite.parts().size())) {
      parts = Suite.evaluate(Product.NAME_AND_VERSION, part -> progress.step());
    }
    Manifest manifest = Suite.manifest(Product.NAME_AND_VERSION, parts);
    write(parts, manifest);
    PrintWriter out = spec.commandLine().getOut();
    out.printf("%d cases in %d files below %s%n", manifest.cases(), parts.size(), folder);
    return 0;
  }

  /** The manifest comes last, so that a folder with a manifest is whole. */
  private void write(List<Suite.Evaluated> parts, Manifest manifest) throws IOException {
    Set<String> obsolete = pathsOf(folder.resolve(Manifest.FILE_NAME));
    for (Suite.Evaluated part : parts) {
      AtomicFile.write(folder.resolve(part.part().path()), part.bytes());
      obsolete.remove(part.part().path());
    }
    for (Operation operation : Operation.values()) {
      AtomicFile.write(folder.resolve(Schema.path(operation)), Schema.of(operation).bytes());
    }
    AtomicFile.write(folder.resolve(Manifest.FILE_NAME), manifest.bytes());
    for (String path : obsolete) {
      Files.deleteIfExists(folder.resolve(path));
    }
  }

  private static Set<String> pathsOf(Path manifest) throws IOException {
    Set<String> paths = new HashSet<>();
    if (Files.exists(manifest)) {
      Manifest.read(Files.readAllBytes(manifest), manifest.toString()).files().forEach(file -> paths.add(file.path()));
    }
    return paths;
  }
}
