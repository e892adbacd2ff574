package org.bnoracle.report;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.bnoracle.conformance.Outcome;
import org.bnoracle.conformance.Report;

/** Why cases were not graded, in words. */
final class Outcomes {
  private Outcomes() {}

  /** The reason; empty for a graded case. */
  static String reason(Outcome outcome) {
    if (outcome instanceof Outcome.Unsupported unsupported) {
      return "unsupported: " + unsupported.why();
    }
    if (outcome instanceof Outcome.Refused refused) {
      return "refused: " + refused.why();
    }
    if (outcome instanceof Outcome.Failed failed) {
      return failed.failure().name().toLowerCase(Locale.ROOT).replace('_', ' ') + ": " + failed.how();
    }
    return outcome instanceof Outcome.NotSent notSent ? "not sent: " + notSent.why() : "";
  }

  /** How many cases ended in which way. */
  static String counts(Report report) {
    return report.counts().entrySet().stream().filter(count -> count.getValue() > 0)
        .map(count -> count.getValue() + " " + count.getKey().replace('_', ' ')).collect(Collectors.joining(", "));
  }

  /** Reason → number of cases, and the first of them. */
  static Map<String, Tally> tally(Report report) {
    Map<String, Tally> tally = new LinkedHashMap<>();
    for (Report.Result result : report.results()) {
      String reason = reason(result.outcome());
      if (!reason.isEmpty()) {
        tally.merge(reason, new Tally(1, result.question().id()), (a, b) -> new Tally(a.cases() + 1, a.first()));
      }
    }
    return tally;
  }

  record Tally(int cases, String first) {}
}
