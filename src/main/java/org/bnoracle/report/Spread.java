package org.bnoracle.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A scale of errors, by powers of two. */
enum Spread {
  /** Distances to the exact result. */
  ULP(-1, 20, "≤ 0.5"),
  /** Parts of the bound; the first step is of results that need none. */
  BOUND(-10, 1, "none");

  private final int least;
  private final int most;
  private final String first;

  Spread(int least, int most, String first) {
    this.least = least;
    this.most = most;
    this.first = first;
  }

  /** How many errors lie on each step, from the smallest to the largest that occur. */
  Map<String, Integer> counts(List<Double> errors) {
    List<String> labels = labels();
    int[] counts = new int[labels.size()];
    errors.forEach(error -> counts[step(error)]++);
    Map<String, Integer> named = new LinkedHashMap<>();
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] > 0) {
        named.put(labels.get(i), counts[i]);
      }
    }
    return named;
  }

  /** The names of the steps, smallest first. */
  List<String> labels() {
    List<String> labels = new ArrayList<>(List.of(first));
    for (int exponent = this == ULP ? least + 1 : least; exponent <= most; exponent++) {
      labels.add("≤ " + (exponent >= 0 && exponent <= 4 ? Integer.toString(1 << exponent) : "2^" + exponent));
    }
    labels.add("more");
    labels.add("special");
    return labels;
  }

  private int step(double error) {
    int last = labels().size() - 1;
    if (!Double.isFinite(error)) {
      return last;
    }
    int exponent = error == 0 ? Integer.MIN_VALUE : ceilingOfLog(error);
    int offset = this == ULP ? least : least - 1;
    return exponent <= offset ? 0 : Math.min(exponent - offset, last - 1);
  }

  /** The least k with error ≤ 2^k. */
  private static int ceilingOfLog(double error) {
    int exponent = Math.getExponent(error);
    return error == Math.scalb(1.0, exponent) ? exponent : exponent + 1;
  }
}
