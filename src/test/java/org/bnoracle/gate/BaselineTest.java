package org.bnoracle.gate;

import static org.bnoracle.gate.Runs.FIRST;
import static org.bnoracle.gate.Runs.SECOND;
import static org.bnoracle.gate.Runs.SUITE;
import static org.bnoracle.gate.Runs.graded;
import static org.bnoracle.gate.Runs.report;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.bnoracle.accuracy.Grade;
import org.bnoracle.conformance.Outcome;
import org.bnoracle.conformance.Report;
import org.bnoracle.document.DocumentException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BaselineTest {
  private static final String CELL = "inference-forward f32 y in well-scaled: ";

  private static List<String> reasons(Report before, Report now, double factor) {
    Baseline baseline = new Baseline("old.json", before.suite(), before.cells(), factor);
    return new Gate(PolicyTest.ANYTHING, Optional.of(baseline)).judge(now).reasons();
  }

  @Test
  void theSameRunPasses() {
    Report report = report(graded(FIRST, Grade.WRONG, Double.POSITIVE_INFINITY), graded(SECOND, Grade.TREE, 0.25));
    assertEquals(List.of(), reasons(report, report, 1));
  }

  @Test
  void noCellMayGetAWorseGrade() {
    for (Grade before : Grade.values()) {
      for (Grade now : Grade.values()) {
        List<String> reasons = reasons(report(graded(FIRST, before, 0.5)), report(graded(FIRST, now, 0.5)), 2);
        assertEquals(now.compareTo(before) > 0
            ? List.of(CELL + now.label() + " (" + FIRST + "), " + before.label() + " in the baseline")
            : List.of(), reasons);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"0.25, 0.5, 2, true", "0.25, 0.51, 2, false", "0.25, 0.51, 3, true", "0.25, 0.1, 1, true", "0, 0.001, 2, false",
    "0.5, Infinity, 1e300, false", "Infinity, Infinity, 1, true"})
  void theErrorMayGrowByTheFactor(double before, double now, double factor, boolean passes) {
    List<String> reasons = reasons(report(graded(FIRST, Grade.STORED, before)), report(graded(FIRST, Grade.STORED, now)), factor);
    assertEquals(passes, reasons.isEmpty(), reasons.toString());
  }

  @Test
  void aGrownErrorNamesTheCaseAndBothErrors() {
    assertEquals(List.of(CELL + "0.750 of the bound (" + FIRST + "), 0.250 in the baseline"),
        reasons(report(graded(FIRST, Grade.TREE, 0.25)), report(graded(FIRST, Grade.TREE, 0.75)), 2));
  }

  @Test
  void aCellMustNotVanish() {
    Report before = report(graded(FIRST, Grade.TREE, 0.25));
    Report now = report(Runs.result(FIRST, new Outcome.Unsupported("any more")));
    assertEquals(List.of("nothing was graded for inference-forward in f32", CELL + "no longer graded"), reasons(before, now, 2));
  }

  @Test
  void aCellMustNotGetSmaller() {
    Report before = report(graded(FIRST, Grade.TREE, 0.25), graded(SECOND, Grade.TREE, 0.25));
    Report now = report(graded(FIRST, Grade.TREE, 0.25), Runs.result(SECOND, new Outcome.Refused("too hard")));
    assertEquals(List.of(CELL + "graded in 1 of the baseline's 2 cases"), reasons(before, now, 2));
    assertEquals(List.of(), reasons(now, before, 2));
  }

  @Test
  void whatTheBaselineDoesNotHaveIsNotCompared() {
    Report before = report(graded(FIRST, Grade.TREE, 0.25));
    Report now = report(graded(FIRST, Grade.TREE, 0.25), graded("inference-forward/subnormal/f32/0001", Grade.WRONG, 9));
    assertEquals(List.of(), reasons(before, now, 2));
  }

  @Test
  void anotherSuiteIsNotCompared() {
    Baseline baseline = new Baseline("old.json", SUITE, List.of(), 2);
    assertDoesNotThrow(() -> baseline.requireSuite(SUITE));
    Report.SuiteIdentity other = new Report.SuiteIdentity("part of core", "f".repeat(64), 1);
    assertEquals("old.json: /suite: is a run of 'core' (2 cases, sha256 0123456789ab), this is one of 'part of core' (1 cases, "
        + "sha256 ffffffffffff); make the baseline anew with this version and selection",
        assertThrows(DocumentException.class, () -> baseline.requireSuite(other)).getMessage());
  }
}
