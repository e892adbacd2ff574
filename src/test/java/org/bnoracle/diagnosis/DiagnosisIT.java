package org.bnoracle.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.bnoracle.Once;
import org.bnoracle.accuracy.Computation;
import org.bnoracle.document.Hello;
import org.bnoracle.faults.Fault;
import org.bnoracle.faults.FaultyProgram;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.subject.ComputedSubject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Faults, hidden under a neutral name and run with sums in random orders, are put first, alone and in pairs. On the small cases
 * in f32, and in f16 for what only narrow data show.
 */
@Once
class DiagnosisIT {
  private static final long SEED = 5;
  private static final int PAIRS = 44;
  /** What these change is no more than what bounds of the other fault allow for. */
  private static final Set<Fault> ROUNDING = EnumSet.of(Fault.ONE_PASS, Fault.ONE_PASS_CLAMPED, Fault.REARRANGED,
      Fault.MEAN_IN_HALF, Fault.SUMS_IN_HALF, Fault.SUM_IN_DATA_FORMAT, Fault.STORED_IN_BF16, Fault.COMPUTED_IN_F32, Fault.SUBNORMALS_FLUSHED);
  /** All subjects here meet the same cases: what single faults make of them is computed once. */
  private static final Trial RIGHT = Trial.ofNoFault(Hello.Arithmetic.UNDECLARED);

  private static Diagnosis diagnosis(Computation program, BinaryFormat format) {
    return SmallSuite.diagnosis(
        new ComputedSubject("device under test", "1", BinaryFormat.ALL, program, SmallSuite.shuffled(SEED)), format, RIGHT);
  }

  private static void assertFirst(Set<Fault> hidden, Diagnosis diagnosis) {
    assertFalse(diagnosis.findings().isEmpty(), hidden + " is not explained: " + diagnosis);
    List<Set<Fault>> best = diagnosis.findings().get(0).alternatives();
    assertTrue(best.contains(hidden), "seed %d: %s is hidden, found was %s".formatted(SEED, hidden, diagnosis));
  }

  @ParameterizedTest
  @EnumSource
  void aHiddenFaultIsPutFirstAndAlone(Fault fault) {
    BinaryFormat format = switch (fault) {
      case SUMS_IN_HALF, SUM_IN_DATA_FORMAT, ROWS_UNWRITTEN -> BinaryFormat.F16;
      case COMPUTED_IN_F32 -> BinaryFormat.F64;
      default -> BinaryFormat.F32;
    };
    Diagnosis diagnosis = diagnosis(new FaultyProgram(Set.of(fault)), format);
    assertFirst(Set.of(fault), diagnosis);
    assertEquals(1, diagnosis.findings().size(), fault + ": " + diagnosis);
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void bothOfTwoHiddenFaultsArePutFirst(Set<Fault> pair) {
    assertFirst(pair, diagnosis(new FaultyProgram(pair), BinaryFormat.F32));
  }

  /** Pairs in an order that the seed gives, of those that show both their faults on the cases. */
  static List<Set<Fault>> pairs() {
    List<Set<Fault>> all = new ArrayList<>();
    for (Fault one : Fault.values()) {
      for (Fault other : Fault.values()) {
        if (one.compareTo(other) < 0 && !ROUNDING.contains(one) && !ROUNDING.contains(other)) {
          all.add(EnumSet.of(one, other));
        }
      }
    }
    Collections.shuffle(all, new Random(SEED));
    Visible visible = new Visible(SmallSuite.of(BinaryFormat.F32));
    return all.stream().filter(visible::shows).limit(PAIRS).toList();
  }

  @Test
  void aThirdFaultThatShowsElsewhereIsListedToo() {
    Set<Fault> two = Set.of(Fault.MOMENTUM_REVERSED, Fault.NO_MEAN_GRADIENT);
    Set<Fault> three = Set.of(Fault.MOMENTUM_REVERSED, Fault.NO_MEAN_GRADIENT, Fault.FOLDED_BIAS_DROPPED);
    Diagnosis diagnosis = diagnosis(new FaultyProgram(three), BinaryFormat.F32);
    assertFirst(two, diagnosis);
    assertEquals(List.of(Set.of(Fault.FOLDED_BIAS_DROPPED)), diagnosis.findings().get(1).alternatives(), diagnosis.toString());
  }
}
