package org.bnoracle.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.bnoracle.catalogue.Selection;
import org.bnoracle.catalogue.Suite;
import org.bnoracle.conformance.Conformance;
import org.bnoracle.conformance.Report;
import org.bnoracle.document.Manifest;
import org.bnoracle.gate.Gate;
import org.bnoracle.gate.Verdict;
import org.bnoracle.report.ReportJson;
import org.bnoracle.report.ReportText;
import org.bnoracle.subject.Subject;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs subjects through selected cases, prints the reports, and gives the exit code. */
final class Grading {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(names = "--json", description = "print JSON")
  private boolean json;

  /** @throws ParameterException if there are none */
  List<Suite.Part> parts(Selection selection) {
    List<Suite.Part> parts = selection.parts();
    if (parts.isEmpty()) {
      throw new ParameterException(spec.commandLine(), "there is no case of this selection");
    }
    return parts;
  }

  /** The selected parts with the oracle's answers. */
  List<Suite.Evaluated> evaluated(Selection selection) {
    List<Suite.Part> parts = parts(selection);
    try (Progress progress = Progress.of("exact results", parts.size())) {
      return Suite.evaluate(parts, Product.NAME_AND_VERSION, part -> progress.step());
    }
  }

  /** Makes a suite's files, and keeps none. */
  static Manifest publish(String suite, List<Suite.Part> parts, BiConsumer<String, byte[]> write) throws IOException {
    try (Progress progress = Progress.of("exact results", parts.size())) {
      return Suite.publish(suite, parts, Product.NAME_AND_VERSION, (path, bytes) -> {
        write.accept(path, bytes);
        progress.step();
      });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  static Manifest manifest(Selection selection, List<Suite.Evaluated> parts) {
    return selection.manifest(Product.NAME_AND_VERSION, parts);
  }

  /** Says what was written. */
  void say(Manifest manifest, Path folder) {
    if (json) {
      Printing.document(spec, manifest.summary(folder.toString()));
    } else {
      spec.commandLine().getOut().printf("%d cases of %s below %s%n", manifest.cases(), manifest.suite(), folder);
    }
  }

  /** Runs the subjects through the cases, and judges them. */
  List<Verdict> judge(Gate gate, List<Subject> subjects, Manifest manifest, List<Suite.Evaluated> parts) {
    Report.SuiteIdentity suite = Report.SuiteIdentity.of(manifest);
    gate.baseline().ifPresent(baseline -> baseline.requireSuite(suite));
    List<Verdict> verdicts = new ArrayList<>();
    for (Subject subject : subjects) {
      try (subject) {
        verdicts.add(judge(gate, subject, suite, parts));
      }
    }
    return verdicts;
  }

  /** Runs a subject through the cases, and judges it. */
  static Verdict judge(Gate gate, Subject subject, Report.SuiteIdentity suite, List<Suite.Evaluated> parts) {
    try (Progress progress = Progress.of(subject.hello().name(), suite.cases())) {
      return gate.judge(Conformance.run(subject, suite, parts, progress::step));
    }
  }

  boolean json() {
    return json;
  }

  /** @return the exit code */
  int print(List<Verdict> verdicts) {
    if (json) {
      Printing.document(spec, ReportJson.bytes(verdicts));
    } else {
      ReportText.print(verdicts, spec.commandLine().getOut());
    }
    if (!verdicts.stream().allMatch(verdict -> verdict.report().isGraded())) {
      return Complaints.NOT_RUN;
    }
    return verdicts.stream().allMatch(Verdict::passed) ? 0 : Complaints.FAILED;
  }
}
