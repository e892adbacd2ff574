package org.bnoracle.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.bnoracle.gate.Runs.FIRST;
import static org.bnoracle.gate.Runs.graded;
import static org.bnoracle.gate.Runs.report;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.bnoracle.accuracy.Assessment;
import org.bnoracle.accuracy.Discrepancy;
import org.bnoracle.accuracy.Grade;
import org.bnoracle.conformance.Report;
import org.bnoracle.document.DocumentException;
import org.bnoracle.gate.Baseline;
import org.bnoracle.gate.Gate;
import org.bnoracle.gate.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportJsonTest {
  private static final Report REPORT = report(
      graded(FIRST, new Assessment(new Discrepancy(Grade.UNSTABLE, 1.0 / 3, 12.5, "one-pass"), 3, 2)),
      graded("inference-forward/subnormal/f32/0001", Grade.WRONG, Double.POSITIVE_INFINITY));
  private static final Verdict VERDICT = Gate.DEFAULT.judge(REPORT);
  private static final String JSON = new String(ReportJson.bytes(List.of(VERDICT)), UTF_8);

  private static Baseline read(String json) {
    return ReportJson.baseline(json.getBytes(UTF_8), "r.json", 2);
  }

  @Test
  void suiteAndCellsAreReadAsTheyWereWritten() {
    assertEquals(new Baseline("r.json", REPORT.suite(), REPORT.cells(), 2), read(JSON));
    assertEquals(2, REPORT.cells().size());
    assertEquals(2, REPORT.cells().get(0).unconstrained());
    assertEquals("one-pass", REPORT.cells().get(0).worst().text());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
    "\"cells\"                  | \"cell\"         | /: has no suite and cells; a report is expected, as 'conform SUBJECT --json' prints it",
    "\"suite\"                  | \"suit\"         | /: has no suite and cells; a report is expected, as 'conform SUBJECT --json' prints it",
    "\"grade\": \"wrong\"       | \"grade\": \"bad\" | /cells/1/grade: unknown grade 'bad', choose from correctly-rounded, faithful, tree, any-order, stored, unstable, wrong",
    "\"output\": \"y\"          | \"output\": \"w\"  | /cells/0/output: unknown output 'w'",
    "\"worst_ulp\": \"Infinity\" | \"worst_ulp\": true | `/cells/1/worst_ulp: a number, \"NaN\", \"Infinity\" or \"-Infinity\" is expected`",
    "\"worst_bound_ratio\"      | \"ratio\"        | /cells/0/ratio: unknown field 'ratio', expected one of: operation, format, family, output, cases, grade, worst_ulp, worst_bound_ratio, worst_case, unconstrained, unstable",
    "\"worst_bound_ratio\": 12.5, | ``             | /cells/0: a cell needs the fields worst_bound_ratio"
  })
  void aBadBaselineIsOneComplaint(String part, String replacement, String complaint) {
    assertTrue(JSON.contains(part), JSON);
    String message = assertThrows(DocumentException.class, () -> read(JSON.replaceFirst(part, replacement))).getMessage();
    assertEquals(complaint, message.replaceFirst("^r.json:\\d+:\\d+: (?=/)", "").replaceFirst("^r.json:\\d+:\\d+:", "/:"));
  }

  @Test
  void severalReportsAreNoBaseline() {
    String several = new String(ReportJson.bytes(List.of(VERDICT, VERDICT)), UTF_8);
    assertEquals("r.json:1:1: is not the report of one subject, as 'conform SUBJECT --json' prints it",
        assertThrows(DocumentException.class, () -> read(several)).getMessage());
  }
}
