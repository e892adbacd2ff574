package org.bnoracle.power;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bnoracle.catalogue.Suite;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.operation.Operation;
import org.junit.jupiter.api.Test;

/** On the ordinary cases in f64. */
class MutantsTest {
  private static Mutants mutants(Operation operation) {
    List<Suite.Part> ordinary = Suite.CORE.parts().stream()
        .filter(part -> part.family().name().equals("well-scaled") && part.format().equals(BinaryFormat.F64)).toList();
    return new Mutants(operation, new Traps(ordinary).of(operation));
  }

  private static Mutant labelled(Mutants mutants, String label) {
    return mutants.all().stream().filter(mutant -> mutant.label().equals(label)).findFirst().orElseThrow();
  }

  @Test
  void everyOperationOfTheTextIsASite() {
    Map<Form, Long> sites = mutants(Operation.INFERENCE_FORWARD).all().stream().map(Mutant::site).distinct()
        .collect(Collectors.groupingBy(Site::form, Collectors.counting()));
    assertEquals(Map.of(Form.SUM, 2L, Form.DIFFERENCE, 1L, Form.PRODUCT, 2L, Form.QUOTIENT, 1L, Form.ROOT, 1L), sites);
  }

  @Test
  void theSameMethodIsMutatedWhereOneEquationCallsIt() {
    List<String> labels = mutants(Operation.TRAINING_BACKWARD).all().stream().map(Mutant::label).toList();
    assertTrue(labels.contains("variance › deviations: a - b → a + b"));
    assertTrue(labels.contains("trainingBackward › gradientOfVariance › deviations: a - b → a + b"));
    assertTrue(labels.contains("trainingBackward › gradientOfScale › deviations: a - b → a + b"));
  }

  @Test
  void mutantsAreCaughtOrCertified() {
    for (Operation operation : List.of(Operation.INFERENCE_FORWARD, Operation.INFERENCE_BACKWARD, Operation.FOLD)) {
      Mutants mutants = mutants(operation);
      for (Mutant mutant : mutants.all()) {
        assertTrue(mutants.caught(mutant).isPresent(), operation + " " + mutant.label());
        assertFalse(mutants.isEquivalent(mutant), operation + " " + mutant.label());
      }
    }
  }

  @Test
  void deviationsThatAddUpToNothingNeedNoTerm() {
    Mutants mutants = mutants(Operation.TRAINING_BACKWARD);
    Mutant withoutTerm = labelled(mutants, "trainingBackward › gradientOfMean: a - b (2) → a");
    assertTrue(mutants.isEquivalent(withoutTerm));
    assertTrue(mutants.caught(withoutTerm).isEmpty());
    Mutant reversed = labelled(mutants, "variance › deviations: a - b → b - a");
    assertTrue(mutants.isEquivalent(reversed));
  }

  @Test
  void equalForSomeCountsIsNotEquivalent() {
    Mutants mutants = mutants(Operation.TRAINING_FORWARD);
    assertFalse(mutants.isEquivalent(labelled(mutants, "mean: a/m → a")));
    assertFalse(mutants.isEquivalent(labelled(mutants, "mean: a/m → a/(m-1)")));
  }
}
