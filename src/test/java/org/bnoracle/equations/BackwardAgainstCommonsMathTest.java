package org.bnoracle.equations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.analysis.differentiation.DerivativeStructure;
import org.apache.commons.math3.analysis.differentiation.FiniteDifferencesDifferentiator;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.number.ExtendedReal;
import org.bnoracle.number.QuadraticNumber;
import org.junit.jupiter.api.Test;

/**
 * The exact training backward against Commons Math 3.6.1 in double: its automatic derivatives (DerivativeStructure) and
 * its difference quotients (FiniteDifferencesDifferentiator) of the same forward.
 *
 * <p>The channels have 2, 4 or 8 values that are multiples of 1/8 below 8, so that mean, deviations, variance and v and
 * their derivatives are exact in double, and all rounding happens from the root on.
 */
class BackwardAgainstCommonsMathTest {
  private static final double UNIT_ROUNDOFF = 0x1p-53;
  private static final int DIGITS = 40;

  /**
   * Roundings between v and a term of a derivative of ℓ: r' = -(1/s)² (v' 0.5/s) has 1 in each of three s, 1 in each
   * of three quotients, and 4 products; FastMath.pow may add 1; x̂' 2, y' 1, the term 1; 4 are left for the magnitude.
   */
  private static final int ROUNDINGS_OF_A_TERM = 19;

  /** Roundings between v and a term of ℓ: s, 1/s, x̂, gamma x̂, y, dy y, and 4 for the magnitude. */
  private static final int ROUNDINGS_OF_A_VALUE = 10;

  /**
   * Measured over 300 channels with epsilon 1, as the largest error beside F, the magnitude of ℓ: 4e-13 at a step of 2^-8,
   * 2.5e-14 at 2^-9, 3.6e-14 at 2^-10, 9e-14 at 2^-11, and doubling from there; the bound is smallest at 2^-9 too.
   */
  private static final double STEP = 0x1p-9;
  private static final int POINTS = 5;

  /** Measured: at most 0.08 of the bound, 1.8 u times the magnitude of the terms. */
  @Property
  void automaticDerivativesOfTheForwardAreTheBackward(@ForAll("benign") ChannelData data) {
    List<ExtendedReal> dx = exactDx(data);
    double[] gradient = automaticGradient(data);
    for (int i = 0; i < data.count(); i++) {
      double bound = gamma(ROUNDINGS_OF_A_TERM + data.count() + 1) * magnitudeOfGradient(data, i);
      assertWithin(bound, dx.get(i), gradient[i], "dx " + i);
    }
  }

  /** Σd = 0, Σd² = 2m, epsilon = 2: v = 4, r = 1/2, and every operation is exact. */
  @Test
  void automaticDerivativesAreEqualWhereDoublesAreExact() {
    List<Double> x = List.of(3.0, 7.0, 3.0, 7.0, 5.0, 5.0, 5.0, 5.0);
    List<Double> dy = List.of(1.0, -2.0, 0.5, 3.0, 0.25, 0.0, -1.0, 4.0);
    ChannelData data = new ChannelData(x, dy, -1.5, 0.75, 2, 0.5, -0.25, 0, 1);
    double[] gradient = automaticGradient(data);
    List<ExtendedReal> dx = exactDx(data);
    for (int i = 0; i < data.count(); i++) {
      assertEquals(0, decimal(dx.get(i)).compareTo(new BigDecimal(gradient[i])), "dx " + i);
    }
  }

  /**
   * Five points at a distance h: truncation h⁴/30 |ℓ⁽⁵⁾|. With |ℓ| ≤ F known to E, the divided difference of order k is
   * known to 2^k (E + 2 u k F) / (k! hᵏ); its weights at the middle are 1, 3h, 2h², 2h³; so the slope is known to
   * (12 E + 55 u F) / h, and its evaluation adds at most 10 u times its terms, 12 F / h.
   */
  @Property
  void finiteDifferencesOfTheForwardAreTheBackward(@ForAll("benign") ChannelData data) {
    List<ExtendedReal> dx = exactDx(data);
    TruncationBounds truncation = new TruncationBounds(data);
    for (int i = 0; i < data.count(); i++) {
      double magnitude = magnitudeOfLoss(data);
      double ofLoss = gamma(ROUNDINGS_OF_A_VALUE + data.count() + 1) * magnitude;
      double rounding = (12 * ofLoss + (55 + 120) * UNIT_ROUNDOFF * magnitude) / STEP;
      double bound = rounding + truncation.ofFivePoints(STEP).doubleValue();
      assertWithin(bound, dx.get(i), finiteDifference(data, i), "dx " + i);
    }
  }

