package org.bnoracle.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bnoracle.catalogue.Selection;
import org.bnoracle.catalogue.Suite;
import org.bnoracle.conformance.Streamed;
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
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** bn-oracle score. */
@Command(
    name = "score",
    description = "Grades outputs that were computed elsewhere: from inputs that 'generate --inputs-only' wrote, or the answers of a subject to 'generate --endless'.",
    mixinStandardHelpOptions = true,
    footer = {
      "", "Example:", "  bn-oracle generate --as npz --inputs-only --out run",
      "  … the device reads run/ID/x.npy, … and writes run/ID/y.npy, … for every ID of run/run.json …",
      "  bn-oracle score run --hello hello.json",
      "  bn-oracle generate --endless --format f32 | my-subject | bn-oracle score -",
      "", "hello.json says what the device implements; it has the form of the protocol's hello."
    })
final class ScoreCommand implements Callable<Integer> {
  private static final String STANDARD_INPUT = "-";
  private static final int GRACE_SECONDS = 30;

  @Spec
  private CommandSpec spec;

  @Mixin
  private Grading grading;

  @Mixin
  private GateOptions gateOptions;

  @Parameters(paramLabel = "DIR", description = "the folder with run.json and the outputs; - for lines on standard input")
  private Path folder;

  @Option(names = "--hello", paramLabel = "FILE", description = "what the device implements; needed with a folder")
  private Path hello;

  @Option(names = "--partial", description = "pass over cases without outputs")
  private boolean partial;

  @Override
  public Integer call() throws IOException {
    Gate gate = gateOptions.gate();
    boolean isStream = folder.toString().equals(STANDARD_INPUT);
    if (isStream != (hello == null) || isStream && partial) {
      throw new ParameterException(spec.commandLine(), isStream
          ? "--hello and --partial go with a folder; a stream begins with the hello"
          : "--hello is needed: what does the device implement?");
    }
    return isStream ? scoreStream(gate) : scoreFolder(gate);
  }

  /** To the stream's end, or until the user interrupts it; then too there is a report. */
  private int scoreStream(Gate gate) throws IOException {
    AtomicBoolean isOver = new AtomicBoolean();
    CountDownLatch told = new CountDownLatch(1);
    Thread onInterrupt = new Thread(() -> {
      isOver.set(true);
      await(told);
    });
    Runtime.getRuntime().addShutdownHook(onInterrupt);
    try (Progress progress = Progress.of("score", -1)) {
      BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      Streamed streamed = Streamed.run(lines, isOver::get, progress::step);
      gate.baseline().ifPresent(baseline -> baseline.requireSuite(streamed.report().suite()));
      List<Verdict> verdicts = List.of(gate.judge(streamed.report()));
      gateOptions.tell(verdicts);
      int code = grading.print(verdicts);
      streamed.trouble().ifPresent(trouble -> spec.commandLine().getErr().println("bn-oracle: " + trouble));
      return streamed.trouble().isPresent() ? Complaints.NOT_RUN : code;
    } finally {
      told.countDown();
      if (!isOver.get()) {
        Runtime.getRuntime().removeShutdownHook(onInterrupt);
      }
    }
  }

  private static void await(CountDownLatch told) {
    try {
      told.await(GRACE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private int scoreFolder(Gate gate) throws IOException {
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
