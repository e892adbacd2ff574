package org.bnoracle.accuracy;

import org.apache.commons.numbers.core.DD;
import org.bnoracle.number.BinaryFormat;

/**
 * The bounds of a sum of which every order is allowed, in trees of a height K: Σ e_i + γ_K Σ (|t_i| + e_i). The sum is
 * exact in every order if every term is exact, all are multiples of a step q, and Σ|t_i| ≤ 2^p q; here less, because what
 * is more may have been rounded down to it.
 */
final class RunningSum {
  private final BoundedArithmetic arithmetic;
  private DD value = DD.ZERO;
  private double mean;
  private double r;
  private double meanSize;
  private double rSize;
  private double below;
  private double above;
  private double magnitude;
  private double step = Double.POSITIVE_INFINITY;
  private long terms;
  private boolean isExact = true;

  RunningSum(BoundedArithmetic arithmetic) {
    this.arithmetic = arithmetic;
  }

  void add(Bounded term) {
    if (term.isZero()) {
      return;
    }
    terms++;
    value = value.add(term.value());
    mean += term.mean();
    r += term.r();
    meanSize += Math.abs(term.mean());
    rSize += Math.abs(term.r());
    below += term.own().below();
    above += term.own().above();
    magnitude += arithmetic.magnitude(term);
    isExact &= term.isExact();
    if (isExact) {
      step = Math.min(step, lowestBit(term.hi()));
    }
  }

  private static double lowestBit(double value) {
    int trailingZeros = Long.numberOfTrailingZeros(Double.doubleToRawLongBits(value) | 1L << 52);
    return Math.scalb(Math.ulp(value), trailingZeros);
  }

  Bounded result() {
    Machine machine = arithmetic.machine();
    if (terms == 0 || isExactInEveryOrder(machine)) {
      return Bounded.exact(value.hi());
    }
    Bounded exact = arithmetic.propagated(value, mean, r, new Range(below, above), evaluation());
    double rounding = terms > 1 ? machine.gamma(terms - 1) * magnitude + (terms - 1) * machine.flushed() : 0;
    Bounded sum = arithmetic.inRange(BoundedArithmetic.widened(exact, rounding), magnitude + rounding);
    return sum.isFinite() ? sum : Bounded.UNBOUNDED;
  }

  /** The rounding of this sum's own double-double additions, and of the coefficients'. */
  private double evaluation() {
    return terms * (0x1p-103 * magnitude + 0x1p-3 * arithmetic.slack(meanSize, rSize));
  }

  private boolean isExactInEveryOrder(Machine machine) {
    BinaryFormat format = machine.compute();
    return isExact && step >= machine.step() && magnitude < Math.scalb(step, format.precision())
        && magnitude <= format.maxValue();
  }
}
