package org.bnoracle.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bnoracle.accuracy.Grade;
import org.bnoracle.conformance.Cell;
import org.bnoracle.document.DocumentException;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.operation.Operation;
import org.bnoracle.operation.Slot;
import org.bnoracle.report.PublishedReport;

/** What came of one subject, for templates. */
public record Results(PublishedReport report) {
  private static final String SUFFIX = ".json";

  /**
   * All reports of a folder, in the order of the subjects' names.
   *
   * @throws DocumentException if there are none, or they are of different suites
   */
  static List<Results> in(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new DocumentException(folder + ": no such folder; 'bn-oracle conform all --out " + folder + "' makes it");
    }
    try (Stream<Path> files = Files.list(folder)) {
      List<Results> all = files.filter(file -> file.toString().endsWith(SUFFIX)).map(Results::read)
          .sorted(Comparator.comparing(Results::name)).toList();
      if (all.stream().map(results -> results.report.suite()).distinct().count() != 1) {
        throw new DocumentException(folder + ": reports of one suite are expected; run 'bn-oracle conform all --out " + folder + "'");
      }
      return all;
    }
  }

  private static Results read(Path file) {
    try {
      return new Results(PublishedReport.read(Files.readAllBytes(file), file.toString()));
    } catch (IOException e) {
      throw new DocumentException(file + ": cannot be read: " + e.getMessage(), e);
    }
  }

  public String name() {
    return (String) subject().get("name");
  }

  public String version() {
    return (String) subject().get("version");
  }

  @SuppressWarnings("unchecked") // as PublishedReport says
  public Map<String, Object> subject() {
    return (Map<String, Object>) report.fields().get("subject");
  }

  @SuppressWarnings("unchecked") // as PublishedReport says
  public List<Map<String, Object>> errors() {
    return (List<Map<String, Object>>) report.fields().get("errors");
  }

  public Map<String, Object> fields() {
    return report.fields();
  }

  public List<Cell> cells() {
    return report.cells();
  }

  /** The worst grade of an operation in each format that has one. */
  public List<Mark> marks(Operation operation) {
    return marks(cells().stream().filter(cell -> cell.operation() == operation).toList());
  }

  /** The same of one family. */
  public List<Mark> marks(Operation operation, String family) {
    return marks(cells().stream().filter(cell -> cell.operation() == operation && cell.family().equals(family)).toList());
  }

  private static List<Mark> marks(List<Cell> cells) {
    return BinaryFormat.ALL.stream().map(format -> cells.stream().filter(cell -> cell.format().equals(format)).toList())
        .filter(some -> !some.isEmpty()).map(Results::mark).toList();
  }

  private static Mark mark(List<Cell> cells) {
    Grade worst = cells.stream().map(cell -> cell.worst().grade()).reduce(Grade::worst).orElseThrow();
    return new Mark(cells.get(0).format().name(), worst, cells.size(), wrong(cells));
  }

  private static int wrong(List<Cell> cells) {
    return (int) cells.stream().filter(cell -> cell.worst().grade() == Grade.WRONG).count();
  }

  /** How many cells are wrong. */
  public int wrong() {
    return wrong(cells());
  }

  /** The cells of one operation, by family and format; those of a row have the outputs of {@link #outputs}, or null. */
  public List<Row> rows(Operation operation) {
    Map<List<Object>, Map<Slot, Cell>> rows = new LinkedHashMap<>();
    cells().stream().filter(cell -> cell.operation() == operation).forEach(cell -> rows.computeIfAbsent(
        List.of(cell.family(), cell.format().name()), key -> new EnumMap<>(Slot.class)).put(cell.output(), cell));
    return rows.entrySet().stream().map(row -> new Row((String) row.getKey().get(0), (String) row.getKey().get(1),
        outputs(operation).stream().map(row.getValue()::get).toList())).toList();
  }

  /** Cells side by side. */
  public record Row(String family, String format, List<Cell> cells) {}

  /** The outputs of an operation that were graded. */
  public List<Slot> outputs(Operation operation) {
    return operation.signature().allOutputs().stream()
        .filter(slot -> cells().stream().anyMatch(cell -> cell.operation() == operation && cell.output() == slot)).toList();
  }

  /** The largest error of an output in a format, as its report has it; null where there is none. */
  public Map<String, Object> largest(String format, Operation operation, Slot output) {
    return errors().stream()
        .filter(error -> error.get("format").equals(format) && error.get("output").equals(output.label()))
        .filter(error -> error.get("operation").equals(operation.label())).findFirst().orElse(null);
  }

  /** The worst grade of an output in a format; null where there is none. */
  public Grade worst(String format, Operation operation, Slot output) {
    return cells().stream().filter(cell -> cell.format().name().equals(format) && cell.operation() == operation
        && cell.output() == output).map(cell -> cell.worst().grade()).reduce(Grade::worst).orElse(null);
  }

  public List<String> families() {
    return cells().stream().map(Cell::family).distinct().toList();
  }

  public List<Operation> operations() {
    return cells().stream().map(Cell::operation).distinct().toList();
  }
}
