package org.bnoracle.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bnoracle.accuracy.Grade;
import org.bnoracle.conformance.Cell;
import org.bnoracle.document.DocumentException;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.operation.Operation;
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
    return BinaryFormat.ALL.stream().flatMap(format -> cells.stream().filter(cell -> cell.format().equals(format))
        .map(cell -> cell.worst().grade()).reduce(Grade::worst).map(grade -> new Mark(format.name(), grade)).stream()).toList();
  }

  public List<String> families() {
    return cells().stream().map(Cell::family).distinct().toList();
  }

  public List<Operation> operations() {
    return cells().stream().map(Cell::operation).distinct().toList();
  }
}
