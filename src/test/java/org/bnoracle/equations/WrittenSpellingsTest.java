package org.bnoracle.equations;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What each spelling computes of two values, written out. All are equal in exact arithmetic, which tells none from another. */
class WrittenSpellingsTest {
  private static final List<String> X = List.of("x", "z");
  private static final List<String> DY = List.of("p", "q");
  private static final Spelling PAPER = Spelling.PAPER;

  private static Equations<String> written(Spelling spelling) {
    return spelling.over(new WrittenArithmetic());
  }

  private static String mean(Spelling spelling) {
    return written(spelling).mean(X);
  }

  private static String variance(Spelling.Variance form) {
    return written(PAPER.with(form).shiftedBy(3)).variance(X, "μ");
  }

  private static List<String> output(Spelling.Output form) {
    return written(PAPER.with(form)).output(X, "μ", "r", "γ", "β");
  }

  private static String dx(Spelling.InputGradient form) {
    return written(PAPER.with(form)).trainingBackward(X, DY, "μ", "r", "γ", "s", "t").dx().get(0);
  }

  private static String inferenceDx(Spelling.Output form) {
    return written(PAPER.with(form)).inferenceGradientOfInput(DY, "r", "γ").get(0);
  }

  private static String dgamma(Spelling.ScaleGradient form) {
    return written(PAPER.with(form)).gradientOfScale(X, DY, "μ", "r");
  }

  @Test
  void meansBn1() {
    assertEquals("MEAN = [x + z]/2", mean(PAPER.shiftedBy(3)));
    assertEquals("MEAN = (3 + [(x - 3) + (z - 3)]/2)", mean(PAPER.with(Spelling.Mean.SHIFTED).shiftedBy(3)));
  }

  @Test
  void variancesBn2() {
    assertEquals("VARIANCE = [(x - μ)² + (z - μ)²]/2", variance(Spelling.Variance.DIRECT));
    assertEquals("VARIANCE = ([(x - μ)² + (z - μ)²] - [(x - μ) + (z - μ)]²/2)/2", variance(Spelling.Variance.CORRECTED));
    assertEquals("VARIANCE = ([(x - 3)² + (z - 3)²]/2 - [(x - 3) + (z - 3)]/2²)", variance(Spelling.Variance.SHIFTED));
    assertEquals("VARIANCE = ([x² + z²]/2 - μ²)", variance(Spelling.Variance.ONE_PASS));
  }

  @Test
  void outputsBn5() {
    assertEquals(List.of("(γ·((x - μ)·r) + β)", "(γ·((z - μ)·r) + β)"), output(Spelling.Output.NORMALIZED_FIRST));
    assertEquals(List.of("(γ·r·(x - μ) + β)", "(γ·r·(z - μ) + β)"), output(Spelling.Output.SCALE_FIRST));
    assertEquals(List.of("(γ·(x - μ)·r + β)", "(γ·(z - μ)·r + β)"), output(Spelling.Output.GAMMA_FIRST));
    assertEquals(List.of("(γ·r·x + (β - μ·(γ·r)))", "(γ·r·z + (β - μ·(γ·r)))"), output(Spelling.Output.REARRANGED));
  }

  @Test
  void updatesBn6() {
    assertEquals("((1 - a)·s + a·t)", written(PAPER).runningMean("s", "t", "a"));
    assertEquals("(s + a·(t - s))", written(PAPER.with(Spelling.Update.INCREMENT)).runningMean("s", "t", "a"));
  }

  @Test
  void gradientsOfScaleBn15() {
    assertEquals("[p·((x - μ)·r) + q·((z - μ)·r)]", dgamma(Spelling.ScaleGradient.NORMALIZED));
    assertEquals("r·[p·(x - μ) + q·(z - μ)]", dgamma(Spelling.ScaleGradient.FACTORED));
    assertEquals("r·([p·x + q·z] - μ·[p + q])", dgamma(Spelling.ScaleGradient.EXPANDED));
  }

  @Test
  void gradientsOfInputBn15() {
    String dot = "[p·(x - μ) + q·(z - μ)]";
    String dgamma = "[p·((x - μ)·r) + q·((z - μ)·r)]";
    String upstream = " + s/2) + 2·t/2·(x - μ))";
    String dvariance = "(t - [p·γ·(x - μ) + q·γ·(z - μ)]·(r²·r/2))";
    String dmean = "((s - r·[p·γ + q·γ]) - " + dvariance + "·(2·[(x - μ) + (z - μ)]/2))";
    String slope = "(2·t/2 - γ·r·r²·(" + dot + "/2))";
    String intercept = "(s/2 - γ·r·([p + q]/2))";
    assertEquals("((p·γ·r + 2·" + dvariance + "/2·(x - μ)) + " + dmean + "/2)", dx(Spelling.InputGradient.CHAIN));
    assertEquals("((γ·r·((p - [p + q]/2) - (x - μ)·(" + dot + "·r²/2))" + upstream, dx(Spelling.InputGradient.CLOSED));
    assertEquals("((γ·r·(p - ([p + q] + (x - μ)·r·" + dgamma + ")/2)" + upstream, dx(Spelling.InputGradient.NORMALIZED));
    assertEquals("((γ·r/2·((2·p - [p + q]) - (x - μ)·r·" + dgamma + ")" + upstream, dx(Spelling.InputGradient.COUNTED));
    assertEquals("((γ·r·p + " + slope + "·(x - μ)) + " + intercept + ")", dx(Spelling.InputGradient.COEFFICIENTS));
    assertEquals("((γ·r·p + " + slope + "·x) + (" + intercept + " - " + slope + "·μ))", dx(Spelling.InputGradient.AFFINE));
  }

  @Test
  void inferenceGradientsOfInputBn16() {
    assertEquals("γ·r·p", inferenceDx(Spelling.Output.NORMALIZED_FIRST));
    assertEquals("γ·(r·p)", inferenceDx(Spelling.Output.SCALE_FIRST));
    assertEquals("γ·p·r", inferenceDx(Spelling.Output.GAMMA_FIRST));
    assertEquals("γ·r·p", inferenceDx(Spelling.Output.REARRANGED));
  }

  @Test
  void tangentsOfVarianceBn22() {
    for (Spelling.InputGradient form : Spelling.InputGradient.values()) {
      Equations<String> equations = written(PAPER.with(form));
      assertEquals(
          form == Spelling.InputGradient.CHAIN ? "2·[(x - μ)·(p - v) + (z - μ)·(q - v)]/2" : "2·[(x - μ)·p + (z - μ)·q]/2",
          equations.varianceTangent(X, DY, "μ", "v"));
    }
  }
}
