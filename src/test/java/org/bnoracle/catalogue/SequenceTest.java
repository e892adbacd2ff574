package org.bnoracle.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.operation.Case;
import org.bnoracle.operation.Operation;
import org.bnoracle.operation.Slot;
import org.bnoracle.oracle.Oracle;
import org.bnoracle.oracle.Output;
import org.bnoracle.tensor.Tensor;
import org.junit.jupiter.api.Test;

class SequenceTest {
  private static final List<Slot> STATE = List.of(Slot.RUNNING_MEAN, Slot.RUNNING_VARIANCE);

  private static Tensor given(Case step, Slot slot) {
    Map<Slot, Output> outputs = Oracle.evaluate(step).outputs();
    return outputs.get(slot) instanceof Output.Values values ? values.tensor() : step.inputs().get(slot);
  }

  @Test
  void everyFormatHasASequenceOfEachConvention() {
    assertEquals(2 * BinaryFormat.ALL.size(), Sequence.published().size());
    for (Sequence sequence : Sequence.published()) {
      assertEquals(
          List.of(Operation.TRAINING_FORWARD, Operation.TRAINING_FORWARD, Operation.INFERENCE_FORWARD, Operation.INFERENCE_BACKWARD),
          sequence.steps().stream().map(Case::operation).toList());
    }
  }

  @Test
  void eachStepTakesTheRoundedStateOfTheStepBefore() {
    for (Sequence sequence : Sequence.published()) {
      for (int i = 1; i < sequence.steps().size(); i++) {
        for (Slot slot : STATE) {
          assertEquals(given(sequence.steps().get(i - 1), slot), sequence.steps().get(i).inputs().get(slot),
              sequence.steps().get(i).id());
        }
      }
    }
  }

  @Test
  void theTrainingStepsDiffer() {
    for (Sequence sequence : Sequence.published()) {
      assertNotEquals(sequence.steps().get(0).data(), sequence.steps().get(1).data());
    }
  }

  @Test
  void theStepsAreCasesOfTheSuiteAndTheManifestNamesThem() {
    Selection f32 = new Selection(
        Set.of(), Set.of(BinaryFormat.F32), Set.of(Families.named("sequences")), Optional.empty(), Optional.empty());
    List<Suite.Evaluated> parts = Suite.evaluate(f32.parts(), "test", part -> {});
    List<Sequence> sequences = Families.SEQUENCES.sequences(BinaryFormat.F32);
    assertEquals(sequences.stream().map(Sequence::ids).toList(), Suite.manifest("part", "test", parts).sequences());
    List<String> ids = parts.stream().flatMap(part -> part.part().cases().stream()).map(Case::id).toList();
    assertTrue(sequences.stream().allMatch(sequence -> ids.containsAll(sequence.ids())));
    assertEquals(8, ids.size());
  }

  @Test
  void aManifestNamesOnlySequencesThatAreThereAsAWhole() {
    Selection training = new Selection(Set.of(Operation.TRAINING_FORWARD), Set.of(BinaryFormat.F32),
        Set.of(Families.named("sequences")), Optional.empty(), Optional.empty());
    List<Suite.Evaluated> parts = Suite.evaluate(training.parts(), "test", part -> {});
    assertEquals(List.of(), Suite.manifest("part", "test", parts).sequences());
  }
}
