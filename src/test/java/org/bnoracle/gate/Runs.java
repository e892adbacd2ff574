package org.bnoracle.gate;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bnoracle.accuracy.Assessment;
import org.bnoracle.accuracy.Discrepancy;
import org.bnoracle.accuracy.Grade;
import org.bnoracle.catalogue.Selection;
import org.bnoracle.conformance.Outcome;
import org.bnoracle.conformance.Report;
import org.bnoracle.document.Hello;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.operation.Attribute;
import org.bnoracle.operation.Case;
import org.bnoracle.operation.Feature;
import org.bnoracle.operation.Operation;
import org.bnoracle.operation.Slot;
import org.bnoracle.oracle.Evaluation;

/** Runs of inference-forward in f32 with outcomes that a test chooses. */
public final class Runs {
  public static final String FIRST = "inference-forward/well-scaled/f32/0001";
  public static final String SECOND = "inference-forward/well-scaled/f32/0002";
  public static final Report.SuiteIdentity SUITE = new Report.SuiteIdentity("core", "0123456789abcdef0123456789abcdef", 2);

  private static final List<Case> CASES = new Selection(
      Set.of(Operation.INFERENCE_FORWARD), Set.of(BinaryFormat.F32), Set.of(), Optional.empty(), Optional.empty())
      .parts().stream().flatMap(part -> part.cases().stream()).toList();

  private Runs() {}

  /** A published case. */
  public static Case question(String id) {
    return CASES.stream().filter(c -> c.id().equals(id)).findFirst().orElseThrow();
  }

  public static Report.Result result(String id, Outcome outcome) {
    return new Report.Result(question(id), id.split("/")[1], outcome);
  }

  /** A case of which y is graded. */
  public static Report.Result graded(String id, Grade grade, double ratio) {
    return graded(id, new Assessment(new Discrepancy(grade, 100 * ratio, ratio, ""), 3, 0));
  }

  /** A case of which y is graded. */
  public static Report.Result graded(String id, Assessment y) {
    return result(id, new Outcome.Graded(new Evaluation(Map.of(), Map.of()), Map.of(Slot.Y, y), Map.of()));
  }

  public static Hello hello(Map<Attribute, List<String>> conventions) {
    return new Hello("kernel", "2.1",
        Map.of(Operation.INFERENCE_FORWARD, Hello.Support.of(Operation.INFERENCE_FORWARD, BinaryFormat.F32)), conventions,
        EnumSet.allOf(Feature.class), Set.of(), Hello.Arithmetic.UNDECLARED);
  }

  public static Report report(Report.Result... results) {
    return new Report(hello(Map.of()), SUITE, List.of(results), List.of());
  }
}
