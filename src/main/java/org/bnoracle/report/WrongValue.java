package org.bnoracle.report;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bnoracle.accuracy.Grade;
import org.bnoracle.accuracy.PublishedBounds;
import org.bnoracle.conformance.Outcome;
import org.bnoracle.conformance.Report;
import org.bnoracle.document.Literal;
import org.bnoracle.operation.Case;
import org.bnoracle.operation.Slot;
import org.bnoracle.oracle.Oracle;
import org.bnoracle.oracle.Output;

/**
 * The worst value of a wrong cell, with what is needed to see it again.
 *
 * @param at its place in the output
 * @param got what the subject gave
 * @param golden the right value
 * @param bound how far a sound result may lie from that; NaN where it is a special value
 */
record WrongValue(String question, String at, double got, double golden, double bound) {
  /** Of each wrong cell that the suite's cases have. */
  static List<WrongValue> of(Report report) {
    Map<String, Report.Result> results = new HashMap<>();
    report.results().forEach(result -> results.put(result.question().id(), result));
    return report.cells().stream().filter(cell -> cell.worst().grade() == Grade.WRONG && results.containsKey(cell.worstCase()))
        .filter(cell -> results.get(cell.worstCase()).family().equals(cell.family()))
        .filter(cell -> isKept(results.get(cell.worstCase()).outcome(), cell.output()))
        .map(cell -> of(results.get(cell.worstCase()), cell.output())).toList();
  }

  private static boolean isKept(Outcome outcome, Slot slot) {
    return outcome instanceof Outcome.Graded graded && graded.results().containsKey(slot);
  }

  /** The worst value of an output that the subject gave. */
  static WrongValue of(Report.Result result, Slot slot) {
    Case question = result.question();
    Outcome.Graded graded = (Outcome.Graded) result.outcome();
    int index = graded.outputs().get(slot).worstIndex();
    Output.Values values = (Output.Values) PublishedBounds.outputs(question, Oracle.evaluate(question)).get(slot);
    return new WrongValue(question.id(), Place.text(question, slot, index), graded.results().get(slot).get(index),
        values.tensor().get(index), values.bound().orElseThrow().get(index));
  }

  /** The command that explains it. */
  String command() {
    return "bn-oracle explain %s --at '%s' --got %s".formatted(question, at, Literal.write(got));
  }

  /** In words. */
  String line() {
    return "got %s, right is %s%s: %s".formatted(Literal.write(got), Literal.write(golden),
        Double.isNaN(bound) ? "" : " within " + Literal.write(bound), command());
  }
}
