package org.bnoracle.equations;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.bnoracle.number.ExtendedReal;
import org.bnoracle.number.QuadraticNumber;
import org.junit.jupiter.api.Test;

/** The exact backward lies within the truncation bound of central differences in intervals of 60 digits. */
class BackwardAgainstCentralDifferencesTest {
  private static final int DIGITS = 60;
  private static final double STEP = 0x1p-50;

  private final DecimalArithmetic decimals = new DecimalArithmetic(DIGITS);

  @Property(tries = 100)
  void trainingGradientOfTheInputIsACentralDifferenceBn15(@ForAll(supplier = ChannelData.Any.class) ChannelData data) {
    List<ExtendedReal> dx = exactTrainingBackward(data).dx();
    BigDecimal bound = new TruncationBounds(data).ofCentralDifference(STEP);
    for (int i = 0; i < data.count(); i++) {
      assertWithin(bound, dx.get(i), alongX(data, i, STEP), "dx " + i);
    }
  }

  @Property(tries = 100)
  void halvingTheStepQuartersTheDifferenceBn15(@ForAll(supplier = ChannelData.Any.class) ChannelData data) {
    List<ExtendedReal> dx = exactTrainingBackward(data).dx();
    BigDecimal bound = new TruncationBounds(data).ofRichardson(STEP);
    for (int i = 0; i < data.count(); i++) {
      DecimalInterval fine = decimals.multiply(decimals.of(4), alongX(data, i, STEP / 2));
      DecimalInterval richardson = decimals.over(decimals.subtract(fine, alongX(data, i, STEP)), 3);
      assertWithin(bound, dx.get(i), richardson, "dx " + i);
    }
  }

  @Test
  void theTruncationErrorIsReallyQuadratic() {
    ChannelData data = new ChannelData(List.of(1.0, -2.0, 0.5), List.of(1.0, 0.25, -3.0), 2, 1, 0.5, 0, 0, 0, 1);
    BigDecimal exact = decimal(exactTrainingBackward(data).dx().get(0));
    BigDecimal coarse = alongX(data, 0, 0x1p-20).low().subtract(exact);
    BigDecimal fine = alongX(data, 0, 0x1p-21).low().subtract(exact);
    BigDecimal defect = coarse.subtract(fine.multiply(BigDecimal.valueOf(4))).abs();
    BigDecimal thirdOfTheDefect = new TruncationBounds(data).ofRichardson(0x1p-20).multiply(BigDecimal.valueOf(3));
    assertTrue(defect.compareTo(thirdOfTheDefect) <= 0);
    assertTrue(thirdOfTheDefect.compareTo(coarse.abs().movePointLeft(9)) < 0,
        "the error must be far above the bound, was " + coarse);
  }

  /** ℓ is linear in gamma and beta, so that the differences have no truncation error. */
  @Property(tries = 100)
  void gradientsOfGammaAndBetaAreDifferencesBn15And17And18(@ForAll(supplier = ChannelData.Any.class) ChannelData data) {
    Gradients<ExtendedReal> training = exactTrainingBackward(data);
    ExactArithmetic a = new ExactArithmetic(data.count());
    Gradients<ExtendedReal> inference = data.in(a).inferenceBackward(Text.PAPER.over(a));
    assertWithin(BigDecimal.ZERO, training.dgamma(), alongParameters(data, 1, 0, n -> n.trainingLoss(decimals)), "dgamma");
    assertWithin(BigDecimal.ZERO, training.dbeta(), alongParameters(data, 0, 1, n -> n.trainingLoss(decimals)), "dbeta");
    assertWithin(BigDecimal.ZERO, inference.dgamma(), alongParameters(data, 1, 0, n -> n.inferenceLoss(decimals)), "dgamma");
    assertWithin(BigDecimal.ZERO, inference.dbeta(), alongParameters(data, 0, 1, n -> n.inferenceLoss(decimals)), "dbeta");
  }

  /** So is inference in x. */
  @Property(tries = 100)
  void inferenceGradientOfTheInputIsADifferenceBn16(@ForAll(supplier = ChannelData.Any.class) ChannelData data) {
    ExactArithmetic a = new ExactArithmetic(data.count());
    List<ExtendedReal> dx = data.in(a).inferenceBackward(Text.PAPER.over(a)).dx();
    for (int i = 0; i < data.count(); i++) {
      DecimalInterval difference = difference(1, moved(data, i, 1), moved(data, i, -1), n -> n.inferenceLoss(decimals));
      assertWithin(BigDecimal.ZERO, dx.get(i), difference, "dx " + i);
    }
  }

  private static Gradients<ExtendedReal> exactTrainingBackward(ChannelData data) {
    ExactArithmetic a = new ExactArithmetic(data.count());
    return data.in(a).trainingBackward(Text.PAPER.over(a));
  }

  private DecimalInterval alongX(ChannelData data, int i, double h) {
    return difference(h, moved(data, i, h), moved(data, i, -h), n -> n.trainingLoss(decimals));
  }

  private ChannelNumbers<DecimalInterval> moved(ChannelData data, int i, double step) {
    ChannelNumbers<DecimalInterval> in = data.in(decimals);
    List<DecimalInterval> x = new ArrayList<>(in.x());
    x.set(i, decimals.add(x.get(i), decimals.of(step)));
    return in.withX(x);
  }

  private DecimalInterval alongParameters(
      ChannelData data, int gammaDot, int betaDot, Function<ChannelNumbers<DecimalInterval>, DecimalInterval> loss) {
    ChannelNumbers<DecimalInterval> in = data.in(decimals);
    ChannelNumbers<DecimalInterval> ahead = in.withGammaAndBeta(
        decimals.add(in.gamma(), decimals.of(gammaDot)), decimals.add(in.beta(), decimals.of(betaDot)));
    ChannelNumbers<DecimalInterval> back = in.withGammaAndBeta(
        decimals.subtract(in.gamma(), decimals.of(gammaDot)), decimals.subtract(in.beta(), decimals.of(betaDot)));
    return difference(1, ahead, back, loss);
  }

  private DecimalInterval difference(
      double h, ChannelNumbers<DecimalInterval> ahead, ChannelNumbers<DecimalInterval> back,
      Function<ChannelNumbers<DecimalInterval>, DecimalInterval> loss) {
    return decimals.divide(decimals.subtract(loss.apply(ahead), loss.apply(back)), decimals.of(2 * h));
  }

  /** Rounding to decimals is monotonic, so that a number within an interval is rounded into the rounded interval. */
  private static void assertWithin(BigDecimal bound, ExtendedReal exact, DecimalInterval difference, String what) {
    BigDecimal low = difference.low().subtract(bound);
    BigDecimal high = difference.high().add(bound);
    BigDecimal value = decimal(exact);
    MathContext context = new MathContext(DIGITS);
    assertTrue(low.round(context).compareTo(value) <= 0 && value.compareTo(high.round(context)) <= 0,
        () -> "%s is %s, outside of %s to %s".formatted(what, value, low, high));
  }

  private static BigDecimal decimal(ExtendedReal number) {
    return ((QuadraticNumber) number).toDecimal(DIGITS);
  }
}
