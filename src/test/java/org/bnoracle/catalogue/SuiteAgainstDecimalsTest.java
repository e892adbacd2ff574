package org.bnoracle.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.bnoracle.operation.Case;
import org.bnoracle.oracle.DecimalOpinion;
import org.bnoracle.oracle.Evaluation;
import org.bnoracle.oracle.OpenValues;
import org.bnoracle.oracle.Oracle;
import org.junit.jupiter.api.Test;

/** Decimal intervals of 60 and 120 digits refute nothing in the whole catalogue. */
class SuiteAgainstDecimalsTest {
  private static final List<Integer> DIGITS = List.of(60, 120);

  @Test
  void onlyTiesAndExactZerosStayOpen() {
    List<DecimalOpinion> opinions = DIGITS.stream().map(DecimalOpinion::new).toList();
    int values = 0;
    for (Suite.Part part : Suite.CORE.parts()) {
      for (Case question : part.cases()) {
        Evaluation evaluation = Oracle.evaluate(question);
        opinions.forEach(opinion -> assertOnlyTiesStayOpen(opinion, question, evaluation));
        values += OpenValues.all(evaluation);
      }
    }
    for (DecimalOpinion opinion : opinions) {
      assertEquals(values, opinion.confirmed() + opinion.indeterminate() + opinion.skipped());
      assertTrue(opinion.confirmed() > 10 * opinion.skipped(), () -> opinion.skipped() + " are skipped");
    }
  }

  private static void assertOnlyTiesStayOpen(DecimalOpinion opinion, Case question, Evaluation evaluation) {
    int before = opinion.indeterminate();
    opinion.consider(question, evaluation.outputs());
    int open = opinion.indeterminate() - before;
    assertEquals(0, opinion.refuted(), question.id());
    assertTrue(open <= OpenValues.count(evaluation), () -> question.id() + " leaves " + open + " open");
  }
}
