package org.bnoracle.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.bnoracle.catalogue.Selection;
import org.bnoracle.catalogue.Suite;
import org.bnoracle.document.AtomicFile;
import org.bnoracle.power.FaultMatrix;
import org.bnoracle.power.MutantResults;
import org.bnoracle.power.Power;
import org.bnoracle.report.FaultsJson;
import org.bnoracle.report.FaultsMarkdown;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** bn-oracle faults. */
@Command(
    name = "faults",
    description = "Runs every known fault, and every mutant of the equations, through the golden vectors, and says what catches them.",
    mixinStandardHelpOptions = true,
    footer = {
      "", "Examples:", "  bn-oracle faults", "  bn-oracle faults --family well-scaled --format f32",
      "  bn-oracle faults --out reports"
    })
final class FaultsCommand implements Callable<Integer> {
  @Spec
  private CommandSpec spec;

  @Option(names = "--out", paramLabel = "DIR", description = "write faults.json and faults.md there")
  private Path folder;

  @Option(names = "--json", description = "print JSON")
  private boolean json;

  @Mixin
  private SelectionOptions options;

  @Override
  public Integer call() throws IOException {
    Selection selection = options.selection();
    List<Suite.Part> parts = selection.parts();
    if (parts.isEmpty()) {
      throw new ParameterException(spec.commandLine(), "there is no case of this selection");
    }
    Power power = power(selection, parts);
    byte[] document = FaultsJson.bytes(power);
    if (folder != null) {
      AtomicFile.write(folder.resolve("faults.json"), document);
      AtomicFile.write(folder.resolve("faults.md"), FaultsMarkdown.bytes(power));
    }
    if (json) {
      Printing.document(spec, document);
    } else {
      print(power);
    }
    return selection.equals(Selection.ALL) && !power.isComplete() ? Complaints.FAILED : 0;
  }

  private static Power power(Selection selection, List<Suite.Part> parts) {
    try (Progress progress = Progress.of("faults", Power.steps())) {
      return Power.of(selection.name(), parts, progress::step);
    }
  }

  private void print(Power power) {
    for (FaultMatrix.Row row : power.faults().rows()) {
      spec.commandLine().getOut().printf("%-32s %s%n", row.fault().label(), row.caught()
          .map(found -> "%s in %s".formatted(found.worst().label(), found.question().id())).orElse("not caught"));
    }
    long caught = power.faults().rows().stream().filter(row -> row.caught().isPresent()).count();
    spec.commandLine().getOut().printf("%d of %d faults are caught by %s, %d cases%n",
        caught, power.faults().rows().size(), power.suite(), power.cases());
    MutantResults mutants = power.mutants();
    mutants.surviving().forEach(result -> spec.commandLine().getOut().printf(
        "not caught: %s, %s%n", result.mutant().operation().label(), result.mutant().label()));
    spec.commandLine().getOut().printf("%d mutants of the paper's text: %d caught, %d equivalent%n",
        mutants.all().size(), mutants.caught().size(), mutants.equivalent().size());
  }
}
