package org.bnoracle.equations;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.bnoracle.number.ExtendedReal;
import org.bnoracle.number.QuadraticNumber;

/** Decimal intervals of 60 and of 120 digits enclose every exact result. */
class ExactAgainstDecimalsTest {
  private static final List<Integer> DIGITS = List.of(60, 120);
  private static final List<Text> TEXTS = List.of(
      Text.PAPER, Spelling.PAPER.with(Spelling.InputGradient.CLOSED), Spelling.PAPER.with(Spelling.Variance.ONE_PASS));

  @Property(tries = 60)
  void decimalsEncloseTraining(@ForAll(supplier = ChannelData.Any.class) ChannelData data) {
    ExactArithmetic exact = new ExactArithmetic(data.count());
    ChannelNumbers<ExtendedReal> in = data.in(exact);
    Equations<ExtendedReal> paper = Text.PAPER.over(exact);
    for (int digits : DIGITS) {
      DecimalArithmetic decimals = new DecimalArithmetic(digits);
      ChannelNumbers<DecimalInterval> decimal = data.in(decimals);
      for (Text text : TEXTS) {
        Equations<DecimalInterval> e = text.over(decimals);
        assertEnclosed(digits, List.of(in.mean(paper), in.variance(paper), in.inverseStd(paper)),
            List.of(decimal.mean(e), decimal.variance(e), decimal.inverseStd(e)));
        assertEnclosed(digits, in.trainingOutput(paper), decimal.trainingOutput(e));
        assertEnclosed(digits, in.trainingBackward(paper), decimal.trainingBackward(e));
      }
    }
  }

  @Property(tries = 60)
  void decimalsEncloseInference(@ForAll(supplier = ChannelData.Any.class) ChannelData data) {
    ExactArithmetic exact = new ExactArithmetic(data.count());
    ChannelNumbers<ExtendedReal> in = data.in(exact);
    Equations<ExtendedReal> paper = Text.PAPER.over(exact);
    for (int digits : DIGITS) {
      DecimalArithmetic decimals = new DecimalArithmetic(digits);
      Equations<DecimalInterval> e = Text.PAPER.over(decimals);
      assertEnclosed(digits, in.inferenceOutput(paper), data.in(decimals).inferenceOutput(e));
      assertEnclosed(digits, in.inferenceBackward(paper), data.in(decimals).inferenceBackward(e));
    }
  }

  private static void assertEnclosed(int digits, Gradients<ExtendedReal> exact, Gradients<DecimalInterval> decimal) {
    assertEnclosed(digits, exact.dx(), decimal.dx());
    assertEnclosed(digits, List.of(exact.dgamma(), exact.dbeta()), List.of(decimal.dgamma(), decimal.dbeta()));
  }

  /** Rounding to decimals is monotonic: a number within an interval is rounded into the rounded interval. */
  private static void assertEnclosed(int digits, List<ExtendedReal> exact, List<DecimalInterval> decimal) {
    MathContext context = new MathContext(digits);
    for (int i = 0; i < exact.size(); i++) {
      BigDecimal value = ((QuadraticNumber) exact.get(i)).toDecimal(digits);
      DecimalInterval interval = decimal.get(i);
      assertTrue(
          interval.low().round(context).compareTo(value) <= 0 && value.compareTo(interval.high().round(context)) <= 0,
          () -> value + " is outside of " + interval);
    }
  }
}