  @Provide
  Arbitrary<ChannelData> benign() {
    Arbitrary<Double> eighths = Arbitraries.integers().between(-63, 63).map(i -> i / 8.0);
    return Arbitraries.of(2, 4, 8).flatMap(m -> Combinators.combine(
            eighths.list().ofSize(m), eighths.list().ofSize(m), eighths.list().ofSize(4), Arbitraries.of(0.5, 1.0, 2.0))
        .as((x, dy, n, epsilon) -> new ChannelData(x, dy, n.get(0), n.get(1), epsilon, n.get(2), n.get(3), 0, 1)))
        .withoutEdgeCases();
  }

  private static List<ExtendedReal> exactDx(ChannelData data) {
    ExactArithmetic a = new ExactArithmetic(data.count());
    return data.in(a).trainingBackward(Text.PAPER.over(a)).dx();
  }

  private static double[] automaticGradient(ChannelData data) {
    DerivativeStructureArithmetic a = new DerivativeStructureArithmetic(data.count());
    List<DerivativeStructure> x = IntStream.range(0, data.count()).mapToObj(i -> a.variable(i, data.x().get(i))).toList();
    double[] derivatives = data.in(a).withX(x).trainingLoss(a).getAllDerivatives();
    return IntStream.range(0, data.count()).mapToDouble(i -> derivatives[1 + i]).toArray();
  }

  private static double finiteDifference(ChannelData data, int i) {
    FormatArithmetic doubles = new FormatArithmetic(BinaryFormat.F64, Summation.SEQUENTIAL);
    UnivariateFunction loss = t -> data.withX(with(data.x(), i, t)).in(doubles).trainingLoss(doubles);
    DerivativeStructure at = new DerivativeStructure(1, 1, 0, data.x().get(i));
    return new FiniteDifferencesDifferentiator(POINTS, STEP).differentiate(loss).value(at).getPartialDerivative(1);
  }

  private static List<Double> with(List<Double> list, int i, double value) {
    List<Double> changed = new ArrayList<>(list);
    changed.set(i, value);
    return changed;
  }

  /** n u / (1 - n u), the relative error that n roundings can make. */
  private static double gamma(int n) {
    return n * UNIT_ROUNDOFF / (1 - n * UNIT_ROUNDOFF);
  }

  /** The sum of the magnitudes of the terms of ∂ℓ/∂x_i. */
  private static double magnitudeOfGradient(ChannelData data, int i) {
    int m = data.count();
    double mean = mean(data);
    double v = variance(data) + data.epsilon();
    double di = Math.abs(data.x().get(i) - mean);
    double sum = Math.abs(data.dmean()) / m + 2 * Math.abs(data.dvariance()) * di / m;
    for (int k = 0; k < m; k++) {
      double direct = Math.abs((k == i ? 1 : 0) - 1.0 / m);
      double throughVariance = Math.abs(data.x().get(k) - mean) * di / (m * v);
      sum += Math.abs(data.dy().get(k) * data.gamma()) * (direct + throughVariance) / Math.sqrt(v);
    }
    return sum;
  }

  /** A bound of the sum of the magnitudes of the terms of ℓ within two steps of x_i: no x exceeds 8, r is at most 1/√epsilon. */
  private static double magnitudeOfLoss(ChannelData data) {
    double largest = 8 + 2 * STEP;
    double largestY = Math.abs(data.gamma()) * 2 * largest / Math.sqrt(data.epsilon()) + Math.abs(data.beta());
    double outputs = data.dy().stream().mapToDouble(dy -> Math.abs(dy) * largestY).sum();
    return outputs + Math.abs(data.dmean()) * largest + Math.abs(data.dvariance()) * largest * largest;
  }

  private static double mean(ChannelData data) {
    return data.x().stream().mapToDouble(x -> x).sum() / data.count();
  }

  private static double variance(ChannelData data) {
    double mean = mean(data);
    return data.x().stream().mapToDouble(x -> (x - mean) * (x - mean)).sum() / data.count();
  }

  private static void assertWithin(double bound, ExtendedReal exact, double value, String what) {
    BigDecimal error = decimal(exact).subtract(new BigDecimal(value)).abs();
    assertTrue(error.compareTo(new BigDecimal(bound)) <= 0,
        () -> "%s is %s, off by %s, more than %s".formatted(what, value, error, bound));
  }

  private static BigDecimal decimal(ExtendedReal number) {
    return ((QuadraticNumber) number).toDecimal(DIGITS);
  }
}
