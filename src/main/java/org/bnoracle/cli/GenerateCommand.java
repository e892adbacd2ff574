package org.bnoracle.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.bnoracle.catalogue.Endless;
import org.bnoracle.catalogue.Selection;
import org.bnoracle.catalogue.Suite;
import org.bnoracle.document.AtomicFile;
import org.bnoracle.document.DocumentException;
import org.bnoracle.document.Encoding;
import org.bnoracle.document.Hello;
import org.bnoracle.document.Manifest;
import org.bnoracle.document.Protocol;
import org.bnoracle.document.Recording;
import org.bnoracle.document.Schema;
import org.bnoracle.operation.Case;
import org.bnoracle.operation.Operation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** bn-oracle generate. */
@Command(
    name = "generate",
    description = "Writes the golden vectors: the same bytes on every machine.",
    mixinStandardHelpOptions = true,
    footer = {
      "", "Examples:", "  bn-oracle generate --out golden-vectors",
      "  bn-oracle generate --operation training-forward --format f32 --shape 32x64x56x56 --seed 7 --out mine",
      "  bn-oracle generate --as npz --inputs-only --out run",
      "  bn-oracle generate --endless --format f32 | my-subject | bn-oracle score -"
    })
final class GenerateCommand implements Callable<Integer> {
  @Spec
  private CommandSpec spec;

  @Option(names = "--out", paramLabel = "DIR", description = "the folder; made if it is not there")
  private Path folder;

  @Option(names = "--as", paramLabel = "FORM", defaultValue = "json", description = "json, or npz: a NumPy file for each tensor")
  private String form;

  @Option(names = "--inputs-only", description = "write the questions without the answers; grade what comes back with 'score'")
  private boolean inputsOnly;

  @Option(names = "--manifest-only", description = "write the hashes of the files, and not the files")
  private boolean manifestOnly;

  @Option(names = "--endless", description = "print cases without end, as the protocol's lines; see 'score -'")
  private boolean endless;

  @Option(names = "--limit", paramLabel = "N", description = "with --endless: end after so many cases all the same")
  private Long limit;

  @Option(names = "--hello", paramLabel = "FILE", description = "with --endless: only cases that a subject with this hello takes")
  private Path hello;

  @Mixin
  private SelectionOptions options;

  @Mixin
  private Grading grading;

  @Override
  public Integer call() throws IOException {
    if (endless == (folder != null)) {
      throw new ParameterException(spec.commandLine(), "either --out or --endless is needed");
    }
    if (!endless && (limit != null || hello != null)) {
      throw new ParameterException(spec.commandLine(), "--limit and --hello go with --endless");
    }
    if (endless) {
      return print();
    }
    if (!form.equals("json") && !form.equals("npz")) {
      throw new ParameterException(spec.commandLine(), "--as must be json or npz, was '" + form + "'");
    }
    if (manifestOnly && (inputsOnly || !options.selection().isWhole())) {
      throw new ParameterException(spec.commandLine(), "--manifest-only goes with a whole suite");
    }
    if (form.equals("npz") != inputsOnly) {
      throw new ParameterException(spec.commandLine(), "--as npz and --inputs-only go together");
    }
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new DocumentException(folder + ": is a file; a folder is expected");
    }
    Selection selection = options.selection();
    List<Suite.Part> parts = grading.parts(selection);
    Manifest manifest = manifestOnly ? writeManifest(selection, parts) : inputsOnly ? writeInputs(selection, parts) : write(selection, parts);
    grading.say(manifest, folder);
    return 0;
  }

  private Manifest writeManifest(Selection selection, List<Suite.Part> parts) throws IOException {
    Manifest manifest = Grading.publish(selection.name(), parts, (path, bytes) -> { });
    AtomicFile.write(folder.resolve(selection.suite().manifestFile()), manifest.bytes());
    return manifest;
  }

  private Manifest writeInputs(Selection selection, List<Suite.Part> parts) throws IOException {
    Manifest manifest = Grading.publish(selection.name(), parts, (path, bytes) -> { });
    Recording recording = new Recording(manifest.identity(), options.arguments());
    refuseAnotherRun(recording);
    recording.write(folder, parts.stream().flatMap(part -> part.cases().stream()).toList());
    return manifest;
  }

  /** Until nobody reads any more. */
  private int print() throws IOException {
    if (inputsOnly || manifestOnly || !form.equals("json")) {
      throw new ParameterException(spec.commandLine(), "--endless goes without --as, --inputs-only and --manifest-only");
    }
    Predicate<Case> isTaken = hello == null ? question -> true : taken(Protocol.hello(Files.readString(hello)));
    PrintWriter out = spec.commandLine().getOut();
    try {
      Endless cases = new Endless(options.selection(), isTaken);
      out.println(Protocol.GREETING);
      for (long i = 0; (limit == null || i < limit) && !out.checkError() && !System.out.checkError(); i++) {
        out.println(Protocol.line(cases.next(), EnumSet.of(Encoding.DECIMAL), null));
      }
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
    return 0;
  }

  private static Predicate<Case> taken(Hello subject) {
    return question -> subject.excludes(question).isEmpty();
  }

  /** Outputs that belong to other inputs must not be taken for outputs of these. */
  private void refuseAnotherRun(Recording recording) throws IOException {
    Path place = folder.resolve(Recording.FILE_NAME);
    if (Files.exists(place) && !Recording.read(Files.readAllBytes(place), place.toString()).sha256().equals(recording.sha256())) {
      throw new DocumentException(folder + ": holds the inputs of another suite; choose another folder");
    }
  }

  /** The manifest comes last, so that a folder with a manifest is whole. */
  private Manifest write(Selection selection, List<Suite.Part> parts) throws IOException {
    Set<String> obsolete = pathsOf(selection.name());
    Manifest manifest = Grading.publish(selection.name(), parts, (path, bytes) -> {
      try {
        AtomicFile.write(folder.resolve(path), bytes);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    });
    for (Operation operation : Operation.values()) {
      AtomicFile.write(folder.resolve(Schema.path(operation)), Schema.of(operation).bytes());
    }
    AtomicFile.write(folder.resolve(Manifest.FILE_NAME), manifest.bytes());
    manifest.files().forEach(file -> obsolete.remove(file.path()));
    for (String path : obsolete) {
      if (AtomicFile.isBelow(folder, folder.resolve(path))) {
        Files.deleteIfExists(folder.resolve(path));
      }
    }
    return manifest;
  }

  /** The files that an earlier version of this suite has left there. */
  private Set<String> pathsOf(String suite) throws IOException {
    Path place = folder.resolve(Manifest.FILE_NAME);
    if (!Files.exists(place)) {
      return new HashSet<>();
    }
    Manifest old = Manifest.read(Files.readAllBytes(place), place.toString());
    if (!old.suite().equals(suite)) {
      throw new DocumentException("%s: holds the suite %s, not %s; choose another folder".formatted(folder, old.suite(), suite));
    }
    return old.files().stream().map(Manifest.Entry::path).collect(Collectors.toCollection(HashSet::new));
  }
}
