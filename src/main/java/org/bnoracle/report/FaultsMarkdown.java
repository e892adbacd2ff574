package org.bnoracle.report;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.bnoracle.faults.EquivalentChange;
import org.bnoracle.operation.BugClass;
import org.bnoracle.operation.Operation;
import org.bnoracle.power.Catch;
import org.bnoracle.power.Cell;
import org.bnoracle.power.FaultMatrix;
import org.bnoracle.power.MutantResults;
import org.bnoracle.power.Power;

/** What a suite catches, in Markdown. */
public final class FaultsMarkdown {
  private final Power power;
  private final List<String> lines = new ArrayList<>();

  private FaultsMarkdown(Power power) {
    this.power = power;
  }

  public static byte[] bytes(Power power) {
    FaultsMarkdown markdown = new FaultsMarkdown(power);
    markdown.write();
    return (String.join("\n", markdown.lines) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private void write() {
    List<FaultMatrix.Row> rows = power.faults().rows();
    lines.addAll(List.of(
        "# What the suite catches", "",
        "`bn-oracle faults --out reports` runs every [fault](../README.md#commands) as a subject through the suite " + power.suite()
            + ", %d cases, and writes this.".formatted(power.cases()),
        "Caught is what is graded wrong or unstable. Of %d faults, %d are caught.".formatted(
            rows.size(), rows.stream().filter(row -> row.caught().isPresent()).count()),
        "", "| class | fault | what it does | caught by, the smallest | grade |", "| --- | --- | --- | --- | --- |"));
    rows.forEach(row -> lines.add("| %d | %s | %s | %s |".formatted(
        row.fault().bugClass().number(), row.fault().label(), Markdown.escape(row.fault().sentence()), by(row.caught().orElse(null)))));
    lines.addAll(List.of("", "A change that is none, and must not be caught: %s, class %d, %s.".formatted(
        EquivalentChange.NAME, EquivalentChange.BUG_CLASS.number(),
        power.faults().equivalentCaught().map(found -> "caught by " + found.question().id()).orElse("not caught"))));
    addNotObservable();
    addMutants();
    addOperations(rows);
  }

  private static String by(Catch caught) {
    return caught == null ? "nothing | " : caught.question().id() + " | " + caught.worst().label();
  }

  private void addNotObservable() {
    lines.addAll(List.of("", "## Not observable", "", "Classes of bugs that no case can show, and what cases would have to say.", "",
        "| class | bugs | missing |", "| --- | --- | --- |"));
    for (BugClass bugClass : BugClass.values()) {
      bugClass.missingCapability().ifPresent(
          missing -> lines.add("| %d | %s | %s |".formatted(bugClass.number(), bugClass.title(), missing)));
    }
  }

  private void addMutants() {
    MutantResults mutants = power.mutants();
    lines.addAll(List.of("", "## Mutants", "",
        "The equations are changed at one place at a time, in all programs that one operation can be: + and -, × and ÷, an",
        "operand dropped, two operands exchanged, m - 1 and m + 1 for m, squares and roots left out, the last term of a sum",
        "forgotten. A mutant that is not caught needs a certificate that it is none: with variables for all inputs and for r,",
        "and epsilon = r^-2 - variance, results are polynomials, and its are those of the paper's text, for up to 6 values a",
        "channel.", "", "| operation | mutants | caught | equivalent |", "| --- | --- | --- | --- |"));
    for (Operation operation : Operation.values()) {
      lines.add(totals(operation.label(), mutants.of(operation)));
    }
    lines.add(totals("all", mutants));
    mutants.surviving().forEach(result -> lines.add("\nSurvives: %s, %s.".formatted(
        result.mutant().operation().label(), result.mutant().label())));
    lines.addAll(List.of("", "The equivalents. Some of them multiply the rounding error of the mean, which the text cancels.", "",
        "| operation | change | in floating point |", "| --- | --- | --- |"));
    mutants.equivalent().forEach(result -> lines.add("| %s | %s | %s |".formatted(
        result.mutant().operation().label(), Markdown.escape(result.mutant().label()),
        result.caught().map(found -> found.worst().label() + " in " + found.question().id()).orElse("sound"))));
  }

  private static String totals(String title, MutantResults mutants) {
    return "| %s | %d | %d | %d |".formatted(title, mutants.all().size(), mutants.caught().size(), mutants.equivalent().size());
  }

  private void addOperations(List<FaultMatrix.Row> rows) {
    lines.addAll(List.of("", "## By operation and family", "",
        "`!` wrong, `~` unstable, `-` other values, which a sound program can give too; empty where nothing changes."));
    for (Operation operation : Operation.values()) {
      List<String> families = rows.get(0).cells().stream().filter(cell -> cell.operation() == operation).map(Cell::family).toList();
      if (families.isEmpty()) {
        continue;
      }
      lines.addAll(List.of("", "### " + operation.label(), "", row("fault", families),
          row("---", Collections.nCopies(families.size(), "---"))));
      for (FaultMatrix.Row row : rows) {
        List<String> marks = row.cells().stream().filter(cell -> cell.operation() == operation).map(FaultsMarkdown::mark).toList();
        if (marks.stream().anyMatch(mark -> !mark.isEmpty())) {
          lines.add(row(row.fault().label(), marks));
        }
      }
    }
  }

  private static String row(String title, List<String> columns) {
    return "| " + String.join(" | ", Stream.concat(Stream.of(title), columns.stream()).toList()) + " |";
  }

  private static String mark(Cell cell) {
    return cell.caught().map(found -> found.isWrong() ? "!" : "~").orElse(cell.changes() ? "-" : "");
  }
}
