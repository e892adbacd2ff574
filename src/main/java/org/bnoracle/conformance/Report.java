package org.bnoracle.conformance;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.bnoracle.accuracy.Assessment;
import org.bnoracle.accuracy.Discrepancy;
import org.bnoracle.document.Hello;
import org.bnoracle.document.Manifest;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.operation.Case;
import org.bnoracle.operation.Operation;
import org.bnoracle.operation.Slot;

/**
 * What came of a run.
 *
 * @param suite the vectors that were run
 * @param results in the order of the suite
 * @param carried sequences once more, on the subject's own running statistics; beside the suite's cases
 */
public record Report(Hello subject, SuiteIdentity suite, List<Result> results, List<Result> carried) {
  /** Which vectors: the suite's name, the hash of its manifest, its number of cases. */
  public record SuiteIdentity(String name, String sha256, int cases) {
    public static SuiteIdentity of(Manifest manifest) {
      return new SuiteIdentity(manifest.suite(), manifest.identity(), manifest.cases());
    }
  }

  /** A case and what came of it. */
  public record Result(Case question, String family, Outcome outcome) {
    public boolean isGraded() {
      return outcome instanceof Outcome.Graded;
    }
  }

  /** How many cases ended in each way, in a fixed order. */
  public Map<String, Integer> counts() {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (String name : List.of("graded", "unsupported", "refused", "crashed", "timed_out", "malformed", "not_sent")) {
      counts.put(name, 0);
    }
    results.forEach(result -> counts.merge(name(result.outcome()), 1, Integer::sum));
    return counts;
  }

  private static String name(Outcome outcome) {
    if (outcome instanceof Outcome.Failed failed) {
      return failed.failure().name().toLowerCase(Locale.ROOT);
    }
    if (outcome instanceof Outcome.NotSent) {
      return "not_sent";
    }
    return outcome.getClass().getSimpleName().toLowerCase(Locale.ROOT);
  }

  /** Operation × format × family × output, in the order of the suite. */
  public List<Cell> cells() {
    Map<List<Object>, Cell> cells = new LinkedHashMap<>();
    for (Result result : all()) {
      if (result.outcome() instanceof Outcome.Graded graded) {
        graded.outputs().forEach((slot, assessment) -> add(cells, result, slot, assessment));
      }
    }
    return List.copyOf(cells.values());
  }

  private static void add(Map<List<Object>, Cell> cells, Result result, Slot slot, Assessment assessment) {
    Case question = result.question();
    Operation operation = question.operation();
    BinaryFormat format = question.data().format();
    List<Object> key = List.of(operation, format, result.family(), slot);
    Cell cell = cells.getOrDefault(
        key, new Cell(operation, format, result.family(), slot, 0, Discrepancy.none(), question.id(), 0));
    cells.put(key, cell.and(assessment, question.id()));
  }

  /** The results that ended in a failure. */
  public List<Result> failures() {
    return all().stream().filter(result -> result.outcome() instanceof Outcome.Failed).toList();
  }

  /** The suite's cases, then the carried ones. */
  public List<Result> all() {
    return Stream.concat(results.stream(), carried.stream()).toList();
  }

  /** Whether any case was graded. */
  public boolean isGraded() {
    return results.stream().anyMatch(Result::isGraded);
  }
}
