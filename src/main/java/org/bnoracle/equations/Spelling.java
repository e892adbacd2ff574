package org.bnoracle.equations;

/**
 * One of the ways in which implementations write the equations down. In real numbers all are equal; in floating point
 * they differ, some by much.
 *
 * @param shift what is subtracted from x before a shifted mean and variance
 */
public record Spelling(
    Mean mean, Variance variance, double shift, Output output, Update update, InputGradient inputGradient,
    ScaleGradient scaleGradient) implements Text {
  /** The paper's. */
  public static final Spelling PAPER = new Spelling(
      Mean.DIRECT, Variance.DIRECT, 0, Output.NORMALIZED_FIRST, Update.WEIGHTED, InputGradient.CHAIN, ScaleGradient.NORMALIZED);

  /** BN-1. */
  public enum Mean {
    /** Σ x_i / m. */
    DIRECT,
    /** c + Σ (x_i - c) / m. */
    SHIFTED
  }

  /** BN-2. */
  public enum Variance {
    /** Σ d_i² / m with d_i = x_i - mean. */
    DIRECT,
    /** (Σ d_i² - (Σ d_i)²/m) / m. */
    CORRECTED,
    /** Σ t_i²/m - (Σ t_i/m)² with t_i = x_i - c. */
    SHIFTED,
    /** Σ x_i²/m - mean²: cancels where the mean is large beside the deviations. */
    ONE_PASS
  }

  /** BN-4 and BN-5. */
  public enum Output {
    /** gamma (d_i r) + beta. */
    NORMALIZED_FIRST,
    /** (gamma r) d_i + beta. */
    SCALE_FIRST,
    /** (gamma d_i) r + beta. */
    GAMMA_FIRST,
    /** s x_i + (beta - mean s) with s = gamma r: cancels where the mean is large beside the deviations. */
    REARRANGED
  }

  /** BN-6 and BN-7. */
  public enum Update {
    /** (1-a) s + a t. */
    WEIGHTED,
    /** s + a (t - s). */
    INCREMENT
  }

  /** BN-12..15, and what is derived from it, BN-19..22. */
  public enum InputGradient {
    /** The paper's chain. */
    CHAIN,
    /** gamma r (dy_i - Σdy/m - d_i (Σ dy_k d_k) r²/m). */
    CLOSED,
    /** gamma r (dy_i - (Σdy + x̂_i Σ dy_k x̂_k)/m). */
    NORMALIZED,
    /** (gamma r / m) (m dy_i - Σdy - x̂_i Σ dy_k x̂_k). */
    COUNTED,
    /** A dy_i + B d_i + C. */
    COEFFICIENTS,
    /** A dy_i + B x_i + (C - B mean): cancels where the mean is large beside the deviations. */
    AFFINE
  }

  /** BN-15, dgamma. */
  public enum ScaleGradient {
    /** Σ dy_i x̂_i. */
    NORMALIZED,
    /** r Σ dy_i d_i. */
    FACTORED,
    /** r (Σ dy_i x_i - mean Σ dy_i): cancels where the mean is large beside the deviations. */
    EXPANDED
  }

  public Spelling with(Mean form) {
    return new Spelling(form, variance, shift, output, update, inputGradient, scaleGradient);
  }

  public Spelling with(Variance form) {
    return new Spelling(mean, form, shift, output, update, inputGradient, scaleGradient);
  }

  public Spelling with(Output form) {
    return new Spelling(mean, variance, shift, form, update, inputGradient, scaleGradient);
  }

  public Spelling with(Update form) {
    return new Spelling(mean, variance, shift, output, form, inputGradient, scaleGradient);
  }

  public Spelling with(InputGradient form) {
    return new Spelling(mean, variance, shift, output, update, form, scaleGradient);
  }

  public Spelling with(ScaleGradient form) {
    return new Spelling(mean, variance, shift, output, update, inputGradient, form);
  }

  /** The same with another shift. */
  public Spelling shiftedBy(double by) {
    return new Spelling(mean, variance, by, output, update, inputGradient, scaleGradient);
  }

  @Override
  public <T> Equations<T> over(Arithmetic<T> arithmetic) {
    return new SpelledEquations<>(arithmetic, this);
  }

  /** The forms in words. */
  @Override
  public String toString() {
    return "%s mean, %s variance, %s y, %s update, %s dx, %s dgamma".formatted(
        Label.of(mean), Label.of(variance), Label.of(output), Label.of(update), Label.of(inputGradient), Label.of(scaleGradient));
  }
}
