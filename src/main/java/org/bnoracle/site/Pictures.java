package org.bnoracle.site;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bnoracle.operation.Operation;

/** The histograms of one subject, for templates. */
public final class Pictures {
  private final Results results;

  Pictures(Results results) {
    this.results = results;
  }

  /**
   * Errors of all outputs of an operation, format by format.
   *
   * @param scale ulp or bound
   */
  public Histogram histogram(Operation operation, String scale, List<String> steps) {
    Map<String, List<Integer>> series = new LinkedHashMap<>();
    for (Map<String, Object> error : results.errors()) {
      if (error.get("operation").equals(operation.label())) {
        add(series.computeIfAbsent((String) error.get("format"), format -> zeros(steps.size())), steps, (Map<?, ?>) error.get(scale));
      }
    }
    String axis = scale.equals("ulp") ? "largest error of an output, in ulp" : "largest error of an output, as a part of its bound";
    return Histogram.of(operation.label(), axis, steps.subList(0, lastUsed(series) + 1), series);
  }

  private static int lastUsed(Map<String, List<Integer>> series) {
    int last = 1;
    for (List<Integer> counts : series.values()) {
      for (int i = last + 1; i < counts.size(); i++) {
        last = counts.get(i) > 0 ? i : last;
      }
    }
    return last;
  }

  private static List<Integer> zeros(int size) {
    return new ArrayList<>(Collections.nCopies(size, 0));
  }

  private static void add(List<Integer> counts, List<String> steps, Map<?, ?> named) {
    for (int i = 0; i < steps.size(); i++) {
      if (named.get(steps.get(i)) instanceof Number count) {
        counts.set(i, counts.get(i) + count.intValue());
      }
    }
  }
}
