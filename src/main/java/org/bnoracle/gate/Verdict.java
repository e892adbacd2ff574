package org.bnoracle.gate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bnoracle.conformance.Report;

/** A run, and what keeps it from passing. */
public record Verdict(Report report, List<Breach> breaches) {
  public boolean passed() {
    return breaches.isEmpty();
  }

  /** The breaches in words, a line for all with the same fault. */
  public List<String> reasons() {
    Map<String, List<Breach>> reasons =
        breaches.stream().collect(Collectors.groupingBy(Breach::what, LinkedHashMap::new, Collectors.toList()));
    return reasons.entrySet().stream().map(reason -> reason.getKey() + places(reason.getValue())).toList();
  }

  private static String places(List<Breach> alike) {
    Optional<String> first = alike.get(0).where().map(result -> result.question().id());
    return first.map(id ->
        alike.size() == 1 ? " (%s)".formatted(id) : " (%d cases, first %s)".formatted(alike.size(), id)).orElse("");
  }
}
