package org.bnoracle.report;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bnoracle.accuracy.Grade;
import org.bnoracle.conformance.Cell;
import org.bnoracle.conformance.Report;
import org.bnoracle.gate.Verdict;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.operation.Operation;

/** Summaries of reports in Markdown: the worst grade of each operation and format, and why the gate failed. */
public final class Markdown {
  private static final int MOST_REASONS = 50;

  private Markdown() {}

  public static byte[] bytes(List<Verdict> verdicts) {
    return verdicts.stream().map(Markdown::summary).collect(Collectors.joining("\n")).getBytes(StandardCharsets.UTF_8);
  }

  private static String summary(Verdict verdict) {
    Report report = verdict.report();
    List<String> lines = new ArrayList<>();
    lines.add("## %s %s: gate %s".formatted(
        escape(report.subject().name()), escape(report.subject().version()), verdict.passed() ? "passed" : "failed"));
    lines.add("");
    addTable(lines, report.cells());
    addReasons(lines, verdict.reasons());
    Report.SuiteIdentity suite = report.suite();
    lines.add("Suite %s, %d cases, sha256 %.16s: %s.".formatted(
        suite.name(), suite.cases(), suite.sha256(), Outcomes.counts(report)));
    return String.join("\n", lines) + "\n";
  }

  private static void addTable(List<String> lines, List<Cell> cells) {
    Set<BinaryFormat> formats = cells.stream().map(Cell::format).collect(Collectors.toCollection(LinkedHashSet::new));
    Map<Operation, List<Cell>> operations = cells.stream().collect(Collectors.groupingBy(Cell::operation));
    if (cells.isEmpty()) {
      return;
    }
    lines.add("Worst grade, and how many outputs of families have it:");
    lines.add("");
    lines.add(row("operation", formats.stream().map(BinaryFormat::name).toList()));
    lines.add(row("---", Collections.nCopies(formats.size(), "---")));
    for (Operation operation : Operation.values()) {
      if (operations.containsKey(operation)) {
        lines.add(row(operation.label(), formats.stream().map(format -> worst(
            operations.get(operation).stream().filter(cell -> cell.format().equals(format)).toList())).toList()));
      }
    }
    lines.add("");
  }

  private static String row(String title, List<String> columns) {
    return "| " + title + " | " + String.join(" | ", columns) + " |";
  }

  private static String worst(List<Cell> cells) {
    return cells.stream().map(cell -> cell.worst().grade()).reduce(Grade::worst).map(worst -> "%s, %d of %d".formatted(
        worst.label(), cells.stream().filter(cell -> cell.worst().grade() == worst).count(), cells.size())).orElse("");
  }

  private static void addReasons(List<String> lines, List<String> reasons) {
    reasons.stream().limit(MOST_REASONS).forEach(reason -> lines.add("- " + escape(reason)));
    if (reasons.size() > MOST_REASONS) {
      lines.add("- and %d more".formatted(reasons.size() - MOST_REASONS));
    }
    if (!reasons.isEmpty()) {
      lines.add("");
    }
  }

  /** Subjects may say anything; it is shown as it is. */
  static String escape(String text) {
    return text.replaceAll("\\R", " ").replaceAll("[\\\\`*_\\[\\]<>|~&#@]", "\\\\$0");
  }
}
