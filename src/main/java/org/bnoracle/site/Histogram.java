package org.bnoracle.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Stacked bars over the steps of a scale, for a template to draw.
 *
 * @param axis what the scale says
 * @param formats the parts of a bar, from the bottom
 */
public record Histogram(String operation, String axis, List<String> steps, List<String> formats, List<Bar> bars, int highest) {
  private static final int STEP = 24;
  private static final int TALL = 130;

  /**
   * A part of a bar, in the units of the picture.
   *
   * @param count what it stands for
   */
  public record Bar(String format, String step, int count, int x, double y, double height) {}

  /** @param series format → counts of the steps */
  static Histogram of(String operation, String axis, List<String> steps, Map<String, List<Integer>> series) {
    int highest = 1;
    for (int i = 0; i < steps.size(); i++) {
      int step = i;
      highest = Math.max(highest, series.values().stream().mapToInt(counts -> counts.get(step)).sum());
    }
    List<Bar> bars = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      int below = 0;
      for (Map.Entry<String, List<Integer>> part : series.entrySet()) {
        int count = part.getValue().get(i);
        if (count > 0) {
          below += count;
          double y = height(highest - below, highest);
          bars.add(new Bar(part.getKey(), steps.get(i), count, i * STEP, y, height(count, highest)));
        }
      }
    }
    return new Histogram(operation, axis, steps, List.copyOf(series.keySet()), bars, highest);
  }

  private static double height(int count, int highest) {
    return TALL * (double) count / highest;
  }

  /** From one step to the next. */
  public int step() {
    return STEP;
  }

  /** The height of the highest bar. */
  public int tall() {
    return TALL;
  }
}
