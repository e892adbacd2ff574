package org.bnoracle.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.bnoracle.accuracy.Computation;
import org.bnoracle.accuracy.TextProgram;
import org.bnoracle.catalogue.Selection;
import org.bnoracle.catalogue.Suite;
import org.bnoracle.conformance.Conformance;
import org.bnoracle.conformance.Report;
import org.bnoracle.document.Generator;
import org.bnoracle.equations.OnlineText;
import org.bnoracle.equations.Spelling;
import org.bnoracle.equations.Summation;
import org.bnoracle.equations.Text;
import org.bnoracle.faults.Fault;
import org.bnoracle.faults.FaultyProgram;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.subject.ComputedSubject;
import org.bnoracle.subject.Subject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Faults, hidden under a neutral name and run with sums in random orders, are put first. On the small cases in f32, and in
 * f16 for what only narrow data show.
 */
class DiagnosisIT {
  private static final long SEED = 5;
  private static final int SMALL = 48;
  private static final Map<BinaryFormat, List<Suite.Evaluated>> SUITES = new HashMap<>();

  private static List<Suite.Evaluated> suite(BinaryFormat format) {
    return SUITES.computeIfAbsent(format, f -> Suite.evaluate(
        Selection.ALL.parts().stream().filter(part -> part.format().equals(f)).map(DiagnosisIT::small).toList(), Generator.NAME, part -> { }));
  }

  /** Counts in half precision need many values, and so does the end of what a kernel has threads for. */
  private static Suite.Part small(Suite.Part part) {
    return new Suite.Part(part.operation(), part.family(), part.format(), part.cases().stream()
        .filter(question -> question.data().size() <= SMALL || List.of("counts", "sizes").contains(part.family().name())).toList());
  }

  /** Sums in a random order. */
  private static Summation shuffled(long seed) {
    Random random = new Random(seed);
    return (terms, add) -> {
      List<Double> shuffled = new ArrayList<>(terms);
      Collections.shuffle(shuffled, random);
      return Summation.SEQUENTIAL.sum(shuffled, add);
    };
  }

  private static Diagnosis diagnosis(Computation program, BinaryFormat format) {
    Subject subject = new ComputedSubject("device under test", "1", BinaryFormat.ALL, program, shuffled(SEED));
    Report.SuiteIdentity identity = Report.SuiteIdentity.of(Suite.manifest("small", Generator.NAME, suite(format)));
    return Diagnosis.of(Conformance.run(subject, identity, suite(format), () -> { }));
  }

  private static Set<Fault> first(Diagnosis diagnosis, Set<Fault> hidden) {
    assertFalse(diagnosis.findings().isEmpty(), hidden + " is not explained: " + diagnosis);
    List<Set<Fault>> best = diagnosis.findings().get(0).alternatives();
    return best.contains(hidden) ? hidden : best.get(0);
  }

  @ParameterizedTest
  @EnumSource
  void aHiddenFaultIsPutFirst(Fault fault) {
    BinaryFormat format = switch (fault) {
      case SUMS_IN_HALF, SUM_IN_DATA_FORMAT, ROWS_UNWRITTEN -> BinaryFormat.F16;
      case COMPUTED_IN_F32 -> BinaryFormat.F64;
      default -> BinaryFormat.F32;
    };
    Diagnosis diagnosis = diagnosis(new FaultyProgram(Set.of(fault)), format);
    assertEquals(Set.of(fault), first(diagnosis, Set.of(fault)), diagnosis.toString());
  }

  @Test
  void nothingIsClaimedOfSoundProgramsOfEveryClass() {
    List<Text> sound = new ArrayList<>();
    for (long seed = 0; seed < 6; seed++) {
      sound.add(new OnlineText(Spelling.PAPER, seed));
    }
    for (Spelling.Output output : List.of(Spelling.Output.NORMALIZED_FIRST, Spelling.Output.SCALE_FIRST, Spelling.Output.GAMMA_FIRST)) {
      for (Spelling.InputGradient gradient : Spelling.InputGradient.values()) {
        if (gradient != Spelling.InputGradient.AFFINE) {
          sound.add(Spelling.PAPER.with(output).with(gradient).with(Spelling.ScaleGradient.FACTORED).with(Spelling.Update.INCREMENT));
        }
      }
    }
    sound.add(Spelling.PAPER.with(Spelling.Variance.CORRECTED));
    assertTrue(sound.size() >= 20, "only " + sound.size());
    for (Text text : sound) {
      Diagnosis diagnosis = diagnosis(new TextProgram(text), BinaryFormat.F32);
      assertEquals(List.of(), diagnosis.findings(), text.toString());
      assertEquals(0, diagnosis.bad(), text + " " + diagnosis);
    }
  }
}
