package org.bnoracle.equations;

import static org.bnoracle.equations.Lists.map;
import static org.bnoracle.equations.Lists.zip;

import java.util.List;
import java.util.function.BinaryOperator;

/** The equations in the forms of a spelling. */
public class SpelledEquations<T> extends Equations<T> {
  private final Spelling spelling;

  public SpelledEquations(Arithmetic<T> arithmetic, Spelling spelling) {
    super(arithmetic);
    this.spelling = spelling;
  }

  @Override
  public T mean(List<T> x) {
    if (spelling.mean() == Spelling.Mean.DIRECT) {
      return super.mean(x);
    }
    T shift = a.of(spelling.shift());
    return a.named(Quantity.MEAN, a.add(shift, a.over(a.sum(deviations(x, shift)), x.size())));
  }

  @Override
  public T variance(List<T> x, T mean) {
    return switch (spelling.variance()) {
      case DIRECT -> super.variance(x, mean);
      case CORRECTED -> a.named(Quantity.VARIANCE, corrected(deviations(x, mean)));
      case SHIFTED -> a.named(Quantity.VARIANCE, shifted(deviations(x, a.of(spelling.shift()))));
      case ONE_PASS -> a.named(Quantity.VARIANCE, a.subtract(a.over(a.sum(map(x, a::square)), x.size()), a.square(mean)));
    };
  }

  private T corrected(List<T> d) {
    T correction = a.over(a.square(a.sum(d)), d.size());
    return a.over(a.subtract(a.sum(map(d, a::square)), correction), d.size());
  }

  private T shifted(List<T> t) {
    T meanOfSquares = a.over(a.sum(map(t, a::square)), t.size());
    return a.subtract(meanOfSquares, a.square(a.over(a.sum(t), t.size())));
  }

  @Override
  public List<T> output(List<T> x, T mean, T r, T gamma, T beta) {
    return switch (spelling.output()) {
      case NORMALIZED_FIRST -> super.output(x, mean, r, gamma, beta);
      case SCALE_FIRST -> {
        T s = a.multiply(gamma, r);
        yield map(deviations(x, mean), d -> a.add(a.multiply(s, d), beta));
      }
      case GAMMA_FIRST -> map(deviations(x, mean), d -> a.add(a.multiply(a.multiply(gamma, d), r), beta));
      case REARRANGED -> {
        T s = a.multiply(gamma, r);
        T shift = a.subtract(beta, a.multiply(mean, s));
        yield map(x, xi -> a.add(a.multiply(s, xi), shift));
      }
    };
  }

  @Override
  protected T update(T old, T batch, T momentum) {
    return spelling.update() == Spelling.Update.WEIGHTED
        ? super.update(old, batch, momentum)
        : a.add(old, a.multiply(momentum, a.subtract(batch, old)));
  }

  @Override
  public Gradients<T> trainingBackward(List<T> x, List<T> dy, T mean, T r, T gamma, T dmean, T dvariance) {
    if (spelling.inputGradient() == Spelling.InputGradient.CHAIN) {
      return super.trainingBackward(x, dy, mean, r, gamma, dmean, dvariance);
    }
    List<T> d = deviations(x, mean);
    T perDeviation = a.over(a.multiply(a.of(2), dvariance), x.size());
    T constant = a.over(dmean, x.size());
    List<T> dx = switch (spelling.inputGradient()) {
      case COEFFICIENTS -> affine(dy, d, slope(dy, d, r, gamma, perDeviation), intercept(dy, r, gamma, constant), r, gamma);
      case AFFINE -> {
        T slope = slope(dy, d, r, gamma, perDeviation);
        T intercept = a.subtract(intercept(dy, r, gamma, constant), a.multiply(slope, mean));
        yield affine(dy, x, slope, intercept, r, gamma);
      }
      default -> zip(batchPart(dy, d, r, gamma), d, (part, di) -> a.add(a.add(part, constant), a.multiply(perDeviation, di)));
    };
    return new Gradients<>(dx, gradientOfScale(x, dy, mean, r), gradientOfShift(dy));
  }

