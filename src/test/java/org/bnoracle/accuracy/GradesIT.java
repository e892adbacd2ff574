package org.bnoracle.accuracy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import java.util.stream.DoubleStream;
import org.bnoracle.Once;
import org.bnoracle.equations.Arithmetic;
import org.bnoracle.equations.Equations;
import org.bnoracle.equations.FormatArithmetic;
import org.bnoracle.equations.ForwardingArithmetic;
import org.bnoracle.equations.OnlineText;
import org.bnoracle.equations.Spelling;
import org.bnoracle.equations.Summation;
import org.bnoracle.equations.Text;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.operation.Case;
import org.bnoracle.operation.CaseBuilder;
import org.bnoracle.operation.Operation;
import org.bnoracle.operation.Slot;
import org.bnoracle.oracle.Evaluation;
import org.bnoracle.oracle.Oracle;
import org.bnoracle.oracle.Output;
import org.bnoracle.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the grades say of kernels whose quality is known. */
@Once
class GradesIT {
  private static final BinaryFormat F32 = BinaryFormat.F32;
  private static final Text ONE_PASS = Spelling.PAPER.with(Spelling.Variance.ONE_PASS);
  private static final Text REARRANGED = Spelling.PAPER.with(Spelling.Output.REARRANGED);
  private static final Text SAMPLE_VARIANCE = new SampleVariance();
  private static final int SEEDS = 1000;

  /** Normalises with Σ d²/(m - 1). */
  private record SampleVariance() implements Text {
    @Override
    public <T> Equations<T> over(Arithmetic<T> arithmetic) {
      return new Equations<>(arithmetic) {
        @Override
        public T variance(List<T> x, T mean) {
          return sampleVariance(super.variance(x, mean), x.size());
        }
      };
    }
  }

  /** Sums in f32, all else in bf16. */
  private static final class PureStorage extends ForwardingArithmetic<Double> {
    private final FormatArithmetic sums = new FormatArithmetic(F32, Summation.SEQUENTIAL);

    PureStorage() {
      super(new FormatArithmetic(BinaryFormat.BF16, Summation.SEQUENTIAL));
    }

    @Override
    public Double sum(List<Double> terms) {
      return sums.sum(terms);
    }
  }

  private static double[] drawn(int m, DoubleSupplier value) {
    return DoubleStream.generate(() -> F32.nearest(value.getAsDouble())).limit(m).toArray();
  }

  private static Case training(double... x) {
    return CaseBuilder.of(Operation.TRAINING_FORWARD, x.length, 1).format(F32).epsilon(0x1p-17).input(Slot.X, x)
        .input(Slot.GAMMA, 1.5).input(Slot.BETA, -0.25).build();
  }

  private static Map<Slot, List<Double>> run(Case question, Text text, BinaryFormat format, Summation order) {
    FormatArithmetic arithmetic = new FormatArithmetic(format, order);
    return question.operation().compute(text.over(arithmetic), question.channel(0, arithmetic));
  }

  private static Tensor stored(Case question, Slot slot, List<Double> results) {
    BinaryFormat format = question.formatOf(slot);
    return new Tensor(format, question.shapeOf(slot), results.stream().mapToDouble(format::nearest).toArray());
  }

  private static Discrepancy grade(Case question, Slot slot, Tensor results, Optional<AlgorithmClass> declared) {
    Settings usual = Settings.usual(question);
    Settings settings = new Settings(usual.compute(), false, declared);
    return new Judge(question, Oracle.evaluate(question), settings).assess(slot, results).worst();
  }

  private static Discrepancy grade(Case question, Slot slot, Text text) {
    return grade(question, slot, stored(question, slot, run(question, text, F32, Summation.SEQUENTIAL).get(slot)), Optional.empty());
  }

