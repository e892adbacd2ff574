package org.bnoracle.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Everything that documents name is found by its name again, and nothing else is. */
class LookupsTest {
  @ParameterizedTest
  @EnumSource
  void slots(Slot slot) {
    assertEquals(Optional.of(slot), Slot.named(slot.label()));
    assertFalse(slot.meaning().isBlank());
  }

  @ParameterizedTest
  @EnumSource
  void attributes(Attribute attribute) {
    assertEquals(Optional.of(attribute), Attribute.named(attribute.label()));
    assertFalse(attribute.meaning().isBlank());
    Set<Attribute> optional = EnumSet.of(Attribute.STATISTICS_FORMAT, Attribute.BATCH_INDEX, Attribute.GROUPS, Attribute.MASK,
        Attribute.STRIDES, Attribute.IN_PLACE, Attribute.REPEAT, Attribute.ACTIVATION);
    assertEquals(!optional.contains(attribute), attribute.required());
    attribute.alternative().ifPresent(other -> assertEquals(Optional.of(attribute), other.alternative()));
  }

  @ParameterizedTest
  @EnumSource
  void features(Feature feature) {
    assertEquals(Optional.of(feature), Feature.named(feature.label()));
    assertFalse(feature.meaning().isBlank());
  }

  @ParameterizedTest
  @EnumSource
  void operations(Operation operation) {
    assertEquals(operation, Operation.named(operation.label()));
  }

  @Test
  void labelsAreThoseOfDocuments() {
    assertEquals("running_mean", Slot.RUNNING_MEAN.label());
    assertEquals("channel_axis", Attribute.CHANNEL_AXIS.label());
    assertEquals(Attribute.Kind.CHOICE, Attribute.VARIANCE_CONVENTION.kind());
    assertEquals("upstream-statistics", Feature.UPSTREAM_STATISTICS.label());
    assertEquals("inference-backward", Operation.INFERENCE_BACKWARD.label());
  }

  @Test
  void unknownNamesAreNotFound() {
    assertTrue(Slot.named("X").isEmpty());
    assertTrue(Attribute.named("axis").isEmpty());
    assertTrue(Feature.named("EMPTY").isEmpty());
    Exception e = assertThrows(IllegalArgumentException.class, () -> Operation.named("training"));
    assertTrue(e.getMessage().startsWith("unknown operation 'training', choose from training-forward, inference-forward, "),
        e.getMessage());
  }
}
