package org.bnoracle.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.bnoracle.catalogue.Selection;
import org.bnoracle.catalogue.Suite;
import org.bnoracle.conformance.Report;
import org.bnoracle.document.AtomicFile;
import org.bnoracle.document.Manifest;
import org.bnoracle.gate.Gate;
import org.bnoracle.gate.Verdict;
import org.bnoracle.report.ReportJson;
import org.bnoracle.report.ReportText;
import org.bnoracle.subject.BuiltIn;
import org.bnoracle.subject.ProcessSubject;
import org.bnoracle.subject.Subject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** bn-oracle conform. */
@Command(
    name = "conform",
    description = "Runs a subject through the golden vectors; without one, the built-in good and bad ones.",
    mixinStandardHelpOptions = true,
    footer = {
      "", "Examples:", "  bn-oracle conform", "  bn-oracle conform onnxruntime --json", "  bn-oracle conform all --out reports/results",
      "  bn-oracle conform path/to/folder-with-subject.json", "  bn-oracle conform -- python3 my_subject.py"
    })
final class ConformCommand implements Callable<Integer> {
  @Spec
  private CommandSpec spec;

  @Parameters(
      paramLabel = "SUBJECT", arity = "0..*",
      description = {
        "a name from 'list subjects', a folder with a subject.json, a program that speaks the protocol, or -- and a command;",
        "all: every subject that comes with the project and is prepared"
      })
  private List<String> target = List.of();

  @Mixin
  private SelectionOptions options;

  @Mixin
  private Grading grading;

  @Mixin
  private GateOptions gateOptions;

  @Option(names = "--out", paramLabel = "DIR", description = "write each report as DIR/SUBJECT.json")
  private Path out;

  @Option(names = "--prepare", description = "with all: prepare what is not")
  private boolean prepare;

  @Option(names = "--timeout", paramLabel = "SECONDS", defaultValue = "60", description = "how long an answer may take (${DEFAULT-VALUE})")
  private int timeout;

  @Override
  public Integer call() throws IOException {
    require(timeout >= 1, "--timeout must be at least 1, was " + timeout);
    Gate gate = gateOptions.gate();
    boolean isRound = target.equals(List.of("all")) && !isCommand();
    require(!isRound || !gateOptions.areForOneRun(), "--baseline, --junit, --summary and --annotations are for one subject; name it");
    require(isRound || !prepare, "--prepare goes with all; a named subject is prepared anyway");
    Selection selection = options.selection();
    List<Subject> subjects = isRound ? List.of() : subjects();
    require(gate.baseline().isEmpty() || !target.isEmpty() && subjects.size() == 1, "--baseline compares one subject; name it");
    List<Suite.Evaluated> parts = grading.evaluated(selection);
    Manifest manifest = Grading.manifest(selection, parts);
    if (isRound) {
      return round(gate, Report.SuiteIdentity.of(manifest), parts);
    }
    List<Verdict> verdicts = grading.judge(gate, subjects, manifest, parts);
    gateOptions.tell(verdicts);
    for (Verdict verdict : verdicts) {
      write(verdict);
    }
    return grading.print(verdicts);
  }

  private int round(Gate gate, Report.SuiteIdentity suite, List<Suite.Evaluated> parts) throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    PrintWriter lines = grading.json() ? err : spec.commandLine().getOut();
    List<byte[]> documents = new ArrayList<>();
    Round round = new Round(prepare, Duration.ofSeconds(timeout), err,
        subject -> Grading.judge(gate, subject, suite, parts), verdict -> {
          write(verdict);
          lines.println(ReportText.line(verdict));
          if (grading.json()) {
            documents.add(ReportJson.bytes(List.of(verdict)));
          }
        });
    int code = round.run(Shipped.all());
    round.summary().forEach(lines::println);
    if (grading.json()) {
      Printing.document(spec, ReportJson.array(documents));
    }
    return code;
  }

  private void write(Verdict verdict) throws IOException {
    if (out != null) {
      AtomicFile.write(out.resolve(verdict.report().subject().name() + ".json"), ReportJson.bytes(List.of(verdict)));
    }
  }

  private void require(boolean condition, String message) {
    if (!condition) {
      throw new ParameterException(spec.commandLine(), message);
    }
  }

  private boolean isCommand() {
    return spec.commandLine().getParseResult().originalArgs().contains("--");
  }

  private List<Subject> subjects() throws IOException {
    if (target.isEmpty()) {
      return BuiltIn.SHOWN.stream().map(builtIn -> builtIn.subject(Product.VERSION)).toList();
    }
    if (isCommand()) {
      return List.of(process(target));
    }
    require(target.size() == 1, "one subject at a time; put -- before a command");
    return subjects(target.get(0));
  }

  private List<Subject> subjects(String name) throws IOException {
    Optional<BuiltIn> builtIn = BuiltIn.named(name);
    if (builtIn.isPresent()) {
      return List.of(builtIn.get().subject(Product.VERSION));
    }
    Path program = Path.of(name);
    if (Files.isRegularFile(program) && Files.isExecutable(program)) {
      return List.of(process(List.of(program.toAbsolutePath().toString())));
    }
    List<Shipped> shipped = Shipped.named(name);
    require(!shipped.isEmpty(), Files.isDirectory(program)
        ? "the folder " + name + " has no subject.json"
        : "no subject '" + name + "'; see 'bn-oracle list subjects', or put -- before a command");
    List<Subject> subjects = new ArrayList<>();
    for (Shipped subject : shipped) {
      subject.prepare(spec.commandLine().getErr());
      subjects.add(subject.subject(Duration.ofSeconds(timeout)));
    }
    return subjects;
  }

  private Subject process(List<String> command) {
    return new ProcessSubject(command, Path.of("").toAbsolutePath(), Duration.ofSeconds(timeout));
  }
}
