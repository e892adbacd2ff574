package org.bnoracle.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
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
import org.bnoracle.document.Hello;
import org.bnoracle.equations.OnlineText;
import org.bnoracle.equations.Spelling;
import org.bnoracle.equations.Summation;
import org.bnoracle.equations.Text;
import org.bnoracle.faults.Fault;
import org.bnoracle.faults.FaultyProgram;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.oracle.Oracle;
import org.bnoracle.subject.ComputedSubject;
import org.bnoracle.subject.Subject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Faults, hidden under a neutral name and run with sums in random orders, are put first, alone and in pairs. On the small cases
 * in f32, and in f16 for what only narrow data show.
 */
class DiagnosisIT {
  private static final long SEED = 5;
  private static final int SMALL = 48;
  private static final int MOST = 8;
  private static final Set<String> WHOLE = Set.of("counts", "sizes", "calls", "activation");
  private static final int PAIRS = 44;
  private static final Map<BinaryFormat, List<Suite.Evaluated>> SUITES = new HashMap<>();
  /** All subjects here meet the same cases: what single faults make of them is computed once. */
  private static final Trial RIGHT = Trial.ofNoFault(Hello.Arithmetic.UNDECLARED);

  private static List<Suite.Evaluated> suite(BinaryFormat format) {
    return SUITES.computeIfAbsent(format, f -> Selection.ALL.parts().parallelStream()
        .filter(part -> part.format().equals(f)).map(DiagnosisIT::small).map(DiagnosisIT::evaluated).toList());
  }

  private static Suite.Evaluated evaluated(Suite.Part part) {
    List<Suite.Question> questions =
        part.cases().stream().map(question -> new Suite.Question(question, Oracle.evaluate(question))).toList();
    return new Suite.Evaluated(part, questions, new byte[0]);
  }

  /** The smallest cases; what shows in few families only, or needs many values, is left whole. */
  private static Suite.Part small(Suite.Part part) {
    boolean isWhole = WHOLE.contains(part.family().name());
    return new Suite.Part(part.operation(), part.family(), part.format(), part.cases().stream()
        .filter(question -> isWhole || question.data().size() <= SMALL)
        .sorted(Comparator.comparingInt(question -> question.data().size())).limit(isWhole ? Integer.MAX_VALUE : MOST).toList());
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
    Report.SuiteIdentity identity = new Report.SuiteIdentity("small", "", 0);
    return Diagnosis.of(Conformance.run(subject, identity, suite(format), () -> { }), RIGHT);
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
        if (one.compareTo(other) < 0) {
          all.add(EnumSet.of(one, other));
        }
      }
    }
    Collections.shuffle(all, new Random(SEED));
    Visible visible = new Visible(suite(BinaryFormat.F32));
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
