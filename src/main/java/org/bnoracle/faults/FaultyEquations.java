package org.bnoracle.faults;

import static org.bnoracle.faults.Fault.DGAMMA_DIVIDED_BY_R;
import static org.bnoracle.faults.Fault.DGAMMA_WITHOUT_R;
import static org.bnoracle.faults.Fault.EPSILON_MAXIMUM;
import static org.bnoracle.faults.Fault.EPSILON_OUTSIDE;
import static org.bnoracle.faults.Fault.MEAN_GRADIENT_BY_BESSEL;
import static org.bnoracle.faults.Fault.MEAN_IN_HALF;
import static org.bnoracle.faults.Fault.MEAN_OF_MEANS;
import static org.bnoracle.faults.Fault.NORMALIZED_FROM_Y;
import static org.bnoracle.faults.Fault.NO_MEAN_GRADIENT;
import static org.bnoracle.faults.Fault.NO_VARIANCE_GRADIENT;
import static org.bnoracle.faults.Fault.ONE_PASS;
import static org.bnoracle.faults.Fault.ONE_PASS_CLAMPED;
import static org.bnoracle.faults.Fault.REARRANGED;
import static org.bnoracle.faults.Fault.REMAINDER_DROPPED;
import static org.bnoracle.faults.Fault.SECOND_SCALE_PATH_LOST;
import static org.bnoracle.faults.Fault.STORED_IN_BF16;
import static org.bnoracle.faults.Fault.SUM_IN_DATA_FORMAT;
import static org.bnoracle.faults.Fault.VARIANCE_GRADIENT_DOUBLED;
import static org.bnoracle.faults.Fault.VARIANCE_GRADIENT_REVERSED;
import static org.bnoracle.faults.Fault.VARIANCE_WITHOUT_ROOT;

import java.util.List;
import java.util.Set;
import org.bnoracle.equations.ComparingArithmetic;
import org.bnoracle.equations.DoubleBackward;
import org.bnoracle.equations.Gradients;
import org.bnoracle.equations.Lists;
import org.bnoracle.equations.Quantity;
import org.bnoracle.equations.SpelledEquations;
import org.bnoracle.equations.Spelling;
import org.bnoracle.number.BinaryFormat;

/** The equations with faults in the formulas. */
final class FaultyEquations<T> extends SpelledEquations<T> {
  private static final int VECTOR = 4;

  private final ComparingArithmetic<T> a;
  private final BinaryFormat data;
  private final Set<Fault> faults;

  /** @param data the format of x */
  FaultyEquations(ComparingArithmetic<T> arithmetic, BinaryFormat data, Set<Fault> faults) {
    super(arithmetic, spelling(faults));
    this.a = arithmetic;
    this.data = data;
    this.faults = faults;
  }

  private static Spelling spelling(Set<Fault> faults) {
    Spelling spelling = Spelling.PAPER;
    if (faults.contains(ONE_PASS) || faults.contains(ONE_PASS_CLAMPED)) {
      spelling = spelling.with(Spelling.Variance.ONE_PASS);
    }
    return faults.contains(REARRANGED)
        ? spelling.with(Spelling.Output.REARRANGED).with(Spelling.InputGradient.AFFINE).with(Spelling.ScaleGradient.EXPANDED)
        : spelling;
  }

  private boolean has(Fault fault) {
    return faults.contains(fault);
  }

  @Override
  public T mean(List<T> x) {
    T mean = x.size() > 1 && has(MEAN_OF_MEANS) ? a.named(Quantity.MEAN, halves(x)) : meanOf(x);
    return stored(has(MEAN_IN_HALF) ? a.stored(mean, BinaryFormat.F16) : mean);
  }

  private T meanOf(List<T> x) {
    return addsUpOtherwise() ? a.named(Quantity.MEAN, a.over(addedUp(x), x.size())) : super.mean(x);
  }

  private boolean addsUpOtherwise() {
    return has(REMAINDER_DROPPED) || has(SUM_IN_DATA_FORMAT);
  }

  /** The sum of the values up to the last multiple of a vector's length, or of all; perhaps as the data's format stores it. */
  private T addedUp(List<T> values) {
    T sum = a.sum(has(REMAINDER_DROPPED) ? values.subList(0, values.size() / VECTOR * VECTOR) : values);
    return has(SUM_IN_DATA_FORMAT) ? a.stored(sum, data) : sum;
  }

  /** The mean of the means of the first two thirds and of the rest. */
  private T halves(List<T> x) {
    int cut = (2 * x.size() + 2) / 3;
    T first = a.over(a.sum(x.subList(0, Math.min(cut, x.size() - 1))), Math.min(cut, x.size() - 1));
    T rest = a.over(a.sum(x.subList(Math.min(cut, x.size() - 1), x.size())), x.size() - Math.min(cut, x.size() - 1));
    return a.over(a.add(first, rest), 2);
  }

