package org.bnoracle.equations;

import static org.bnoracle.equations.ExactAssertions.assertSameNumber;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.bnoracle.equations.Spelling.InputGradient;
import org.bnoracle.equations.Spelling.Mean;
import org.bnoracle.equations.Spelling.Output;
import org.bnoracle.equations.Spelling.ScaleGradient;
import org.bnoracle.equations.Spelling.Update;
import org.bnoracle.equations.Spelling.Variance;
import org.bnoracle.number.ExtendedReal;
import org.junit.jupiter.api.Test;

/** What each spelling computes of two values, written out: all are equal in exact arithmetic, which tells none from another. */
class SpellingTest {
  private static final List<String> X = List.of("x", "z");
  private static final List<String> DY = List.of("p", "q");
  private static final Spelling PAPER = Spelling.PAPER;

  private static Equations<String> written(Spelling spelling) {
    return spelling.over(new WrittenArithmetic());
  }

  private static String variance(Variance form) {
    return written(PAPER.with(form).shiftedBy(3)).variance(X, "μ");
  }

  private static String y(Output form) {
    return written(PAPER.with(form)).output(X, "μ", "r", "γ", "β").get(0);
  }

  private static String dx(InputGradient form) {
    return written(PAPER.with(form)).trainingBackward(X, DY, "μ", "r", "γ", "s", "t").dx().get(0);
  }

  private static String inferenceDx(Output form) {
    return written(PAPER.with(form)).inferenceGradientOfInput(DY, "r", "γ").get(0);
  }

  private static String dgamma(ScaleGradient form) {
    return written(PAPER.with(form)).gradientOfScale(X, DY, "μ", "r");
  }

  @Test
  void meansBn1() {
    Spelling shifted = PAPER.shiftedBy(3);
    assertEquals("MEAN = ([x + z] / 2)", written(shifted).mean(X));
    assertEquals("MEAN = (3 + ([(x - 3) + (z - 3)] / 2))", written(shifted.with(Mean.SHIFTED)).mean(X));
  }

  @Test
  void variancesBn2() {
    assertEquals("VARIANCE = ([(x - μ)² + (z - μ)²] / 2)", variance(Variance.DIRECT));
    assertEquals("VARIANCE = (([(x - μ)² + (z - μ)²] - ([(x - μ) + (z - μ)]² / 2)) / 2)", variance(Variance.CORRECTED));
    assertEquals("VARIANCE = (([(x - 3)² + (z - 3)²] / 2) - ([(x - 3) + (z - 3)] / 2)²)", variance(Variance.SHIFTED));
    assertEquals("VARIANCE = (([x² + z²] / 2) - μ²)", variance(Variance.ONE_PASS));
  }

  @Test
  void outputsBn5() {
    assertEquals("((γ * ((x - μ) * r)) + β)", y(Output.NORMALIZED_FIRST));
    assertEquals("(((γ * r) * (x - μ)) + β)", y(Output.SCALE_FIRST));
    assertEquals("(((γ * (x - μ)) * r) + β)", y(Output.GAMMA_FIRST));
    assertEquals("(((γ * r) * x) + (β - (μ * (γ * r))))", y(Output.REARRANGED));
  }

  @Test
  void updatesBn6() {
    assertEquals("(((1 - a) * s) + (a * t))", written(PAPER).runningMean("s", "t", "a"));
    assertEquals("(s + (a * (t - s)))", written(PAPER.with(Update.INCREMENT)).runningMean("s", "t", "a"));
  }

  @Test
  void gradientsOfScaleBn15() {
    assertEquals("[(p * ((x - μ) * r)) + (q * ((z - μ) * r))]", dgamma(ScaleGradient.NORMALIZED));
    assertEquals("(r * [(p * (x - μ)) + (q * (z - μ))])", dgamma(ScaleGradient.FACTORED));
    assertEquals("(r * ([(p * x) + (q * z)] - (μ * [p + q])))", dgamma(ScaleGradient.EXPANDED));
  }

