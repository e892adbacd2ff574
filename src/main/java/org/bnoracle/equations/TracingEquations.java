package org.bnoracle.equations;

import java.util.ArrayList;
import java.util.List;

/** The paper's text, which remembers what each equation gives for one value of the channel. */
public final class TracingEquations<T> extends Equations<T> {
  private final int i;
  private boolean infers;
  private final List<Step<T>> steps = new ArrayList<>();

  /** The result of an equation. */
  public record Step<T>(String equation, String name, T value) {}

  /** @param i the value's place in the channel */
  public TracingEquations(Arithmetic<T> arithmetic, int i) {
    super(arithmetic);
    this.i = i;
  }

  /** What was computed, in this order; a step that is computed twice is remembered once. */
  public List<Step<T>> steps() {
    return steps;
  }

  private T note(String equation, String name, T value) {
    if (steps.stream().noneMatch(step -> step.equation.equals(equation) && step.name.equals(name))) {
      steps.add(new Step<>(equation, name, value));
    }
    return value;
  }

  /** A channel without values has nothing to note. */
  private List<T> noteOne(String equation, String name, List<T> values) {
    if (!values.isEmpty()) {
      note(equation, name, values.get(i));
    }
    return values;
  }

  @Override
  public T mean(List<T> x) {
    noteOne("", "x_i", x);
    return note("BN-1", "mean", super.mean(x));
  }

  @Override
  public T variance(List<T> x, T mean) {
    return note("BN-2", "variance", super.variance(x, mean));
  }

  @Override
  public T inverseStd(T variance, T epsilon) {
    note("", "variance + epsilon", a.add(variance, epsilon));
    return note("BN-3", "r = 1/√(variance + epsilon)", super.inverseStd(variance, epsilon));
  }

  @Override
  public List<T> normalized(List<T> x, T mean, T r) {
    noteOne("", "x_i", x);
    noteOne("", "x_i - mean", deviations(x, mean));
    return noteOne("BN-4", "x̂_i", super.normalized(x, mean, r));
  }

  @Override
  public List<T> scaledAndShifted(List<T> xHat, T gamma, T beta) {
    return noteOne("BN-5", "y_i", super.scaledAndShifted(xHat, gamma, beta));
  }

  @Override
  public T runningMean(T old, T mean, T momentum) {
    return note("BN-6", "running mean", super.runningMean(old, mean, momentum));
  }

  @Override
  public T runningVariance(T old, T variance, T momentum, VarianceConvention convention, long m) {
    return note("BN-7", "running variance", super.runningVariance(old, variance, momentum, convention, m));
  }

  @Override
  public T cumulativeWeight(long k) {
    return note("BN-8", "a = 1/batch_index", super.cumulativeWeight(k));
  }

  @Override
  public List<T> gradientOfNormalized(List<T> dy, T gamma) {
    noteOne("", "dy_i", dy);
    return noteOne("BN-12", "∂ℓ/∂x̂_i", super.gradientOfNormalized(dy, gamma));
  }

  @Override
  public T gradientOfVariance(List<T> x, List<T> dxHat, T mean, T r, T dvariance) {
    return note("BN-13", "∂ℓ/∂σ²", super.gradientOfVariance(x, dxHat, mean, r, dvariance));
  }

  @Override
  public T gradientOfMean(List<T> x, List<T> dxHat, T mean, T r, T dmean, T dVariance) {
    return note("BN-14", "∂ℓ/∂μ", super.gradientOfMean(x, dxHat, mean, r, dmean, dVariance));
  }

  @Override
  public List<T> gradientOfInput(List<T> x, List<T> dxHat, T mean, T r, T dMean, T dVariance) {
    noteOne("", "x_i - mean", deviations(x, mean));
    return noteOne("BN-15", "dx_i", super.gradientOfInput(x, dxHat, mean, r, dMean, dVariance));
  }

  @Override
  public Gradients<T> inferenceBackward(List<T> x, List<T> dy, T runningMean, T r, T gamma) {
    infers = true;
    return super.inferenceBackward(x, dy, runningMean, r, gamma);
  }

  @Override
  public List<T> inferenceGradientOfInput(List<T> dy, T r, T gamma) {
    noteOne("", "dy_i", dy);
    return noteOne("BN-16", "dx_i", super.inferenceGradientOfInput(dy, r, gamma));
  }

  @Override
  public T gradientOfScale(List<T> x, List<T> dy, T mean, T r) {
    return note(infers ? "BN-17" : "BN-15", "dgamma", super.gradientOfScale(x, dy, mean, r));
  }

  @Override
  public T gradientOfShift(List<T> dy) {
    return note(infers ? "BN-18" : "BN-15", "dbeta", super.gradientOfShift(dy));
  }
}
