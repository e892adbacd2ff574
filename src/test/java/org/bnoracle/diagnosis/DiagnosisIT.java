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
import org.bnoracle.catalogue.Selection;
import org.bnoracle.catalogue.Suite;
import org.bnoracle.conformance.Conformance;
import org.bnoracle.conformance.Report;
import org.bnoracle.document.Generator;
import org.bnoracle.equations.Summation;
import org.bnoracle.faults.Fault;
import org.bnoracle.faults.FaultyProgram;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.subject.ComputedSubject;
import org.bnoracle.subject.Subject;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A fault, hidden under a neutral name, is found by its results. */
class DiagnosisIT {
  private static final long SEED = 5;
  private static List<Suite.Evaluated> core;
  private static Report.SuiteIdentity suite;

  @BeforeAll
  static void evaluateTheSuite() {
    core = Suite.evaluate(
        Selection.ALL.parts().stream().filter(part -> part.format().equals(BinaryFormat.F32)).toList(), Generator.NAME, part -> { });
    suite = Report.SuiteIdentity.of(Suite.manifest(Suite.NAME, Generator.NAME, core));
  }

  /** Sums in a random order. */
  static Summation shuffled(long seed) {
    Random random = new Random(seed);
    return (terms, add) -> {
      List<Double> shuffled = new ArrayList<>(terms);
      Collections.shuffle(shuffled, random);
      return Summation.SEQUENTIAL.sum(shuffled, add);
    };
  }

  static Report run(Set<Fault> faults) {
    Subject subject =
        new ComputedSubject("device under test", "1", BinaryFormat.ALL, new FaultyProgram(faults), shuffled(SEED));
    return Conformance.run(subject, suite, core, () -> { });
  }

  @ParameterizedTest
  @EnumSource(names = {
    "POPULATION_IN_STATE", "SAMPLE_NORMALISES", "MOMENTUM_REVERSED", "EPSILON_OUTSIDE", "NO_MEAN_GRADIENT", "EMPTY_BATCH_IN_STATE"
  })
  void aHiddenFaultIsPutFirst(Fault fault) {
    Diagnosis diagnosis = Diagnosis.of(run(EnumSet.of(fault)));
    assertTrue(diagnosis.bad() > 0, fault + " is not caught");
    assertFalse(diagnosis.findings().isEmpty(), fault + " is not explained, " + diagnosis);
    assertTrue(diagnosis.findings().get(0).alternatives().contains(Set.of(fault)), fault + ": " + diagnosis);
  }

  @Test
  void nothingIsClaimedOfARightProgram() {
    Diagnosis diagnosis = Diagnosis.of(run(Set.of()));
    assertEquals(List.of(), diagnosis.findings());
    assertEquals(0, diagnosis.bad());
  }
}
