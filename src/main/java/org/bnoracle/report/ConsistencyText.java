package org.bnoracle.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bnoracle.accuracy.Grade;
import org.bnoracle.conformance.Consistency;
import org.bnoracle.conformance.Report;
import org.bnoracle.operation.Operation;
import org.bnoracle.operation.Slot;

/** What a subject's backward is for its own forward, in words. */
final class ConsistencyText {
  private final Report report;

  private ConsistencyText(Report report) {
    this.report = report;
  }

  /** A line where the forward is wrong and the backward is its gradient, or where the backward is not. */
  static List<String> lines(Report report) {
    Map<Operation, List<Consistency>> byBackward = report.consistency().stream()
        .collect(Collectors.groupingBy(Consistency::backward, LinkedHashMap::new, Collectors.toList()));
    ConsistencyText text = new ConsistencyText(report);
    List<String> lines = new ArrayList<>();
    byBackward.values().forEach(all -> text.add(all, lines));
    return lines;
  }

  private void add(List<Consistency> all, List<String> lines) {
    Consistency any = all.get(0);
    List<Consistency> others = all.stream().filter(consistency -> !consistency.holds()).toList();
    if (!others.isEmpty()) {
      boolean isRight = others.stream().noneMatch(other -> isWrong(other.backward(), other.output()));
      lines.add("%s %s is not the gradient of this forward in %s%s".formatted(any.backward().label(), any.format(), names(others),
          isRight ? ", though right by the equations" : ""));
    } else if (isWrong(any.forward(), Slot.Y)) {
      lines.add("%s %s is right for this forward: %s are gradients of the y that it gives".formatted(
          any.backward().label(), any.format(), names(all)));
    }
  }

  private boolean isWrong(Operation operation, Slot output) {
    return report.cells().stream().anyMatch(cell ->
        cell.operation() == operation && cell.output() == output && cell.worst().grade() == Grade.WRONG);
  }

  private static String names(List<Consistency> all) {
    return all.stream().map(consistency -> consistency.output().label()).collect(Collectors.joining(", "));
  }
}
