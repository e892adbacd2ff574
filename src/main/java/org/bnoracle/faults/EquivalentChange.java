package org.bnoracle.faults;

import java.util.List;
import org.bnoracle.equations.Arithmetic;
import org.bnoracle.equations.Equations;
import org.bnoracle.equations.Text;
import org.bnoracle.operation.BugClass;

/**
 * A change of the paper's text that is no fault, and that no vector may catch: ∂ℓ/∂μ without its second term,
 * ∂ℓ/∂σ² Σ 2 (x_i - mean)/m, because deviations from the mean add up to nothing (BVLC/caffe#3878).
 */
public final class EquivalentChange implements Text {
  /** The name in reports. */
  public static final String NAME = "no-variance-term-in-mean-gradient";
  /** What it looks like. */
  public static final BugClass BUG_CLASS = BugClass.A_PATH_OF_THE_GRADIENT_IS_MISSING;

  @Override
  public <T> Equations<T> over(Arithmetic<T> arithmetic) {
    return new Equations<>(arithmetic) {
      @Override
      public T gradientOfMean(List<T> x, List<T> dxHat, T mean, T r, T dmean, T dVariance) {
        return a.subtract(dmean, a.multiply(r, a.sum(dxHat)));
      }
    };
  }
}
