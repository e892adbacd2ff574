package org.bnoracle.equations;

import static org.bnoracle.equations.ExactAssertions.assertSameNumber;

import java.util.Collections;
import java.util.List;
import java.util.function.BiFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.bnoracle.number.ExtendedReal;

/** The backward is the derivative of the forward: equality of exact numbers. */
class BackwardAgainstDualNumbersTest {
  private static final List<Text> BACKWARD_TEXTS = List.of(Text.PAPER, Spelling.PAPER.with(Spelling.InputGradient.CLOSED));

  @Property
  void trainingBackwardIsTheGradientOfTheForwardBn12To15(@ForAll(supplier = ChannelData.Any.class) ChannelData data) {
    ExactArithmetic a = new ExactArithmetic(data.count());
    ChannelNumbers<ExtendedReal> in = data.in(a);
    for (Text text : BACKWARD_TEXTS) {
      assertGradient(a, in, in.trainingBackward(text.over(a)), ChannelNumbers::trainingLoss);
    }
  }

  @Property
  void inferenceBackwardIsTheGradientOfTheForwardBn16To18(@ForAll(supplier = ChannelData.Any.class) ChannelData data) {
    ExactArithmetic a = new ExactArithmetic(data.count());
    ChannelNumbers<ExtendedReal> in = data.in(a);
    assertGradient(a, in, in.inferenceBackward(Text.PAPER.over(a)), ChannelNumbers::inferenceLoss);
  }

  /** ℓ = Σ dy_i max(0, y_i + z_i): its gradient is the backward of what passes. */
  @Property
  void theActivatedBackwardIsTheGradientOfTheActivatedForwardBn24And25(
      @ForAll(supplier = ChannelData.Any.class) ChannelData data, @ForAll(supplier = ChannelData.Numbers.class) double shift) {
    ExactArithmetic a = new ExactArithmetic(data.count());
    ChannelNumbers<ExtendedReal> in = data.withoutUpstreamStatistics().in(a);
    List<ExtendedReal> z = Lists.tabulate(data.count(), i -> a.of(shift * (1 - i)));
    Equations<ExtendedReal> e = Text.PAPER.over(a);
    ChannelNumbers<ExtendedReal> passed = in.withDy(e.gradientOfActivated(e.added(in.trainingOutput(e), z), in.dy()));
    assertGradient(a, in, passed.trainingBackward(e), (numbers, duals) -> {
      Equations<Dual<ExtendedReal>> forward = Text.PAPER.over(duals);
      List<Dual<ExtendedReal>> fixed = Lists.tabulate(z.size(), i -> new Dual<>(z.get(i), a.of(0)));
      return ChannelNumbers.dot(duals, numbers.dy(), forward.activated(forward.added(numbers.trainingOutput(forward), fixed)));
    });
  }

  private static void assertGradient(
      ExactArithmetic a, ChannelNumbers<ExtendedReal> in, Gradients<ExtendedReal> gradients,
      BiFunction<ChannelNumbers<Dual<ExtendedReal>>, Arithmetic<Dual<ExtendedReal>>, Dual<ExtendedReal>> loss) {
    DualArithmetic<ExtendedReal> duals = new DualArithmetic<>(a);
    ExtendedReal zero = a.of(0);
    ExtendedReal one = a.of(1);
    List<ExtendedReal> nowhere = Collections.nCopies(in.x().size(), zero);
    for (int i = 0; i < in.x().size(); i++) {
      int direction = i;
      List<ExtendedReal> unit = Lists.tabulate(in.x().size(), k -> k == direction ? one : zero);
      assertSameNumber(loss.apply(in.along(zero, unit, zero, zero), duals).dot(), gradients.dx().get(i));
    }
    assertSameNumber(loss.apply(in.along(zero, nowhere, one, zero), duals).dot(), gradients.dgamma());
    assertSameNumber(loss.apply(in.along(zero, nowhere, zero, one), duals).dot(), gradients.dbeta());
  }

  /** ⟨dy, J v⟩ = ⟨Jᵀ dy, v⟩ for a direction v of x, gamma and beta at once. */
  @Property
  void theBackwardIsTheAdjointOfTheTangent(
      @ForAll(supplier = ChannelData.Any.class) ChannelData data, @ForAll(supplier = ChannelData.Numbers.class) double gammaDot,
      @ForAll(supplier = ChannelData.Numbers.class) double betaDot, @ForAll(supplier = ChannelData.Numbers.class) double step) {
    ExactArithmetic a = new ExactArithmetic(data.count());
    ChannelNumbers<ExtendedReal> in = data.withoutUpstreamStatistics().in(a);
    List<ExtendedReal> v = Lists.tabulate(data.count(), i -> a.of(step * (i * i - 1) + gammaDot));
    ChannelNumbers<Dual<ExtendedReal>> moving = in.along(a.of(0), v, a.of(gammaDot), a.of(betaDot));
    List<Dual<ExtendedReal>> y = moving.trainingOutput(Text.PAPER.over(new DualArithmetic<>(a)));
    ExtendedReal forwards = ChannelNumbers.dot(a, in.dy(), Lists.tabulate(y.size(), i -> y.get(i).dot()));
    Gradients<ExtendedReal> g = in.trainingBackward(Text.PAPER.over(a));
    ExtendedReal backwards = a.add(
        ChannelNumbers.dot(a, g.dx(), v), a.add(a.multiply(g.dgamma(), a.of(gammaDot)), a.multiply(g.dbeta(), a.of(betaDot))));
    assertSameNumber(forwards, backwards);
  }
}
