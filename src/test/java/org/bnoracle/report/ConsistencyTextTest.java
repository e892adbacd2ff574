package org.bnoracle.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bnoracle.catalogue.Families;
import org.bnoracle.catalogue.Selection;
import org.bnoracle.conformance.Conformance;
import org.bnoracle.conformance.Consistency;
import org.bnoracle.conformance.Report;
import org.bnoracle.equations.Summation;
import org.bnoracle.faults.Fault;
import org.bnoracle.faults.FaultyProgram;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.operation.Operation;
import org.bnoracle.subject.ComputedSubject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsistencyTextTest {
  private static final Set<Operation> OPERATIONS = EnumSet.of(Operation.TRAINING_FORWARD, Operation.INFERENCE_FORWARD,
      Operation.TRAINING_BACKWARD, Operation.INFERENCE_BACKWARD);

  private static Report report(BinaryFormat format, Fault... faults) {
    Set<Fault> all = Arrays.stream(faults).collect(Collectors.toSet());
    Selection selection = new Selection(OPERATIONS, Set.of(format), Set.of(Families.named("well-scaled")), Optional.empty(), Optional.empty());
    return Conformance.run(
        new ComputedSubject("device under test", "1", List.of(format), new FaultyProgram(all), Summation.PAIRWISE), selection);
  }

  @ParameterizedTest
  @ValueSource(strings = {"f64", "f32"})
  void theRightGradientsAreThoseOfTheRightForward(String format) {
    Report report = report(BinaryFormat.named(format));
    assertEquals(List.of("training-backward dx", "training-backward dgamma", "training-backward dbeta",
        "inference-backward dx", "inference-backward dgamma", "inference-backward dbeta"),
        report.consistency().stream().map(c -> c.backward().label() + " " + c.output().label()).toList());
    for (Consistency consistency : report.consistency()) {
      assertTrue(consistency.holds() && consistency.derivatives() >= 4, consistency.toString());
    }
    assertEquals(List.of(), ConsistencyText.lines(report));
  }

  @Test
  void gradientsOfAnotherForwardAreRightForIt() {
    assertEquals(List.of("training-backward f64 is right for this forward: dx, dgamma, dbeta are gradients of the y that it gives",
        "inference-backward f64 is right for this forward: dx, dgamma, dbeta are gradients of the y that it gives"),
        ConsistencyText.lines(report(BinaryFormat.F64, Fault.EPSILON_TWICE)));
  }

  @Test
  void rightGradientsAreNotThoseOfAnotherForward() {
    assertEquals(List.of("training-backward f64 is not the gradient of this forward in dx, dgamma, though right by the equations"),
        ConsistencyText.lines(report(BinaryFormat.F64, Fault.SAMPLE_NORMALISES)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"f64", "f32"})
  void wrongGradientsAreNotThoseOfTheRightForward(String format) {
    assertEquals(List.of("training-backward %s is not the gradient of this forward in dx".formatted(format)),
        ConsistencyText.lines(report(BinaryFormat.named(format), Fault.NO_MEAN_GRADIENT)));
  }
}
