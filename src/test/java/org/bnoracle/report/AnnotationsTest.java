package org.bnoracle.report;

import static org.bnoracle.gate.Runs.FIRST;
import static org.bnoracle.gate.Runs.graded;
import static org.bnoracle.gate.Runs.report;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bnoracle.accuracy.Grade;
import org.bnoracle.conformance.Report;
import org.bnoracle.document.Hello;
import org.bnoracle.gate.Breach;
import org.bnoracle.gate.Gate;
import org.bnoracle.gate.Runs;
import org.bnoracle.gate.Verdict;
import org.junit.jupiter.api.Test;

class AnnotationsTest {
  private static final Report GOOD = report(graded(FIRST, Grade.TREE, 0.5));

  private static Verdict failed(Report report, List<String> reasons) {
    return new Verdict(report, reasons.stream().map(reason -> new Breach(reason, "", Optional.empty())).toList());
  }

  @Test
  void aReasonIsAnError() {
    assertEquals(
        List.of("::error title=bn-oracle%3A kernel::inference-forward f32 y is wrong, required is unstable (" + FIRST + ")"),
        Annotations.lines(List.of(Gate.DEFAULT.judge(report(graded(FIRST, Grade.WRONG, 9))))));
  }

  @Test
  void aRunThatPassesHasNone() {
    assertEquals(List.of(), Annotations.lines(List.of(Gate.DEFAULT.judge(GOOD))));
  }

  @Test
  void nothingASubjectSaysIsACommand() {
    Hello hello = new Hello("a,b:c\n::set-output", "1", GOOD.subject().operations(), GOOD.subject().conventions(),
        GOOD.subject().capabilities(), GOOD.subject().encodings(), GOOD.subject().arithmetic());
    Report report = new Report(hello, Runs.SUITE, GOOD.results(), List.of());
    assertEquals(List.of("::error title=bn-oracle%3A a%2Cb%3Ac%0A%3A%3Aset-output::100%25 wrong%0D%0A::error::more"),
        Annotations.lines(List.of(failed(report, List.of("100% wrong\r\n::error::more")))));
  }

  @Test
  void theLastOfTooManySaysSo() {
    List<String> ten = IntStream.range(0, 10).mapToObj(i -> "reason " + i).toList();
    assertEquals(10, Annotations.lines(List.of(failed(GOOD, ten))).size());
    List<String> lines = Annotations.lines(List.of(failed(GOOD, ten), failed(GOOD, List.of("another"))));
    assertEquals(10, lines.size());
    assertEquals("::error title=bn-oracle%3A gate::and 2 more reasons; the report has them all", lines.get(9));
  }
}
