package org.bnoracle.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bnoracle.accuracy.Assessment;
import org.bnoracle.accuracy.Discrepancy;
import org.bnoracle.conformance.Outcome;
import org.bnoracle.conformance.Report;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.operation.Case;
import org.bnoracle.operation.Operation;
import org.bnoracle.operation.Slot;
import org.bnoracle.oracle.Output;
import org.bnoracle.tensor.Tensor;

/**
 * What the errors of one output of one operation in one format were.
 *
 * @param ulp the largest distance of a finite result from the exact one, in ulp; a lower bound of what there may be
 * @param at the value that has it, such as dx[1,3,0]
 * @param ulps of each case the largest distance
 * @param parts of each case the largest part of the bound
 */
record Extreme(
    Operation operation, BinaryFormat format, Slot output, double ulp, String question, String at, double got,
    double golden, List<Double> ulps, List<Double> parts) {

  private record Kind(Operation operation, BinaryFormat format, Slot output) {}

  /** Of all that was graded, in the order of the suite. */
  static List<Extreme> of(Report report) {
    Map<Kind, List<Report.Result>> kinds = new LinkedHashMap<>();
    for (Report.Result result : report.results()) {
      if (result.outcome() instanceof Outcome.Graded graded) {
        Case question = result.question();
        graded.results().keySet().stream().filter(graded.outputs()::containsKey).forEach(slot -> kinds.computeIfAbsent(
            new Kind(question.operation(), question.data().format(), slot), kind -> new ArrayList<>()).add(result));
      }
    }
    return kinds.entrySet().stream().map(kind -> of(kind.getKey(), kind.getValue())).toList();
  }

  private static Extreme of(Kind kind, List<Report.Result> results) {
    List<Double> ulps = new ArrayList<>();
    List<Double> parts = new ArrayList<>();
    Report.Result worst = results.get(0);
    for (Report.Result result : results) {
      Discrepancy discrepancy = assessment(result, kind.output).worst();
      ulps.add(discrepancy.ulps());
      parts.add(discrepancy.boundRatio());
      boolean isFarther = discrepancy.ulps() > assessment(worst, kind.output).worst().ulps();
      if (Double.isFinite(discrepancy.ulps()) && (isFarther || !isFinite(worst, kind.output))) {
        worst = result;
      }
    }
    return farthest(kind, worst, ulps, parts);
  }

  private static boolean isFinite(Report.Result result, Slot slot) {
    return Double.isFinite(assessment(result, slot).worst().ulps());
  }

  private static Assessment assessment(Report.Result result, Slot slot) {
    return ((Outcome.Graded) result.outcome()).outputs().get(slot);
  }

  private static Extreme farthest(Kind kind, Report.Result worst, List<Double> ulps, List<Double> parts) {
    Case question = worst.question();
    Outcome.Graded graded = (Outcome.Graded) worst.outcome();
    Tensor golden = ((Output.Values) graded.evaluation().outputs().get(kind.output)).tensor();
    Tensor got = graded.results().get(kind.output);
    double[] residuals = graded.evaluation().residuals().get(kind.output);
    int farthest = 0;
    double most = 0;
    for (int i = 0; i < golden.size(); i++) {
      double distance = Discrepancy.of(golden.get(i), residuals[i], got.get(i), golden.format()).ulps();
      if (Double.isFinite(distance) && distance > most) {
        most = distance;
        farthest = i;
      }
    }
    String at = golden.size() == 0 ? kind.output.label() : Place.text(question, kind.output, farthest);
    return new Extreme(kind.operation, kind.format, kind.output, most, question.id(), at,
        golden.size() == 0 ? 0 : got.get(farthest), golden.size() == 0 ? 0 : golden.get(farthest), ulps, parts);
  }
}
