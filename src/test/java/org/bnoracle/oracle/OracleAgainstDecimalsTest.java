package org.bnoracle.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.bnoracle.operation.Case;

/** Decimal intervals of 60 and 120 digits confirm every value; only ties, what is next to them, and exact zeros may stay open. */
class OracleAgainstDecimalsTest {
  @Property(tries = 400)
  void decimalsConfirmEveryValue(@ForAll(supplier = RandomCase.class) Case question) {
    Evaluation evaluation = Oracle.evaluate(question);
    for (int digits : new int[] {60, 120}) {
      DecimalOpinion opinion = new DecimalOpinion(digits);
      opinion.consider(question, evaluation.outputs());
      assertEquals(0, opinion.refuted());
      assertEquals(0, opinion.skipped());
      assertEquals(OpenValues.all(evaluation), opinion.confirmed() + opinion.indeterminate());
      assertTrue(opinion.indeterminate() <= OpenValues.count(evaluation),
          () -> opinion.indeterminate() + " are indeterminate, but only " + OpenValues.count(evaluation) + " may be");
    }
  }
}
