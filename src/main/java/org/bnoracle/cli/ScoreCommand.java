package org.bnoracle.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.bnoracle.catalogue.Selection;
import org.bnoracle.catalogue.Suite;
import org.bnoracle.document.DocumentException;
import org.bnoracle.document.Manifest;
import org.bnoracle.document.Protocol;
import org.bnoracle.document.Recording;
import org.bnoracle.gate.Gate;
import org.bnoracle.gate.Verdict;
import org.bnoracle.subject.RecordedSubject;
import org.bnoracle.subject.Subject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** bn-oracle score. */
@Command(
    name = "score",
    description = "Grades outputs that were computed elsewhere, from inputs that 'generate --inputs-only' wrote.",
    mixinStandardHelpOptions = true,
    footer = {
      "", "Example:", "  bn-oracle generate --as npz --inputs-only --out run",
      "  … the device reads run/ID/x.npy, … and writes run/ID/y.npy, … for every ID of run/run.json …",
      "  bn-oracle score run --hello hello.json",
      "", "hello.json says what the device implements; it has the form of the protocol's hello."
    })
final class ScoreCommand implements Callable<Integer> {
  @Mixin
  private Grading grading;

  @Mixin
  private GateOptions gateOptions;

  @Parameters(paramLabel = "DIR", description = "the folder with run.json and the outputs")
  private Path folder;

  @Option(names = "--hello", paramLabel = "FILE", required = true, description = "what the device implements")
  private Path hello;

  @Option(names = "--partial", description = "pass over cases without outputs")
  private boolean partial;

  @Override
  public Integer call() throws IOException {
    Gate gate = gateOptions.gate();
    Path file = folder.resolve(Recording.FILE_NAME);
    Recording recording = Recording.read(Files.readAllBytes(file), file.toString());
    Selection selection = selection(recording, file);
    List<Suite.Evaluated> parts = grading.evaluated(selection);
    Manifest manifest = Grading.manifest(selection, parts);
    if (!manifest.identity().equals(recording.sha256())) {
      throw new DocumentException(file + ": /sha256: these are inputs of another suite than %s makes; generate them again"
          .formatted(Product.NAME_AND_VERSION));
    }
    String line = Files.readString(hello, StandardCharsets.UTF_8);
    Subject subject = new RecordedSubject(Protocol.hello(line), folder, partial);
    List<Verdict> verdicts = grading.judge(gate, List.of(subject), manifest, parts);
    gateOptions.tell(verdicts);
    return grading.print(verdicts);
  }

  /** The selection of the command that wrote the inputs. */
  private static Selection selection(Recording recording, Path file) {
    try {
      return SelectionOptions.parse(recording.selection());
    } catch (ParameterException e) {
      throw new DocumentException(file + ": /selection: " + e.getMessage(), e);
    }
  }
}
