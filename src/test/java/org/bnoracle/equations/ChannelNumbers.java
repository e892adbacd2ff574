package org.bnoracle.equations;

import java.util.List;

/** The inputs of one channel as numbers of an arithmetic, and what the equations make of them. */
record ChannelNumbers<T>(
    List<T> x, List<T> dy, T gamma, T beta, T epsilon, T dmean, T dvariance, T runningMean, T runningVariance) {

  ChannelNumbers<T> withX(List<T> newX) {
    return new ChannelNumbers<>(newX, dy, gamma, beta, epsilon, dmean, dvariance, runningMean, runningVariance);
  }

  ChannelNumbers<T> withDy(List<T> newDy) {
    return new ChannelNumbers<>(x, newDy, gamma, beta, epsilon, dmean, dvariance, runningMean, runningVariance);
  }

  ChannelNumbers<T> withGammaAndBeta(T newGamma, T newBeta) {
    return new ChannelNumbers<>(x, dy, newGamma, newBeta, epsilon, dmean, dvariance, runningMean, runningVariance);
  }

  T mean(Equations<T> e) {
    return e.mean(x);
  }

  T variance(Equations<T> e) {
    return e.variance(x, mean(e));
  }

  T inverseStd(Equations<T> e) {
    return e.inverseStd(variance(e), epsilon);
  }

  T runningInverseStd(Equations<T> e) {
    return e.inverseStd(runningVariance, epsilon);
  }

  List<T> normalized(Equations<T> e) {
    return e.normalized(x, mean(e), inverseStd(e));
  }

  List<T> trainingOutput(Equations<T> e) {
    return e.output(x, mean(e), inverseStd(e), gamma, beta);
  }

  List<T> inferenceOutput(Equations<T> e) {
    return e.output(x, runningMean, runningInverseStd(e), gamma, beta);
  }

  Gradients<T> trainingBackward(Equations<T> e) {
    return e.trainingBackward(x, dy, mean(e), inverseStd(e), gamma, dmean, dvariance);
  }

  Gradients<T> inferenceBackward(Equations<T> e) {
    return e.inferenceBackward(x, dy, runningMean, runningInverseStd(e), gamma);
  }

  /** ℓ = Σ dy_i y_i + dmean mean + dvariance variance, of which the training backward is the gradient. */
  T trainingLoss(Arithmetic<T> a) {
    Equations<T> e = Text.PAPER.over(a);
    T ofStatistics = a.add(a.multiply(dmean, mean(e)), a.multiply(dvariance, variance(e)));
    return a.add(dotWithDy(a, trainingOutput(e)), ofStatistics);
  }

  /** ℓ = Σ dy_i y_i, of which the inference backward is the gradient. */
  T inferenceLoss(Arithmetic<T> a) {
    return dotWithDy(a, inferenceOutput(Text.PAPER.over(a)));
  }

  private T dotWithDy(Arithmetic<T> a, List<T> y) {
    return dot(a, dy, y);
  }

  static <T> T dot(Arithmetic<T> a, List<T> u, List<T> v) {
    return a.sum(Lists.tabulate(u.size(), i -> a.multiply(u.get(i), v.get(i))));
  }

  /** These numbers with a direction for x, gamma and beta; all else is constant. */
  ChannelNumbers<Dual<T>> along(T zero, List<T> xDot, T gammaDot, T betaDot) {
    return new ChannelNumbers<>(
        Lists.tabulate(x.size(), i -> new Dual<>(x.get(i), xDot.get(i))),
        Lists.tabulate(dy.size(), i -> new Dual<>(dy.get(i), zero)),
        new Dual<>(gamma, gammaDot), new Dual<>(beta, betaDot), new Dual<>(epsilon, zero), new Dual<>(dmean, zero),
        new Dual<>(dvariance, zero), new Dual<>(runningMean, zero), new Dual<>(runningVariance, zero));
  }
}
