package org.bnoracle.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.bnoracle.catalogue.Selection;
import org.bnoracle.catalogue.Suite;
import org.bnoracle.gate.Gate;
import org.bnoracle.gate.Verdict;
import org.bnoracle.subject.BuiltIn;
import org.bnoracle.subject.ProcessSubject;
import org.bnoracle.subject.Subject;
import org.bnoracle.subject.SubjectFolder;
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
      "", "Examples:", "  bn-oracle conform", "  bn-oracle conform onnxruntime --json",
      "  bn-oracle conform path/to/folder-with-subject.json", "  bn-oracle conform -- python3 my_subject.py"
    })
final class ConformCommand implements Callable<Integer> {
  @Spec
  private CommandSpec spec;

  @Parameters(
      paramLabel = "SUBJECT", arity = "0..*",
      description = "a name from 'list subjects', a folder with a subject.json, a program that speaks the protocol, or -- and a command")
  private List<String> target = List.of();

  @Mixin
  private SelectionOptions options;

  @Mixin
  private Grading grading;

  @Mixin
  private GateOptions gateOptions;

  @Option(names = "--timeout", paramLabel = "SECONDS", defaultValue = "60", description = "how long an answer may take (${DEFAULT-VALUE})")
  private int timeout;

  @Override
  public Integer call() throws IOException {
    if (timeout < 1) {
      throw new ParameterException(spec.commandLine(), "--timeout must be at least 1, was " + timeout);
    }
    Gate gate = gateOptions.gate();
    if (gate.baseline().isPresent() && target.isEmpty()) {
      throw new ParameterException(spec.commandLine(), "--baseline compares one subject; name it");
    }
    Selection selection = options.selection();
    List<Subject> subjects = subjects();
    List<Suite.Evaluated> parts = grading.evaluated(selection);
    List<Verdict> verdicts = grading.judge(gate, subjects, Grading.manifest(selection, parts), parts);
    gateOptions.tell(verdicts);
    return grading.print(verdicts);
  }

  private List<Subject> subjects() throws IOException {
    if (target.isEmpty()) {
      return Stream.of(BuiltIn.values()).map(builtIn -> builtIn.subject(Product.VERSION)).toList();
    }
    if (spec.commandLine().getParseResult().originalArgs().contains("--")) {
      return List.of(process(target));
    }
    if (target.size() > 1) {
      throw new ParameterException(spec.commandLine(), "one subject at a time; put -- before a command");
    }
    return List.of(subject(target.get(0)));
  }

  private Subject subject(String name) throws IOException {
    Optional<BuiltIn> builtIn = BuiltIn.named(name);
    if (builtIn.isPresent()) {
      return builtIn.get().subject(Product.VERSION);
    }
    Path program = Path.of(name);
    return Files.isRegularFile(program) && Files.isExecutable(program)
        ? process(List.of(program.toAbsolutePath().toString()))
        : prepared(folder(name));
  }

  private Subject process(List<String> command) {
    return new ProcessSubject(command, Path.of("").toAbsolutePath(), Duration.ofSeconds(timeout));
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
}
