package org.bnoracle.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.bnoracle.catalogue.Families;
import org.bnoracle.catalogue.Family;
import org.bnoracle.catalogue.Suite;
import org.bnoracle.document.JsonOutput;
import org.bnoracle.document.Manifest;
import org.bnoracle.faults.Fault;
import org.bnoracle.operation.BugClass;
import org.bnoracle.subject.BuiltIn;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** bn-oracle list. */
@Command(
    name = "list",
    description = "Says what there is.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example:", "  bn-oracle list families"})
final class ListCommand implements Callable<Integer> {
  enum What {
    subjects,
    suites,
    families,
    faults
  }

  @Spec
  private CommandSpec spec;

  @Parameters(paramLabel = "WHAT", description = "${COMPLETION-CANDIDATES}")
  private What what;

  @Option(names = "--json", description = "print a JSON object, name → description")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    Map<String, String> entries = switch (what) {
      case subjects -> subjects();
      case suites -> suites();
      case families -> families();
      case faults -> faults();
    };
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      Printing.document(spec, JsonOutput.bytes(entries));
    } else {
      entries.forEach((name, description) -> out.printf("%-30s %s%n", name, description));
    }
    return 0;
  }

  private static Map<String, String> suites() {
    Map<String, String> entries = new LinkedHashMap<>();
    for (Suite suite : Suite.values()) {
      Manifest manifest = suite.published();
      entries.put(suite.label(), "%s: %d cases, sha256 %s".formatted(suite.description(), manifest.cases(), manifest.identity()));
    }
    return entries;
  }

  private static Map<String, String> families() {
    Map<String, String> entries = new LinkedHashMap<>();
    for (Family family : Families.ALL) {
      entries.put(family.name(), family.purpose());
    }
    return entries;
  }

  private static Map<String, String> faults() {
    Map<String, String> entries = new LinkedHashMap<>();
    for (Fault fault : Fault.values()) {
      entries.put(fault.label(), "%s (bug class %d)".formatted(fault.sentence(), fault.bugClass().number()));
    }
    for (BugClass bugClass : BugClass.values()) {
      bugClass.missingCapability().ifPresent(missing -> entries.put("(bug class %d)".formatted(bugClass.number()),
          "%s: no case shows it, for want of %s".formatted(bugClass.title(), missing)));
    }
    return entries;
  }

  private static Map<String, String> subjects() throws IOException {
    Map<String, String> entries = new LinkedHashMap<>();
    for (BuiltIn builtIn : BuiltIn.values()) {
      entries.put(builtIn.label(), "built in, " + builtIn.description());
    }
    for (Shipped subject : Shipped.all()) {
      entries.put(subject.name(),
          subject.folder().version() + (subject.folder().isPrepared() ? ", prepared" : ", will be prepared when first used"));
    }
    return entries;
  }
}