  @Override
  public T variance(List<T> x, T mean) {
    if (addsUpOtherwise()) {
      List<T> squares = Lists.tabulate(x.size(), i -> a.square(a.subtract(x.get(i), mean)));
      return a.named(Quantity.VARIANCE, a.over(addedUp(squares), x.size()));
    }
    T variance = super.variance(x, mean);
    return stored(has(ONE_PASS_CLAMPED) ? a.max(a.of(0), variance) : variance);
  }

  @Override
  public T inverseStd(T variance, T epsilon) {
    T one = a.of(1);
    T r;
    if (has(EPSILON_OUTSIDE)) {
      r = a.divide(one, a.add(a.sqrt(variance), epsilon));
    } else if (has(VARIANCE_WITHOUT_ROOT)) {
      r = a.divide(one, a.add(variance, epsilon));
    } else if (has(EPSILON_MAXIMUM)) {
      r = a.divide(one, a.sqrt(a.max(variance, epsilon)));
    } else {
      return stored(super.inverseStd(variance, epsilon));
    }
    return stored(a.named(Quantity.INVERSE_STD, r));
  }

  private T stored(T value) {
    return has(STORED_IN_BF16) ? a.stored(value, BinaryFormat.BF16) : value;
  }

  @Override
  public List<T> normalized(List<T> x, T mean, T r) {
    List<T> xHat = super.normalized(x, mean, r);
    return has(STORED_IN_BF16) ? Lists.tabulate(xHat.size(), i -> stored(xHat.get(i))) : xHat;
  }

  @Override
  public Gradients<T> trainingBackward(List<T> x, List<T> dy, T mean, T r, T gamma, T dmean, T dvariance) {
    Gradients<T> gradients = super.trainingBackward(x, dy, mean, r, gamma, dmean, dvariance);
    return has(NORMALIZED_FROM_Y) ? new Gradients<>(gradients.dx(), throughY(x, dy, mean, r, gamma), gradients.dbeta()) : gradients;
  }

  /** Σ dy_i (gamma x̂_i)/gamma: nothing where gamma is 0. */
  private T throughY(List<T> x, List<T> dy, T mean, T r, T gamma) {
    List<T> xHat = super.normalized(x, mean, r);
    return a.sum(Lists.tabulate(x.size(), i -> a.multiply(dy.get(i), a.divide(a.multiply(gamma, xHat.get(i)), gamma))));
  }

  @Override
  public T gradientOfVariance(List<T> x, List<T> dxHat, T mean, T r, T dvariance) {
    T right = super.gradientOfVariance(x, dxHat, mean, r, dvariance);
    if (has(NO_VARIANCE_GRADIENT)) {
      return a.of(0);
    }
    if (has(VARIANCE_GRADIENT_DOUBLED)) {
      return a.add(right, right);
    }
    return has(VARIANCE_GRADIENT_REVERSED) ? a.subtract(a.of(0), right) : right;
  }

  @Override
  public T gradientOfMean(List<T> x, List<T> dxHat, T mean, T r, T dmean, T dVariance) {
    T right = super.gradientOfMean(x, dxHat, mean, r, dmean, dVariance);
    if (has(NO_MEAN_GRADIENT)) {
      return a.of(0);
    }
    boolean isShort = has(MEAN_GRADIENT_BY_BESSEL) && x.size() > 1;
    return isShort ? a.over(a.multiply(a.of(x.size()), right), x.size() - 1) : right;
  }

  @Override
  public T gradientOfScale(List<T> x, List<T> dy, T mean, T r) {
    if (!has(DGAMMA_WITHOUT_R) && !has(DGAMMA_DIVIDED_BY_R)) {
      return super.gradientOfScale(x, dy, mean, r);
    }
    T sum = a.sum(Lists.tabulate(x.size(), i -> a.multiply(dy.get(i), a.subtract(x.get(i), mean))));
    return has(DGAMMA_WITHOUT_R) ? sum : a.divide(sum, r);
  }

  @Override
  public DoubleBackward<T> doubleBackward() {
    return has(SECOND_SCALE_PATH_LOST) ? new WithoutScalePath<>(a, this) : super.doubleBackward();
  }

  /** Takes r in dx = gamma r (…) for a constant. */
  private static final class WithoutScalePath<T> extends DoubleBackward<T> {
    WithoutScalePath(ComparingArithmetic<T> arithmetic, FaultyEquations<T> first) {
      super(arithmetic, first);
    }

    @Override
    public List<T> gradientOfInput(List<T> x, List<T> dxHat, T mean, T r, T gamma, T pairing) {
      return super.gradientOfInput(x, dxHat, mean, r, gamma, a.of(0));
    }
  }
}
