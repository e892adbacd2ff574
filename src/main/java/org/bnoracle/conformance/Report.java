package org.bnoracle.conformance;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bnoracle.accuracy.Assessment;
import org.bnoracle.accuracy.Discrepancy;
import org.bnoracle.document.Hello;
import org.bnoracle.document.Manifest;
import org.bnoracle.operation.Case;
import org.bnoracle.operation.Slot;

/**
 * What came of a run.
 *
 * @param suite the vectors that were run
 * @param results in the order of the suite
 * @param carried sequences once more, on the subject's own running statistics; beside the suite's cases
 * @param consistency whether its backward is the gradient of its forward, as far as that was looked at
 * @param totals of a run that kept only some of its results; empty where all are there
 */
public record Report(
    Hello subject, SuiteIdentity suite, List<Result> results, List<Result> carried, List<Consistency> consistency,
    Optional<Totals> totals) {
  /** A run that kept all its results. */
  public Report(Hello subject, SuiteIdentity suite, List<Result> results, List<Result> carried) {
    this(subject, suite, results, carried, List.of(), Optional.empty());
  }

  /** What is known of all results of a run, of which only some were kept. */
  public record Totals(Map<String, Integer> counts, List<Cell> cells) {}

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

    /** Whether any element is graded; what no bound can judge is not. */
    public boolean isJudged() {
      return outcome instanceof Outcome.Graded graded && graded.outputs().entrySet().stream()
          .anyMatch(output -> output.getValue().unconstrained() < question.shapeOf(output.getKey()).size());
    }
  }

  /** How many cases ended in each way, in a fixed order. */
  public Map<String, Integer> counts() {
    if (totals.isPresent()) {
      return totals.get().counts();
    }
    Map<String, Integer> counts = noCounts();
    results.forEach(result -> counts.merge(name(result.outcome()), 1, Integer::sum));
    return counts;
  }

  static Map<String, Integer> noCounts() {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (String name : List.of("graded", "unsupported", "refused", "crashed", "timed_out", "malformed", "not_sent")) {
      counts.put(name, 0);
    }
    return counts;
  }

  /** Under what a case is counted that ended so. */
  static String name(Outcome outcome) {
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
    if (totals.isPresent()) {
      return totals.get().cells();
    }
    Map<List<Object>, Cell> cells = new LinkedHashMap<>();
    for (Result result : all()) {
      if (result.outcome() instanceof Outcome.Graded graded) {
        graded.outputs().forEach((slot, assessment) -> add(cells, result, slot, assessment));
      }
    }
    return List.copyOf(cells.values());
  }

  /** @return whether this result is the worst of its cell so far */
  static boolean add(Map<List<Object>, Cell> cells, Result result, Slot slot, Assessment assessment) {
    Case question = result.question();
    List<Object> key = key(result, slot);
    Cell cell = cells.getOrDefault(key, new Cell(question.operation(), question.data().format(), result.family(), slot, 0,
        Discrepancy.none(), question.id(), 0));
    Cell more = cell.and(assessment, question.id());
    cells.put(key, more);
    return more.worstCase().equals(question.id());
  }

  static List<Object> key(Result result, Slot slot) {
    return List.of(result.question().operation(), result.question().data().format(), result.family(), slot);
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
