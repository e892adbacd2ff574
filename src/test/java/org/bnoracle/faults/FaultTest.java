package org.bnoracle.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bnoracle.operation.BugClass;
import org.junit.jupiter.api.Test;

class FaultTest {
  /** Bugs that nobody has written down as a fault yet. */
  private static final Set<Integer> OPEN = Set.of();

  @Test
  void everyClassOfBugsHasAFaultOrSaysWhyNoCaseShowsIt() {
    Set<Integer> withFaults = Arrays.stream(Fault.values()).map(fault -> fault.bugClass().number()).collect(Collectors.toSet());
    Set<Integer> without = new HashSet<>(OPEN);
    for (BugClass bugClass : BugClass.values()) {
      if (bugClass.missingCapability().isPresent()) {
        without.add(bugClass.number());
      }
    }
    Set<Integer> expected = Arrays.stream(BugClass.values()).map(BugClass::number).filter(number -> !withFaults.contains(number))
        .collect(Collectors.toSet());
    assertEquals(expected, without);
  }

  @Test
  void namesAreFound() {
    for (Fault fault : Fault.values()) {
      assertEquals(Optional.of(fault), Fault.named(fault.label()));
    }
    assertEquals(Optional.empty(), Fault.named("no-such-fault"));
  }
}