  @Test
  void gradientsOfInputBn15() {
    String dot = "[(p * (x - μ)) + (q * (z - μ))]";
    String dgamma = "[(p * ((x - μ) * r)) + (q * ((z - μ) * r))]";
    String upstream = " + (s / 2)) + (((2 * t) / 2) * (x - μ)))";
    String dvariance = "(t - ([((p * γ) * (x - μ)) + ((q * γ) * (z - μ))] * ((r² * r) / 2)))";
    String dmean = "((s - (r * [(p * γ) + (q * γ)])) - (" + dvariance + " * ((2 * [(x - μ) + (z - μ)]) / 2)))";
    String slope = "(((2 * t) / 2) - (((γ * r) * r²) * (" + dot + " / 2)))";
    String intercept = "((s / 2) - ((γ * r) * ([p + q] / 2)))";
    assertEquals(
        "((((p * γ) * r) + (((2 * " + dvariance + ") / 2) * (x - μ))) + (" + dmean + " / 2))", dx(InputGradient.CHAIN));
    assertEquals(
        "((((γ * r) * ((p - ([p + q] / 2)) - ((x - μ) * ((" + dot + " * r²) / 2))))" + upstream, dx(InputGradient.CLOSED));
    assertEquals(
        "((((γ * r) * (p - (([p + q] + (((x - μ) * r) * " + dgamma + ")) / 2)))" + upstream, dx(InputGradient.NORMALIZED));
    assertEquals(
        "(((((γ * r) / 2) * (((2 * p) - [p + q]) - (((x - μ) * r) * " + dgamma + ")))" + upstream, dx(InputGradient.COUNTED));
    assertEquals("((((γ * r) * p) + (" + slope + " * (x - μ))) + " + intercept + ")", dx(InputGradient.COEFFICIENTS));
    assertEquals(
        "((((γ * r) * p) + (" + slope + " * x)) + (" + intercept + " - (" + slope + " * μ)))", dx(InputGradient.AFFINE));
  }

  @Test
  void inferenceGradientsOfInputBn16() {
    assertEquals("((γ * r) * p)", inferenceDx(Output.NORMALIZED_FIRST));
    assertEquals("(γ * (r * p))", inferenceDx(Output.SCALE_FIRST));
    assertEquals("((γ * p) * r)", inferenceDx(Output.GAMMA_FIRST));
    assertEquals("((γ * r) * p)", inferenceDx(Output.REARRANGED));
  }

  /** The form of dx decides how what is derived from it is written. */
  @Test
  void tangentsOfVarianceAndDoubleBackwardsBn19To22() {
    for (InputGradient form : InputGradient.values()) {
      boolean isChain = form == InputGradient.CHAIN;
      Equations<String> equations = written(PAPER.with(form));
      assertEquals(isChain ? DoubleBackward.class : ClosedDoubleBackward.class, equations.doubleBackward().getClass());
      assertEquals(
          isChain ? "((2 * [((x - μ) * (p - v)) + ((z - μ) * (q - v))]) / 2)" : "((2 * [((x - μ) * p) + ((z - μ) * q)]) / 2)",
          equations.varianceTangent(X, DY, "μ", "v"));
    }
  }

  @Property
  void bothFormsOfTheVariancesTangentAreOneNumberBn22(@ForAll(supplier = ChannelData.Any.class) ChannelData data) {
    ExactArithmetic a = new ExactArithmetic(data.count());
    ChannelNumbers<ExtendedReal> in = data.in(a);
    Equations<ExtendedReal> paper = Text.PAPER.over(a);
    ExtendedReal mean = paper.mean(in.x());
    ExtendedReal meanDot = paper.meanTangent(in.dy());
    ExtendedReal expected = paper.varianceTangent(in.x(), in.dy(), mean, meanDot);
    for (InputGradient form : InputGradient.values()) {
      assertSameNumber(expected, PAPER.with(form).over(a).varianceTangent(in.x(), in.dy(), mean, meanDot));
    }
  }

  @Test
  void aSpellingSaysItsForms() {
    assertEquals(
        "direct mean, direct variance, normalized-first y, weighted update, chain dx, normalized dgamma", PAPER.toString());
    assertEquals(
        "shifted mean, corrected variance, scale-first y, increment update, closed dx, factored dgamma",
        PAPER.with(Mean.SHIFTED).with(Variance.CORRECTED).with(Output.SCALE_FIRST).with(Update.INCREMENT)
            .with(InputGradient.CLOSED).with(ScaleGradient.FACTORED).toString());
  }
}
