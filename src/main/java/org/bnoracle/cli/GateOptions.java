package org.bnoracle.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.bnoracle.document.AtomicFile;
import org.bnoracle.document.DocumentException;
import org.bnoracle.gate.Baseline;
import org.bnoracle.gate.Gate;
import org.bnoracle.gate.Policy;
import org.bnoracle.gate.PolicyJson;
import org.bnoracle.gate.Verdict;
import org.bnoracle.report.Annotations;
import org.bnoracle.report.JUnitXml;
import org.bnoracle.report.Markdown;
import org.bnoracle.report.ReportJson;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What a run must meet, and how a build server is told. */
final class GateOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(names = "--gate", paramLabel = "POLICY", description = "what must be achieved; see spec/policy.schema.json")
  private Path policy;

  @Option(names = "--baseline", paramLabel = "REPORT", description = "a report of --json; nothing may be worse than there")
  private Path baseline;

  @Option(names = "--baseline-factor", paramLabel = "X", description = "how far errors may grow beyond the baseline's (2)")
  private Double factor;

  @Option(names = "--junit", paramLabel = "FILE", description = "write JUnit XML, a test case for each vector")
  private Path junit;

  @Option(names = "--summary", paramLabel = "FILE", description = "write a summary in Markdown")
  private Path summary;

  @Option(names = "--annotations", description = "print GitHub annotations on standard error")
  private boolean annotations;

  /** Reads what is asked for. */
  Gate gate() throws IOException {
    if (factor != null && (baseline == null || !(factor >= 1 && factor <= Double.MAX_VALUE))) {
      throw new ParameterException(spec.commandLine(), baseline == null
          ? "--baseline-factor goes with --baseline"
          : "--baseline-factor must be a number >= 1, was " + factor);
    }
    requireFile(junit);
    requireFile(summary);
    return new Gate(
        policy == null ? Policy.DEFAULT : PolicyJson.read(Files.readAllBytes(policy), policy.toString()),
        baseline == null ? Optional.empty() : Optional.of(ReportJson.baseline(
            Files.readAllBytes(baseline), baseline.toString(), factor == null ? Baseline.DEFAULT_FACTOR : factor)));
  }

  /** What can be asked for one run only. */
  boolean areForOneRun() {
    return baseline != null || junit != null || summary != null || annotations;
  }

  private static void requireFile(Path file) {
    if (file != null && Files.isDirectory(file)) {
      throw new DocumentException(file + ": is a folder; a file is expected");
    }
  }

  /** Writes what is asked for. */
  void tell(List<Verdict> verdicts) throws IOException {
    if (junit != null) {
      AtomicFile.write(junit, JUnitXml.bytes(verdicts));
    }
    if (summary != null) {
      AtomicFile.write(summary, Markdown.bytes(verdicts));
    }
    if (annotations) {
      Annotations.lines(verdicts).forEach(spec.commandLine().getErr()::println);
    }
  }
}
