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
import org.bnoracle.catalogue.Suite;
import org.bnoracle.conformance.Conformance;
import org.bnoracle.conformance.Report;
import org.bnoracle.document.Manifest;
import org.bnoracle.report.ReportJson;
import org.bnoracle.report.ReportText;
import org.bnoracle.subject.BuiltIn;
import org.bnoracle.subject.ProcessSubject;
import org.bnoracle.subject.Subject;
import org.bnoracle.subject.SubjectFolder;
import picocli.CommandLine.Command;
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
      "", "Examples:", "  bn-oracle conform", "  bn-oracle conform onnxruntime --json",
      "  bn-oracle conform path/to/folder-with-subject.json", "  bn-oracle conform -- python3 my_subject.py"
    })
final class ConformCommand implements Callable<Integer> {
  @Spec
  private CommandSpec spec;

  @Parameters(
      paramLabel = "SUBJECT", arity = "0..*",
      description = "a name from 'list subjects', a folder with a subject.json, or -- and a command that speaks the protocol")
  private List<String> target = List.of();

  @Option(names = "--json", description = "print the report as JSON")
  private boolean json;

  @Option(names = "--timeout", paramLabel = "SECONDS", defaultValue = "60", description = "how long an answer may take (${DEFAULT-VALUE})")
  private int timeout;

  @Override
  public Integer call() throws IOException {
    if (timeout < 1) {
      throw new ParameterException(spec.commandLine(), "--timeout must be at least 1, was " + timeout);
    }
    List<Report> reports = new ArrayList<>();
    List<Subject> subjects = subjects();
    List<Suite.Evaluated> parts;
    try (Progress progress = Progress.of("exact results", Suite.parts().size())) {
      parts = Suite.evaluate(Product.NAME_AND_VERSION, part -> progress.step());
    }
    for (Subject subject : subjects) {
      reports.add(run(subject, parts));
    }
    print(reports);
    return exitCode(reports);
  }

  private static Report run(Subject subject, List<Suite.Evaluated> parts) {
    Manifest manifest = Suite.manifest(Product.NAME_AND_VERSION, parts);
    Report.SuiteIdentity identity =
        new Report.SuiteIdentity(manifest.suite(), Manifest.sha256(manifest.bytes()), manifest.cases());
    try (subject; Progress progress = Progress.of("conform", manifest.cases())) {
      return Conformance.run(subject, identity, parts, progress::step);
    }
  }

  private List<Subject> subjects() throws IOException {
    if (target.isEmpty()) {
      return Stream.of(BuiltIn.values()).map(builtIn -> builtIn.subject(Product.VERSION)).toList();
    }
    if (spec.commandLine().getParseResult().originalArgs().contains("--")) {
      return List.of(new ProcessSubject(target, Path.of("").toAbsolutePath(), Duration.ofSeconds(timeout)));
    }
    if (target.size() > 1) {
      throw new ParameterException(spec.commandLine(), "one subject at a time; put -- before a command");
    }
    String name = target.get(0);
    Optional<BuiltIn> builtIn = BuiltIn.named(name);
    return List.of(builtIn.isPresent() ? builtIn.get().subject(Product.VERSION) : prepared(folder(name)));
  }

  private SubjectFolder folder(String name) throws IOException {
    Path path = Path.of(name);
    if (SubjectFolder.isOne(path)) {
      return SubjectFolder.of(path);
    }
    Path shipped = Product.subjects().resolve(name);
    if (SubjectFolder.isOne(shipped)) {
      return SubjectFolder.of(shipped);
    }
    throw new ParameterException(spec.commandLine(), Files.isDirectory(path)
        ? "the folder " + name + " has no subject.json"
        : "no subject '" + name + "'; see 'bn-oracle list subjects', or put -- before a command");
  }

  private Subject prepared(SubjectFolder folder) throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    folder.prepare(command -> err.printf("preparing %s: %s%n", folder.description().name(), command));
    return folder.subject(Duration.ofSeconds(timeout));
  }

  private void print(List<Report> reports) {
    if (json) {
      Printing.document(spec, ReportJson.bytes(reports));
    } else {
      ReportText.print(reports, spec.commandLine().getOut());
    }
  }

  private static int exitCode(List<Report> reports) {
    if (!reports.stream().allMatch(Report::isGraded)) {
      return Complaints.NOT_RUN;
    }
    return reports.stream().allMatch(report -> report.gate().passed()) ? 0 : Complaints.FAILED;
  }
}