  private List<T> affine(List<T> dy, List<T> x, T slope, T intercept, T r, T gamma) {
    T scale = a.multiply(gamma, r);
    return zip(dy, x, (dyi, xi) -> a.add(a.add(a.multiply(scale, dyi), a.multiply(slope, xi)), intercept));
  }

  /** 2 dvariance/m - gamma r³ Σ dy_k d_k / m. */
  private T slope(List<T> dy, List<T> d, T r, T gamma, T perDeviation) {
    T projection = a.over(a.sum(zip(dy, d, a::multiply)), d.size());
    return a.subtract(perDeviation, a.multiply(a.multiply(a.multiply(gamma, r), a.square(r)), projection));
  }

  /** dmean/m - gamma r Σdy/m. */
  private T intercept(List<T> dy, T r, T gamma, T constant) {
    return a.subtract(constant, a.multiply(a.multiply(gamma, r), a.over(a.sum(dy), dy.size())));
  }

  /** dx_i without upstream gradients of mean and variance. */
  private List<T> batchPart(List<T> dy, List<T> d, T r, T gamma) {
    int m = d.size();
    T scale = a.multiply(gamma, r);
    T sum = a.sum(dy);
    if (spelling.inputGradient() == Spelling.InputGradient.CLOSED) {
      T meanOfDy = a.over(sum, m);
      T slope = a.over(a.multiply(a.sum(zip(dy, d, a::multiply)), a.square(r)), m);
      return zip(dy, d, (dyi, di) ->
          a.multiply(scale, a.subtract(a.subtract(dyi, meanOfDy), a.multiply(di, slope))));
    }
    List<T> xHat = map(d, di -> a.multiply(di, r));
    T dgamma = a.sum(zip(dy, xHat, a::multiply));
    BinaryOperator<T> form = spelling.inputGradient() == Spelling.InputGradient.NORMALIZED
        ? (dyi, xi) -> a.multiply(scale, a.subtract(dyi, a.over(a.add(sum, a.multiply(xi, dgamma)), m)))
        : (dyi, xi) -> a.multiply(a.over(scale, m),
            a.subtract(a.subtract(a.multiply(a.of(m), dyi), sum), a.multiply(xi, dgamma)));
    return zip(dy, xHat, form::apply);
  }

  @Override
  public T gradientOfScale(List<T> x, List<T> dy, T mean, T r) {
    return switch (spelling.scaleGradient()) {
      case NORMALIZED -> super.gradientOfScale(x, dy, mean, r);
      case FACTORED -> a.multiply(r, a.sum(zip(dy, deviations(x, mean), a::multiply)));
      case EXPANDED -> a.multiply(r, a.subtract(a.sum(zip(dy, x, a::multiply)), a.multiply(mean, a.sum(dy))));
    };
  }

  /** The form of dx decides. */
  @Override
  public DoubleBackward<T> doubleBackward() {
    return spelling.inputGradient() == Spelling.InputGradient.CHAIN
        ? super.doubleBackward()
        : new ClosedDoubleBackward<>(a, this);
  }

  /** With another form of dx than the chain, 2 Σ d_i ẋ_i / m. */
  @Override
  public T varianceTangent(List<T> x, List<T> xDot, T mean, T meanDot) {
    return spelling.inputGradient() == Spelling.InputGradient.CHAIN
        ? super.varianceTangent(x, xDot, mean, meanDot)
        : a.over(a.multiply(a.of(2), a.sum(zip(deviations(x, mean), xDot, a::multiply))), x.size());
  }

  @Override
  public List<T> inferenceGradientOfInput(List<T> dy, T r, T gamma) {
    return switch (spelling.output()) {
      case SCALE_FIRST -> map(dy, dyi -> a.multiply(gamma, a.multiply(r, dyi)));
      case GAMMA_FIRST -> map(dy, dyi -> a.multiply(a.multiply(gamma, dyi), r));
      default -> super.inferenceGradientOfInput(dy, r, gamma);
    };
  }
}
