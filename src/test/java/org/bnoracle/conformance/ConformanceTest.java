package org.bnoracle.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.bnoracle.accuracy.Assessment;
import org.bnoracle.accuracy.Discrepancy;
import org.bnoracle.accuracy.Grade;
import org.bnoracle.catalogue.Suite;
import org.bnoracle.document.Answer;
import org.bnoracle.document.Hello;
import org.bnoracle.gate.Gate;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.operation.Attribute;
import org.bnoracle.operation.Case;
import org.bnoracle.operation.Feature;
import org.bnoracle.operation.Operation;
import org.bnoracle.operation.Slot;
import org.bnoracle.oracle.Oracle;
import org.bnoracle.oracle.Output;
import org.bnoracle.subject.StandIn;
import org.bnoracle.subject.SubjectException.Failure;
import org.bnoracle.tensor.Tensor;
import org.junit.jupiter.api.Test;

class ConformanceTest {
  private static final List<Suite.Evaluated> PARTS = Suite.CORE.parts().stream()
      .filter(part -> part.operation() == Operation.TRAINING_FORWARD && part.format().equals(BinaryFormat.F32))
      .filter(part -> Set.of("well-scaled", "one-and-two-elements").contains(part.family().name()))
      .map(part -> part.evaluated("test")).toList();
  private static final int CASES = PARTS.stream().mapToInt(part -> part.questions().size()).sum();

  private static Hello hello(Map<Attribute, List<String>> conventions, BinaryFormat... formats) {
    return new Hello("s", "1", Map.of(Operation.TRAINING_FORWARD, Hello.Support.of(Operation.TRAINING_FORWARD, formats)),
        conventions, EnumSet.allOf(Feature.class), Set.of(), Hello.Arithmetic.UNDECLARED);
  }

  private static Report run(BiFunction<Case, List<Slot>, Answer> answers) {
    return run(hello(Map.of(), BinaryFormat.F32), answers);
  }

  private static Report run(Hello hello, BiFunction<Case, List<Slot>, Answer> answers) {
    AtomicInteger steps = new AtomicInteger();
    Report report = Conformance.run(
        new StandIn(hello, answers), new Report.SuiteIdentity("core", "0", CASES), PARTS, steps::incrementAndGet);
    assertEquals(CASES, steps.get());
    assertEquals(CASES, report.results().size());
    assertEquals(CASES, report.counts().values().stream().mapToInt(Integer::intValue).sum());
    return report;
  }

  private static Answer exact(Case question, List<Slot> owed) {
    Map<Slot, Tensor> outputs = new EnumMap<>(Slot.class);
    Oracle.evaluate(question).outputs().forEach((slot, output) -> {
      if (output instanceof Output.Values values) {
        outputs.put(slot, values.tensor());
      }
    });
    assertTrue(outputs.keySet().containsAll(owed));
    return new Answer.Results(outputs);
  }

  @Test
  void exactAnswersAreCorrectlyRoundedEverywhere() {
    Report report = run(ConformanceTest::exact);
    assertEquals(CASES, report.counts().get("graded"));
    assertTrue(report.cells().size() >= 10, "only " + report.cells().size() + " cells");
    report.cells().forEach(cell -> assertEquals(Grade.CORRECTLY_ROUNDED, cell.worst().grade()));
    report.cells().forEach(cell -> assertTrue(cell.worst().ulps() <= 0.5, cell.toString()));
    assertEquals(List.of(), Gate.DEFAULT.judge(report).reasons());
  }

  @Test
  void whoHangsThreeTimesIsNotAskedAnyMore() {
    Report report = run((question, owed) -> {
      throw StandIn.failure(Failure.TIMED_OUT, "slow");
    });
    assertEquals(3, report.counts().get("timed_out"));
    assertEquals(CASES - 3, report.counts().get("not_sent"));
  }

  /** Two hangs, and then each kind in turn. */
  private static String kind(String[] kinds, int number) {
    return number < 2 ? "timed_out" : kinds[number % kinds.length];
  }

  @Test
  void everyKindOfAnswerIsCounted() {
    String[] kinds = {"unsupported", "refused", "crashed", "malformed", "graded"};
    AtomicInteger number = new AtomicInteger();
    Report report = run((question, owed) -> switch (kind(kinds, number.getAndIncrement())) {
      case "unsupported" -> new Answer.Unsupported("later");
      case "refused" -> new Answer.Refused("never");
      case "crashed" -> throw StandIn.failure(Failure.CRASHED, "boom");
      case "timed_out" -> throw StandIn.failure(Failure.TIMED_OUT, "slow");
      case "malformed" -> throw StandIn.failure(Failure.MALFORMED, "odd");
      default -> exact(question, owed);
    });
    assertEquals(List.of("graded", "unsupported", "refused", "crashed", "timed_out", "malformed", "not_sent"),
        List.copyOf(report.counts().keySet()));
    for (String kind : kinds) {
      assertTrue(report.counts().get(kind) >= CASES / kinds.length - 1, kind);
    }
    assertEquals(2, report.counts().get("timed_out"));
    int failures = CASES - report.counts().get("graded") - report.counts().get("unsupported") - report.counts().get("refused");
    assertEquals(failures, report.failures().size());
    assertEquals(failures, Gate.DEFAULT.judge(report).breaches().size());
  }

