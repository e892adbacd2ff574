package org.bnoracle.report;

import static org.bnoracle.gate.Runs.FIRST;
import static org.bnoracle.gate.Runs.SECOND;
import static org.bnoracle.gate.Runs.graded;
import static org.bnoracle.gate.Runs.report;
import static org.bnoracle.gate.Runs.result;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bnoracle.accuracy.Grade;
import org.bnoracle.conformance.Outcome;
import org.bnoracle.gate.Breach;
import org.bnoracle.gate.Gate;
import org.bnoracle.gate.Verdict;
import org.bnoracle.subject.SubjectException.Failure;
import org.junit.jupiter.api.Test;

class MarkdownTest {
  private static String markdown(Verdict... verdicts) {
    return new String(Markdown.bytes(List.of(verdicts)), StandardCharsets.UTF_8);
  }

  @Test
  void aSummaryHasTableReasonsAndSuite() {
    Verdict verdict = Gate.DEFAULT.judge(report(
        graded(FIRST, Grade.TREE, 0.5), graded("inference-forward/subnormal/f32/0001", Grade.WRONG, 7)));
    assertEquals("""
        ## kernel 2.1: gate failed

        Worst grade, and how many outputs of families have it:

        | operation | f32 |
        | --- | --- |
        | inference-forward | wrong, 1 of 2 |

        - inference-forward f32 y is wrong, required is unstable (inference-forward/subnormal/f32/0001)

        Suite core, 2 cases, sha256 0123456789abcdef: 2 graded.
        """, markdown(verdict));
  }

  @Test
  void aRunThatPassesHasNoReasons() {
    String text = markdown(Gate.DEFAULT.judge(report(graded(FIRST, Grade.TREE, 0.5))));
    assertTrue(text.startsWith("## kernel 2.1: gate passed\n"), text);
    assertFalse(text.contains("\n- "), text);
  }

  @Test
  void withoutAnyGradeThereIsNoTable() {
    assertFalse(markdown(Gate.DEFAULT.judge(report(result(FIRST, new Outcome.Unsupported("any"))))).contains("|"));
  }

  @Test
  void whatASubjectSaysIsShownAsItIs() {
    Verdict verdict = Gate.DEFAULT.judge(report(
        result(FIRST, new Outcome.Failed(Failure.CRASHED, "")), graded(SECOND, Grade.TREE, 0.5)));
    Verdict odd = new Verdict(verdict.report(),
        List.of(new Breach("<img src=x> `a|b` *c*\n# d [e](f) \\g", "", Optional.empty())));
    assertTrue(markdown(odd).contains("\n- \\<img src=x\\> \\`a\\|b\\` \\*c\\* \\# d \\[e\\](f) \\\\g\n"), markdown(odd));
  }

  @Test
  void tooManyReasonsAreCounted() {
    Verdict verdict = Gate.DEFAULT.judge(report(graded(FIRST, Grade.TREE, 0.5)));
    List<Breach> breaches = IntStream.range(0, 60).mapToObj(i -> new Breach("reason " + i, "", Optional.empty())).toList();
    String text = markdown(new Verdict(verdict.report(), breaches));
    assertEquals(51, text.lines().filter(line -> line.startsWith("- ")).count());
    assertTrue(text.contains("\n- and 10 more\n"), text);
  }

  @Test
  void severalSubjectsFollowEachOther() {
    Verdict verdict = Gate.DEFAULT.judge(report(graded(FIRST, Grade.TREE, 0.5)));
    assertEquals(2, markdown(verdict, verdict).split("## kernel", -1).length - 1);
  }
}
