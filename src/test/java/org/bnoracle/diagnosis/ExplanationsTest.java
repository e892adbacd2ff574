package org.bnoracle.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.bnoracle.document.Hello;
import org.bnoracle.faults.Fault;
import org.junit.jupiter.api.Test;

class ExplanationsTest {
  private static final int BAD = 109;
  private static final Trial RIGHT = Trial.ofNoFault(Hello.Arithmetic.UNDECLARED);
  private static final Hypothesis BEST = explains(Fault.EPSILON_TWICE, 0, 100, 0);

  private static Hypothesis explains(Fault fault, int from, int to, int contradicted) {
    BitSet places = new BitSet();
    places.set(from, to);
    return new Hypothesis(RIGHT.with(Set.of(fault)), places, contradicted);
  }

  private static List<Set<Fault>> listed(Hypothesis second) {
    return Explanations.listed(List.of(BEST, second), BAD).stream().map(same -> same.get(0).faults()).toList();
  }

  @Test
  void whatExplainsLessThanHalfOfTheRestIsNotListed() {
    List<Set<Fault>> best = List.of(BEST.faults());
    assertEquals(best, listed(explains(Fault.SUMS_IN_HALF, 100, 102, 0)));
    assertEquals(best, listed(explains(Fault.SUMS_IN_HALF, 100, 104, 0)));
    assertEquals(best, listed(explains(Fault.EPSILON_OUTSIDE, 0, 99, 0)), "what is explained needs no second reason");
    assertEquals(best, listed(explains(Fault.SUMS_IN_HALF, 95, 109, 1)), "something speaks against it");
  }

  @Test
  void whatExplainsHalfOfTheRestIs() {
    assertEquals(List.of(BEST.faults(), Set.of(Fault.MOMENTUM_LOST)), listed(explains(Fault.MOMENTUM_LOST, 100, 105, 0)));
  }

  @Test
  void whatExplainsTheSameComesWithIt() {
    Hypothesis same = explains(Fault.EPSILON_OUTSIDE, 0, 100, 0);
    assertEquals(List.of(List.of(BEST, same)), Explanations.listed(List.of(BEST, same), BAD));
  }
}
