package org.bnoracle.conformance;

import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bnoracle.document.Hello;

/**
 * Gathers the results of a run of any length in memory that does not grow with it: the counts, and of the results the worst
 * of each cell, the first that is judged of each operation and format, and the first of each reason not to be graded.
 */
final class Digest {
  private static final int MOST_REASONS = 200;

  private final Map<String, Integer> counts = Report.noCounts();
  private final Map<List<Object>, Cell> cells = new LinkedHashMap<>();
  private final Map<List<Object>, Report.Result> worst = new LinkedHashMap<>();
  private final Map<List<Object>, Report.Result> judged = new LinkedHashMap<>();
  private final Map<String, Report.Result> reasons = new HashMap<>();

  void add(Report.Result result) {
    counts.merge(Report.name(result.outcome()), 1, Integer::sum);
    if (result.outcome() instanceof Outcome.Graded graded) {
      graded.outputs().forEach((slot, assessment) -> {
        if (Report.add(cells, result, slot, assessment)) {
          worst.put(Report.key(result, slot), result);
        }
      });
    } else if (reasons.size() < MOST_REASONS) {
      reasons.putIfAbsent(result.outcome().toString(), result);
    }
    if (result.isJudged()) {
      judged.putIfAbsent(List.of(result.question().operation(), result.question().data().format()), result);
    }
  }

  Report report(Hello hello, Report.SuiteIdentity suite) {
    Set<Report.Result> kept = Collections.newSetFromMap(new IdentityHashMap<>());
    List.of(worst, judged, reasons).forEach(results -> kept.addAll(results.values()));
    List<Report.Result> results = kept.stream().sorted((a, b) -> a.question().id().compareTo(b.question().id())).toList();
    return new Report(hello, suite, results, List.of(), List.of(), Optional.of(new Report.Totals(counts, List.copyOf(cells.values()))));
  }
}