  @Test
  void oneFailureFailsTheGate() {
    Report report = run((question, owed) -> {
      if (question.id().equals("training-forward/well-scaled/f32/0003")) {
        throw StandIn.failure(Failure.TIMED_OUT, "slow");
      }
      return exact(question, owed);
    });
    assertEquals(List.of("timed out (training-forward/well-scaled/f32/0003)"), Gate.DEFAULT.judge(report).reasons());
    assertEquals(new Outcome.Failed(Failure.TIMED_OUT, "slow"), report.failures().get(0).outcome());
  }

  @Test
  void whatTheHelloExcludesIsNotSent() {
    Hello hello = hello(Map.of(Attribute.VARIANCE_CONVENTION, List.of("population")), BinaryFormat.F32);
    Report report = run(hello, (question, owed) -> {
      assertFalse(hello.excludes(question).isPresent(), question.id());
      return exact(question, owed);
    });
    assertTrue(report.counts().get("not_sent") > 0);
    assertTrue(report.results().stream().map(Report.Result::outcome)
        .anyMatch(new Outcome.NotSent("variance_convention sample")::equals));
    assertTrue(Gate.DEFAULT.judge(report).passed());
  }

  @Test
  void nothingGradedFailsTheGate() {
    Report report = run((question, owed) -> new Answer.Unsupported("all"));
    assertFalse(report.isGraded());
    assertEquals(List.of("nothing was graded for training-forward in f32"), Gate.DEFAULT.judge(report).reasons());
  }

  @Test
  void aDeclaredFormatOfWhichNoCaseIsGradedFailsTheGate() {
    Report report = run(hello(Map.of(Attribute.CHANNEL_AXIS, List.of("5")), BinaryFormat.F32), ConformanceTest::exact);
    assertFalse(report.isGraded());
    assertEquals(List.of("nothing was graded for training-forward in f32"), Gate.DEFAULT.judge(report).reasons());
  }

  @Test
  void aDeclaredFormatThatTheSuiteDoesNotHaveIsNotAskedFor() {
    Report report = run(hello(Map.of(), BinaryFormat.F32, BinaryFormat.F64), ConformanceTest::exact);
    assertTrue(Gate.DEFAULT.judge(report).passed());
  }

  @Test
  void aCellNamesItsWorstCase() {
    Report report = run((question, owed) -> {
      Map<Slot, Tensor> outputs = new EnumMap<>(((Answer.Results) exact(question, owed)).outputs());
      if (question.id().equals("training-forward/well-scaled/f32/0002")) {
        Tensor right = outputs.get(Slot.MEAN);
        double[] wrong = new double[right.size()];
        wrong[0] = right.get(0) + 4000 * BinaryFormat.F32.ulp(right.get(0));
        for (int i = 1; i < wrong.length; i++) {
          wrong[i] = right.get(i);
        }
        outputs.put(Slot.MEAN, new Tensor(right.format(), right.shape(), wrong));
      }
      return new Answer.Results(outputs);
    });
    Cell cell = report.cells().stream()
        .filter(c -> c.output() == Slot.MEAN && c.family().equals("well-scaled")).findFirst().orElseThrow();
    assertEquals("training-forward/well-scaled/f32/0002", cell.worstCase());
    assertEquals(Grade.WRONG, cell.worst().grade());
    assertTrue(Math.abs(cell.worst().ulps() - 4000) <= 0.5, cell.toString());
    assertEquals(8, cell.cases());
    assertEquals(1, report.cells().stream().filter(c -> c.worst().grade() == Grade.WRONG).count());
  }

  @Test
  void undefinedOutputsAreNotOwed() {
    Report report = run((question, owed) -> {
      if (question.view().count() == 0) {
        assertFalse(owed.contains(Slot.MEAN), question.id());
      }
      return exact(question, owed);
    });
    assertTrue(report.results().stream().anyMatch(result -> result.question().view().count() == 0));
    assertTrue(Gate.DEFAULT.judge(report).passed());
  }

  @Test
  void outputsThatTheSubjectDoesNotDeclareAreNotOwed() {
    Hello hello = Hello.of("s", "1",
        Map.of(Operation.TRAINING_FORWARD, new Hello.Support(List.of(BinaryFormat.F32), List.of(Slot.Y))));
    Report report = run(hello, (question, owed) -> {
      assertEquals(List.of(Slot.Y), owed);
      return exact(question, owed);
    });
    assertEquals(Set.of(Slot.Y), report.cells().stream().map(Cell::output).collect(Collectors.toSet()));
  }

  @Test
  void aCellStartsWithoutError() {
    Cell cell = new Cell(Operation.TRAINING_FORWARD, BinaryFormat.F32, "f", Slot.Y, 0, Discrepancy.none(), "first", 0);
    assertEquals("first", cell.and(Assessment.NONE, "second").worstCase());
    assertEquals("second", cell.and(new Assessment(new Discrepancy(Grade.FAITHFUL, 0.75), 0, 0), "second").worstCase());
  }
}
