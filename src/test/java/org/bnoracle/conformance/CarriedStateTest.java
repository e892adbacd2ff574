package org.bnoracle.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.bnoracle.accuracy.Grade;
import org.bnoracle.catalogue.Families;
import org.bnoracle.catalogue.Selection;
import org.bnoracle.document.Answer;
import org.bnoracle.document.Hello;
import org.bnoracle.gate.Gate;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.operation.Case;
import org.bnoracle.operation.Operation;
import org.bnoracle.operation.Slot;
import org.bnoracle.oracle.Oracle;
import org.bnoracle.oracle.Output;
import org.bnoracle.subject.StandIn;
import org.bnoracle.subject.Subject;
import org.bnoracle.subject.SubjectException.Failure;
import org.bnoracle.tensor.Tensor;
import org.junit.jupiter.api.Test;

class CarriedStateTest {
  private static final Selection SEQUENCES = new Selection(
      Set.of(), Set.of(BinaryFormat.F32), Set.of(Families.named("sequences")), Optional.empty(), Optional.empty());
  private static final int SEQUENCE_COUNT = 2;

  private static Hello hello(List<Slot> trainingOutputs) {
    Map<Operation, Hello.Support> operations = new EnumMap<>(Operation.class);
    for (Operation operation : Operation.values()) {
      operations.put(operation, Hello.Support.of(operation, BinaryFormat.F32));
    }
    operations.put(Operation.TRAINING_FORWARD, new Hello.Support(List.of(BinaryFormat.F32), trainingOutputs));
    return Hello.of("s", "1", operations);
  }

  private static Report run(List<Slot> trainingOutputs, BiFunction<Case, List<Slot>, Answer> answers) {
    return Conformance.run(new StandIn(hello(trainingOutputs), answers), SEQUENCES);
  }

  /** The right values, the running statistics moved by some units in the last place. */
  private static Answer shifted(Case question, List<Slot> owed, int ulps) {
    Map<Slot, Tensor> outputs = new EnumMap<>(Slot.class);
    Map<Slot, Output> right = Oracle.evaluate(question).outputs();
    for (Slot slot : owed) {
      Tensor tensor = ((Output.Values) right.get(slot)).tensor();
      boolean isState = slot == Slot.RUNNING_MEAN || slot == Slot.RUNNING_VARIANCE;
      double[] data = new double[tensor.size()];
      for (int i = 0; i < data.length; i++) {
        data[i] = tensor.get(i) + (isState ? ulps * tensor.format().ulp(tensor.get(i)) : 0);
      }
      outputs.put(slot, new Tensor(tensor.format(), tensor.shape(), data));
    }
    return new Answer.Results(outputs);
  }

  private static List<Cell> cells(Report report, String family) {
    return report.cells().stream().filter(cell -> cell.family().equals(family)).toList();
  }

  @Test
  void eachStepIsComparedWithTheExactResultForTheSubjectsOwnState() {
    Report report =
        run(Operation.TRAINING_FORWARD.signature().allOutputs(), (question, owed) -> shifted(question, owed, 1000));
    assertEquals(3 * SEQUENCE_COUNT, report.carried().size());
    List<Cell> inference = cells(report, Conformance.CARRIED).stream().filter(cell -> cell.operation() != Operation.TRAINING_FORWARD).toList();
    assertFalse(inference.isEmpty());
    inference.forEach(cell -> assertEquals(Grade.CORRECTLY_ROUNDED, cell.worst().grade(), cell.toString()));
  }

  @Test
  void carriedStepsDoNotCountAmongTheCasesOfTheSuite() {
    Report report = run(Operation.TRAINING_FORWARD.signature().allOutputs(), (question, owed) -> shifted(question, owed, 0));
    assertEquals(8, report.suite().cases());
    assertEquals(8, report.counts().get("graded"));
    assertTrue(Gate.DEFAULT.judge(report).passed());
  }

  @Test
  void withoutRunningStatisticsThereIsNothingToCarry() {
    assertEquals(List.of(), run(List.of(Slot.Y), (question, owed) -> shifted(question, owed, 0)).carried());
  }

  @Test
  void recordedResultsAreNotAskedForAnotherState() {
    StandIn exact =
        new StandIn(hello(Operation.TRAINING_FORWARD.signature().allOutputs()), (question, owed) -> shifted(question, owed, 0));
    Subject recorded = new Subject() {
      @Override
      public Hello hello() {
        return exact.hello();
      }

      @Override
      public Answer answer(Case question, List<Slot> owed) {
        return exact.answer(question, owed);
      }

      @Override
      public boolean takesNewCases() {
        return false;
      }

      @Override
      public void close() {
        exact.close();
      }
    };
    Report report = Conformance.run(recorded, SEQUENCES);
    assertEquals(List.of(), report.carried());
    assertEquals(8, report.counts().get("graded"));
  }

  @Test
  void aFailureOnTheOwnStateFailsTheGate() {
    Report report = run(Operation.TRAINING_FORWARD.signature().allOutputs(), (question, owed) -> {
      boolean isOwnState = !question.inputs().equals(published(question).inputs());
      if (isOwnState) {
        throw StandIn.failure(Failure.CRASHED, "boom");
      }
      return shifted(question, owed, 1);
    });
    assertEquals(SEQUENCE_COUNT, report.failures().size());
    assertEquals(report.failures(), Gate.DEFAULT.judge(report).breaches().stream().map(b -> b.where().orElseThrow()).toList());
  }

  private static Case published(Case question) {
    return SEQUENCES.parts().stream().flatMap(part -> part.cases().stream())
        .filter(c -> c.id().equals(question.id())).findFirst().orElseThrow();
  }
}