  @Test
  void soundKernelsAreInOrderAndTheRearrangedIsNotAtALargeOffset() {
    System.out.printf("x = 10^4 + noise of 1, m = 64, f32, %d seeds from 0%n", SEEDS);
    double mostUlps = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Case question = training(drawn(64, () -> 1e4 + 2 * random.nextDouble() - 1));
      for (Text sound : List.of(Text.PAPER, new OnlineText(Spelling.PAPER, seed))) {
        Discrepancy worst = grade(question, Slot.Y, sound);
        assertTrue(worst.grade().compareTo(Grade.ANY_ORDER) <= 0, sound + " is " + worst.label() + ", seed " + seed);
        mostUlps = Math.max(mostUlps, worst.ulps());
      }
      assertEquals("unstable: rearranged", grade(question, Slot.Y, REARRANGED).label(), "seed " + seed);
    }
    assertTrue(mostUlps > 1000, "the sound kernels were never more than " + mostUlps + " ulp off");
  }

  @Test
  void theOnePassVarianceIsUnstableWhereItHasDigitsAndWrongWhereItHasNone() {
    int unstable = 0;
    for (int seed = 0; seed < 100; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Case wide = training(drawn(16, () -> 1e4 + 100 * (random.nextDouble() - 0.5)));
      Discrepancy found = grade(wide, Slot.Y, ONE_PASS);
      assertTrue(found.grade() != Grade.WRONG, "seed " + seed);
      unstable += found.label().equals("unstable: one-pass") ? 1 : 0;
      for (double spread : new double[] {1, 0.5, 0.25}) {
        Case narrow = training(drawn(16, () -> 1e4 + spread * (random.nextDouble() - 0.5)));
        assertEquals("wrong", grade(narrow, Slot.Y, ONE_PASS).label(), "spread " + spread + ", seed " + seed);
      }
    }
    System.out.printf("offset 10^4, spread 100, m = 16: the one-pass variance is unstable for %d of 100 seeds, else lucky%n", unstable);
    assertTrue(unstable >= 90, "only " + unstable);
  }

  /** Integers d with |d| ≤ 2, Σ d = 0, Σ d² = 2 m: with epsilon 2, v = 4 and r = 1/2. */
  private static double[] exact(int m) {
    double[] d = new double[m];
    int start = m % 3 == 0 ? 0 : m % 3 + 3;
    double[] first = start == 4 ? new double[] {2, -2, 0, 0} : new double[] {2, -2, 1, -1, 0};
    System.arraycopy(first, 0, d, 0, start);
    for (int i = start; i < m; i += 3) {
      double sign = i % 2 == 0 ? 1 : -1;
      d[i] = sign;
      d[i + 1] = sign;
      d[i + 2] = -2 * sign;
    }
    return d;
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4, 5, 6, 7, 8, 16, 17, 64, 100, 257, 1000, 10_000, 100_000})
  void theSampleVarianceIsWrongOnExactDataInF32(int m) {
    assertWrong(m, F32, Slot.INVERSE_STD);
    if (m <= 1000) {
      assertWrong(m, F32, Slot.Y);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 1000, 1_000_000})
  void theSampleVarianceIsWrongOnExactDataInF64(int m) {
    assertWrong(m, BinaryFormat.F64, Slot.INVERSE_STD);
  }

  private static void assertWrong(int m, BinaryFormat format, Slot slot) {
    Case question = CaseBuilder.of(Operation.TRAINING_FORWARD, m, 1).format(format).epsilon(2).input(Slot.X, exact(m)).build();
    Optional<AlgorithmClass> declared = Optional.of(AlgorithmClass.TWO_PASS);
    Tensor right = stored(question, slot, run(question, Text.PAPER, format, Summation.SEQUENTIAL).get(slot));
    assertEquals(Grade.CORRECTLY_ROUNDED, grade(question, slot, right, declared).grade(), "the paper's, m = " + m);
    Tensor sample = stored(question, slot, run(question, SAMPLE_VARIANCE, format, Summation.SEQUENTIAL).get(slot));
    assertEquals(Grade.WRONG, grade(question, slot, sample, declared).grade(), slot + ", m = " + m);
  }

  /** Only eight values of dy are not zero, so that no order can add up more than seven roundings. */
  @ParameterizedTest
  @ValueSource(ints = {8, 100, 1000, 100_000})
  void onePartInTenThousandOfDgammaIsWrongOnExactData(int m) {
    double[] dy = new double[m];
    double[] x = exact(m);
    for (int i = 0; i < 8; i++) {
      dy[i] = Math.signum(x[i]) * (i + 1);
    }
    Case question = CaseBuilder.of(Operation.TRAINING_BACKWARD, m, 1).format(F32).epsilon(2).input(Slot.X, x).input(Slot.DY, dy).build();
    double right = ((Output.Values) Oracle.evaluate(question).outputs().get(Slot.DGAMMA)).tensor().get(0);
    for (double factor : new double[] {1 + 1e-4, 1 - 1e-4}) {
      Tensor off = stored(question, Slot.DGAMMA, List.of(right * factor));
      assertEquals(Grade.WRONG, grade(question, Slot.DGAMMA, off, Optional.of(AlgorithmClass.TWO_PASS)).grade());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 16, 64, 256})
  void onePercentOfAGradientIsWrongOnOrdinaryData(int m) {
    for (int seed = 0; seed < 20; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      double[] x = drawn(m, () -> 4 * random.nextDouble() - 1);
      double[] dy = DoubleStream.of(x).map(xi -> F32.nearest(xi / 4 + random.nextDouble())).toArray();
      Case question = CaseBuilder.of(Operation.TRAINING_BACKWARD, m, 1).format(F32).epsilon(0x1p-17).input(Slot.X, x).input(Slot.DY, dy)
          .input(Slot.GAMMA, 1.25).build();
      Evaluation evaluation = Oracle.evaluate(question);
      for (Slot slot : List.of(Slot.DX, Slot.DGAMMA)) {
        Tensor right = ((Output.Values) evaluation.outputs().get(slot)).tensor();
        double[] off = new double[right.size()];
        for (int i = 0; i < off.length; i++) {
          off[i] = F32.nearest(1.01 * right.get(i));
        }
        assertEquals(Grade.WRONG, grade(question, slot, new Tensor(F32, right.shape(), off), Optional.empty()).grade(),
            slot + ", m = " + m + ", seed " + seed);
      }
    }
  }

  @Test
  void aKernelOfPureBf16StorageIsStored() {
    for (int seed = 0; seed < 200; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      double[] x = DoubleStream.generate(() -> BinaryFormat.BF16.nearest(3 * random.nextDouble() + 4)).limit(48).toArray();
      Case question = CaseBuilder.of(Operation.TRAINING_FORWARD, 48, 1).format(BinaryFormat.BF16).epsilon(0x1p-10)
          .input(Slot.X, x).input(Slot.GAMMA, 1.5).input(Slot.BETA, -0.25).build();
      Arithmetic<Double> arithmetic = new PureStorage();
      List<Double> y = question.operation().compute(Text.PAPER.over(arithmetic), question.channel(0, arithmetic)).get(Slot.Y);
      Discrepancy worst = grade(question, Slot.Y, stored(question, Slot.Y, y), Optional.empty());
      assertEquals("stored", worst.label(), "seed " + seed);
    }
  }
}
