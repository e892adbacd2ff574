package org.bnoracle.accuracy;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.bnoracle.Once;
import org.junit.jupiter.api.Test;

/** The soundness of all bounds on tens of millions of elements. */
@Once
class SoundnessIT {
  private static final long LEAST = 20_000_000;

  @Test
  void noRunOfAnyClassLeavesItsBounds() {
    long compared = Arrays.stream(AlgorithmClass.values()).mapToLong(algorithms -> SoundnessTest.compare(algorithms, 22)).sum();
    System.out.printf("soundness of bounds: %d elements compared, none outside, seed %d%n", compared, SoundnessTest.SEED);
    assertTrue(compared >= LEAST, "only " + compared + " elements were compared");
  }
}
