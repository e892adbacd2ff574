package org.bnoracle.report;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bnoracle.accuracy.Discrepancy;
import org.bnoracle.accuracy.Grade;
import org.bnoracle.conformance.Cell;
import org.bnoracle.conformance.Report;
import org.bnoracle.diagnosis.Diagnosis;
import org.bnoracle.gate.Verdict;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.operation.Operation;
import org.bnoracle.operation.Slot;

/** Reports for a terminal: for each operation and format, families down and outputs across, subjects side by side. */
public final class ReportText {
  private static final int FAMILY_WIDTH = 22;
  private static final int LEAST_NUMBER_WIDTH = 9;
  private static final int MOST_WRONG = 5;

  private final List<Report> reports;
  private final PrintWriter out;
  private final List<Map<Key, Discrepancy>> cells;
  private final int numberWidth;

  private record Block(Operation operation, BinaryFormat format) {}

  private record Key(Block block, String family, Slot output) {
    static Key of(Cell cell) {
      return new Key(new Block(cell.operation(), cell.format()), cell.family(), cell.output());
    }
  }

  private ReportText(List<Report> reports, PrintWriter out) {
    this.reports = reports;
    this.out = out;
    this.cells = reports.stream().map(ReportText::byKey).toList();
    this.numberWidth = reports.size() == 1 ? LEAST_NUMBER_WIDTH : reports.stream()
        .mapToInt(report -> report.subject().name().length() + 1).reduce(LEAST_NUMBER_WIDTH, Math::max);
  }

  private static Map<Key, Discrepancy> byKey(Report report) {
    Map<Key, Discrepancy> byKey = new LinkedHashMap<>();
    report.cells().forEach(cell -> byKey.put(Key.of(cell), cell.worst()));
    return byKey;
  }

  /** Prints the reports of one run, which share a suite. */
  public static void print(List<Verdict> verdicts, PrintWriter out) {
    ReportText text = new ReportText(verdicts.stream().map(Verdict::report).toList(), out);
    text.printHeader();
    text.blocks().forEach(text::printBlock);
    verdicts.forEach(text::printSummary);
    out.flush();
  }

  private void printHeader() {
    Report.SuiteIdentity suite = reports.get(0).suite();
    out.printf("suite %s, %d cases, sha256 %s%n", suite.name(), suite.cases(), suite.sha256().substring(0, 16));
    out.println("worst error in ulp of the exact result; at most 0.5 is correctly rounded; ! wrong, ~ unstable, s stored");
  }

  private Set<Block> blocks() {
    return cells.stream().flatMap(map -> map.keySet().stream()).map(Key::block)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private void printBlock(Block block) {
    List<Slot> outputs = new ArrayList<>(block.operation().signature().allOutputs());
    outputs.retainAll(values(block, Key::output));
    out.printf("%n%s %s%n", block.operation().label(), block.format());
    printRow("", outputs.stream().map(slot -> List.of(slot.label())).toList());
    if (reports.size() > 1) {
      List<String> names = reports.stream().map(report -> report.subject().name()).toList();
      printRow("", outputs.stream().map(slot -> names).toList());
    }
    for (String family : values(block, Key::family)) {
      printRow(family, outputs.stream().map(slot -> errors(new Key(block, family, slot))).toList());
    }
  }

  private <V> Set<V> values(Block block, Function<Key, V> part) {
    return cells.stream().flatMap(map -> map.keySet().stream()).filter(key -> key.block().equals(block)).map(part)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private List<String> errors(Key key) {
    return cells.stream().map(map -> map.containsKey(key) ? error(map.get(key)) : "").toList();
  }

  private static String error(Discrepancy worst) {
    return number(worst.ulps()) + mark(worst.grade());
  }

  /** What is no better than stored stands out. */
  private static String mark(Grade grade) {
    return switch (grade) {
      case WRONG -> "!";
      case UNSTABLE -> "~";
      case STORED -> "s";
      default -> " ";
    };
  }

  private static String number(double ulps) {
    if (Double.isInfinite(ulps)) {
      return "special";
    }
    return ulps < 1000 ? String.format(Locale.ROOT, "%.2f", ulps) : String.format(Locale.ROOT, "%.1e", ulps);
  }

  private void printRow(String title, List<List<String>> columns) {
    String row = columns.stream().map(this::column).collect(Collectors.joining("  "));
    out.println(("  " + pad(title, FAMILY_WIDTH) + row).stripTrailing());
  }

  private String column(List<String> texts) {
    int width = numberWidth * reports.size() / texts.size();
    return texts.stream().map(text -> " ".repeat(Math.max(0, width - text.length())) + text).collect(Collectors.joining());
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }

  /** A run in one line. */
  public static String line(Verdict verdict) {
    Report report = verdict.report();
    return "%s %s: %s; outputs by family: %s; gate %s".formatted(report.subject().name(), report.subject().version(),
        Outcomes.counts(report), grades(report, false), verdict.passed() ? "passed" : "failed");
  }

  private static String grades(Report report, boolean all) {
    Map<Grade, Long> grades = report.cells().stream().collect(Collectors.groupingBy(c -> c.worst().grade(), Collectors.counting()));
    return List.of(Grade.values()).stream().filter(grade -> all || grades.containsKey(grade))
        .map(grade -> grades.getOrDefault(grade, 0L) + " " + grade.label()).collect(Collectors.joining(", "));
  }

  private void printSummary(Verdict verdict) {
    Report report = verdict.report();
    out.printf("%n%s %s: %s%n", report.subject().name(), report.subject().version(), Outcomes.counts(report));
    Outcomes.tally(report).forEach((reason, tally) ->
        out.printf("  %d × %s%s%n", tally.cases(), reason, reason.startsWith("not sent") ? "" : ", first in " + tally.first()));
    out.printf("  outputs by family: %s%n", grades(report, true));
    out.println(verdict.passed() ? "  gate: passed" : "  gate: failed");
    verdict.reasons().forEach(reason -> out.println("    " + reason));
    Findings.lines(Diagnosis.of(report)).forEach(line -> out.println("  " + line));
    ConsistencyText.lines(report).forEach(line -> out.println("  " + line));
    List<WrongValue> wrong = WrongValue.of(report);
    wrong.stream().limit(MOST_WRONG).forEach(value -> out.println("  " + value.line()));
    if (wrong.size() > MOST_WRONG) {
      out.printf("  and %d more wrong outputs by family; --json lists them%n", wrong.size() - MOST_WRONG);
    }
  }
}
