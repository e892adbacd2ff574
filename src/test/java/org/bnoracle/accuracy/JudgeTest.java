package org.bnoracle.accuracy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.operation.Case;
import org.bnoracle.operation.CaseBuilder;
import org.bnoracle.operation.Operation;
import org.bnoracle.operation.Slot;
import org.bnoracle.oracle.Evaluation;
import org.bnoracle.oracle.Oracle;
import org.bnoracle.oracle.Output;
import org.bnoracle.tensor.Shape;
import org.bnoracle.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgeTest {
  private static final double INFINITY = Double.POSITIVE_INFINITY;
  private static final BinaryFormat F32 = BinaryFormat.F32;

  private static Case training(double epsilon, double... x) {
    return CaseBuilder.of(Operation.TRAINING_FORWARD, x.length, 1).format(F32).epsilon(epsilon).input(Slot.X, x).build();
  }

  private static Tensor f32(double... data) {
    return new Tensor(F32, new Shape(data.length, 1), data);
  }

  private static Assessment assess(Case question, Slot slot, Tensor got) {
    return new Judge(question, Oracle.evaluate(question), Settings.usual(question)).assess(slot, got);
  }

  private static Tensor golden(Case question, Slot slot) {
    return ((Output.Values) Oracle.evaluate(question).outputs().get(slot)).tensor();
  }

  /** A judge of one output whose golden values are these, of a case of 1 and 2. */
  private static Discrepancy grade(Map<Integer, List<Double>> accept, double[] residuals, Tensor golden, Tensor got) {
    Case question = training(1, 1, 2);
    Evaluation evaluation =
        new Evaluation(Map.of(Slot.Y, new Output.Values(golden, new TreeMap<>(accept))), Map.of(Slot.Y, residuals));
    return new Judge(question, evaluation, Settings.usual(question)).assess(Slot.Y, got).worst();
  }

  @Test
  void goldenValuesAreCorrectlyRounded() {
    Case question = training(0x1p-17, 3001, 3000, 3000);
    assertEquals(Grade.CORRECTLY_ROUNDED, assess(question, Slot.Y, golden(question, Slot.Y)).worst().grade());
  }

  @Test
  void theOtherNeighbourIsFaithful() {
    assertEquals(new Discrepancy(Grade.FAITHFUL, 0.75),
        grade(Map.of(), new double[] {0.25, 0.25}, f32(1, 1), f32(1, 1 + 0x1p-23)));
  }

  @Test
  void anyAcceptedValueIsRightForItsElementOnly() {
    Map<Integer, List<Double>> accept = Map.of(1, List.of(INFINITY, Double.NaN));
    double[] residuals = {0, Double.NaN};
    for (double got : new double[] {INFINITY, Double.NaN}) {
      assertEquals(Discrepancy.none(), grade(accept, residuals, f32(1, INFINITY), f32(1, got)));
    }
    assertEquals(Grade.WRONG, grade(accept, residuals, f32(1, INFINITY), f32(Double.NaN, INFINITY)).grade());
  }

  @Test
  void aSpecialValueIsRightOrWrong() {
    Case question = training(0, 5, 5);
    assertEquals(Grade.WRONG, assess(question, Slot.INVERSE_STD, new Tensor(F32, new Shape(1), 1024)).worst().grade());
    assertEquals(Grade.WRONG, assess(question, Slot.Y, f32(0, 0)).worst().grade());
  }

  @Test
  void nanIsWrongWhereAValueIsKnown() {
    Case question = training(1, 1, 2, 4);
    Discrepancy worst = assess(question, Slot.Y, golden(question, Slot.Y).with(1, Double.NaN)).worst();
    assertEquals(Grade.WRONG, worst.grade());
    assertEquals(INFINITY, worst.boundRatio());
  }

  /** Σ x overflows f32 in some orders, and the variance in all. */
  @Test
  void whatNothingBoundsIsSetApart() {
    Case question = training(1, 3e38f, -3e38f, 3e38f);
    Assessment assessment = assess(question, Slot.Y, f32(0.5, 0.5, 0.5));
    assertEquals(3, assessment.unconstrained());
    assertEquals(Grade.CORRECTLY_ROUNDED, assessment.worst().grade());
  }

  /** An online variance may come out as 0 here, and y with it as anything; within y = s x + t it would be, with a sound r. */
  @Test
  void aFormThatCancelsIsNotNamedWhereASoundOneMayErrAsMuch() {
    Case question = training(0x1p-17, 4_000_000, 4_000_001, 4_000_002, 4_000_003);
    Tensor right = golden(question, Slot.Y);
    double off = 0.125;
    Tensor got = f32(IntStream.range(0, 4).mapToDouble(i -> F32.nearest(right.get(i) + off)).toArray());
    Candidates candidates = new Candidates(question, 0, Settings.usual(question));
    assertEquals(INFINITY, candidates.allowed(Slot.Y, 0));
    assertTrue(candidates.of(Grade.UNSTABLE).stream().anyMatch(form -> form.region(Slot.Y).error(0).size() > 2 * off
        && form.region(Slot.Y).error(0).size() < INFINITY), "a form that cancels errs as much, and no more");
    Assessment assessment = assess(question, Slot.Y, got);
    assertEquals(4, assessment.unconstrained());
    assertEquals(Grade.CORRECTLY_ROUNDED, assessment.worst().grade());
  }

  @Test
  void theWorstElementIsNamed() {
    Case question = training(1, 1, 2, 4);
    Tensor right = golden(question, Slot.Y);
    Assessment assessment = assess(question, Slot.Y, right.with(2, right.get(2) + 1).with(0, F32.up(right.get(0))));
    assertEquals(2, assessment.worstIndex());
    assertEquals(Grade.WRONG, assessment.worst().grade());
    assertTrue(assessment.worst().boundRatio() > 1000, assessment.toString());
  }

  /** Each of the two alone is within what an error of the mean can do; but the mean errs in one direction. */
  @Test
  void elementsThatPassAloneMustPassTogether() {
    Case question = training(1, 10_000, 10_001, 10_002, 10_003);
    Tensor right = golden(question, Slot.Y);
    double off = 0x1p-12;
    Tensor one = right.with(0, F32.nearest(right.get(0) + off));
    Tensor other = right.with(3, F32.nearest(right.get(3) - off));
    Judge judge = new Judge(question, Oracle.evaluate(question), Settings.usual(question));
    double alone = judge.assess(Slot.Y, 0, one.get(0)).boundRatio();
    assertTrue(alone < 1 && judge.assess(Slot.Y, 3, other.get(3)).boundRatio() < 1, "part of the bound: " + alone);
    assertTrue(assess(question, Slot.Y, one.with(3, other.get(3))).worst().grade().compareTo(Grade.ANY_ORDER) > 0);
  }

  @ParameterizedTest
  @CsvSource({"TWO_PASS, WRONG", "SHIFTED, WRONG", "ONLINE, WRONG", "STORED, WRONG", "UNSTABLE, UNSTABLE"})
  void aDeclaredClassIsHeldAgainstTheResults(AlgorithmClass declared, Grade grade) {
    Case question = training(1, 10_000, 10_001, 10_002, 10_003);
    Tensor right = golden(question, Slot.Y);
    Tensor rearranged = right.with(0, F32.nearest(right.get(0) + 0x1p-12)).with(3, F32.nearest(right.get(3) - 0x1p-12));
    Settings settings = new Settings(F32, false, Optional.of(declared));
    assertEquals(grade, new Judge(question, Oracle.evaluate(question), settings).assess(Slot.Y, rearranged).worst().grade());
  }

  /** Looked at closely, the variance of a constant channel has no lower bound above 0; r keeps what is known of it. */
  @Test
  void aRunOnAConstantChannelIsHeldByItsRegion() {
    double constant = -65504;
    Case question = CaseBuilder.of(Operation.TANGENT, 3, 1).format(BinaryFormat.F16).epsilon(0x1.5p-17)
        .input(Slot.X, constant, constant, constant).input(Slot.X_DOT, 1.0146484375, 1.2333984375, 1.2041015625).build();
    Runs runs = new Runs(question, AlgorithmClass.TWO_PASS.members(question, 0).get(0), Settings.usual(question).anyOrder(question));
    for (long seed = 0; seed < 200; seed++) {
      assertTrue(runs.check(seed, RoughArithmetic.Order.FORWARD) > 0);
    }
  }
}
