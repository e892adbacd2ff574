package org.bnoracle.accuracy;

import java.util.List;
import org.apache.commons.numbers.core.DD;
import org.bnoracle.equations.ComparingArithmetic;
import org.bnoracle.equations.Quantity;
import org.bnoracle.number.BinaryFormat;

/**
 * Numbers with bounds on the errors that any run of a text on a machine can make, of one channel: see spec/bounds.md.
 * Every operation adds what its operands' errors lead to and its own rounding.
 *
 * <p>Values are double-double. Its rounding is accounted for with 2^-100 of each result; M. Joldes, J.-M. Muller and
 * V. Popescu ("Tight and rigorous error bounds for basic building blocks of double-word arithmetic", ACM TOMS 44(2),
 * 2017) prove at most 10 · 2^-106. The bounds are computed in double; {@link #MARGIN} covers their rounding.
 */
final class BoundedArithmetic implements ComparingArithmetic<Bounded> {
  /** Bounds are multiplied by this last. Sums of up to 2^31 nonnegative terms err by less. */
  static final double MARGIN = 1 + 0x1p-20;

  private static final double EVALUATION = 0x1p-100;
  private static final double COEFFICIENT = 0x1p-50;
  private static final double LEAST = 0x1p-900;
  private static final double LEAST_LOSS = 0x1p-1070;
  private static final double MOST = 0x1p990;
  /** r = 1/√v may err by 8 u beyond its argument's error; its two operations have 2 u of that, or none. */
  private static final double ROOT_ALLOWANCE = 6;

  private final Machine machine;
  private final double u;
  private final double most;
  private final double leastNormal;
  private final double underflow;
  private final double flushed;
  private final SharedErrors shared;
  private final Comparisons comparisons = new Comparisons(this);

  /** For all runs. */
  BoundedArithmetic(Machine machine) {
    this(machine, null);
  }

  /**
   * For the runs whose mean and r are in focus.
   *
   * @param given null for all runs
   */
  BoundedArithmetic(Machine machine, Focus given) {
    this.machine = machine;
    this.u = machine.unit();
    this.most = Math.min(machine.compute().maxValue(), MOST);
    this.leastNormal = machine.precise().minNormal();
    this.underflow = machine.underflow();
    this.flushed = machine.flushed();
    this.shared = new SharedErrors(given);
  }

  Machine machine() {
    return machine;
  }

  /** All that mean and r can be. */
  Focus focus() {
    return shared.focus();
  }

  /** All that a number may err. */
  Range error(Bounded a) {
    return shared.errorOf(a);
  }

  /** The largest magnitude that a run can have computed. */
  double magnitude(Bounded a) {
    return Math.abs(a.hi()) + error(a).size();
  }

  @Override
  public Bounded of(double exact) {
    if (!Double.isFinite(exact)) {
      return Bounded.UNBOUNDED;
    }
    return machine.holds(exact) ? Bounded.exact(exact) : product(new Bounded(DD.of(exact), 0, 0, Range.ZERO), 1);
  }

  @Override
  public Bounded add(Bounded a, Bounded b) {
    if (a.isZero() || b.isZero()) {
      return kept(a.isZero() ? b : a);
    }
    DD value = a.value().add(b.value());
    if (a.isExact() && b.isExact() && isHeld(value)) {
      return Bounded.exact(value.hi());
    }
    return sum(propagated(value, a.mean() + b.mean(), a.r() + b.r(), a.own().plus(b.own()),
        slack(Math.abs(a.mean()) + Math.abs(b.mean()), Math.abs(a.r()) + Math.abs(b.r()))));
  }

  @Override
  public Bounded subtract(Bounded a, Bounded b) {
    return add(a, new Bounded(b.value().negate(), -b.mean(), -b.r(), b.own().times(-1)));
  }

  @Override
  public Bounded multiply(Bounded a, Bounded b) {
    if (a.isZero() || b.isZero()) {
      return a.isFinite() && b.isFinite() ? Bounded.exact(0) : Bounded.UNBOUNDED;
    }
    if (isPowerOfTwo(a) || isPowerOfTwo(b)) {
      return isPowerOfTwo(a) ? scaled(b, a.hi()) : scaled(a, b.hi());
    }
    DD value = a.value().multiply(b.value());
    if (a.isExact() && b.isExact() && isHeld(value) && Math.abs(value.hi()) > LEAST) {
      return Bounded.exact(value.hi());
    }
    Range own = a.own().times(b.hi()).plus(b.own().times(a.hi()));
    return product(combined(value, b.hi(), a, a.hi(), b, own.plus(error(a).size() * error(b).size())), 1);
  }

  /** (a + ε)² = a² + 2 a ε + ε², where the last is not negative. */
  @Override
  public Bounded square(Bounded a) {
    if (a.isExact()) {
      return multiply(a, a);
    }
    double size = error(a).size();
    Range own = a.own().times(2 * a.hi()).plus(new Range(0, size * size));
    return product(combined(a.value().square(), 2 * a.hi(), a, 0, a, own), 1);
  }

  /** (a + ε)/(b + η) - a/b = (ε - q η)/b - (ε - q η) η / (b (b + η)) with q = a/b. */
  @Override
  public Bounded divide(Bounded a, Bounded b) {
    Range error = b.hi() > 0 ? error(b) : error(b).times(-1);
    double size = Math.abs(b.hi());
    double least = size * (1 - COEFFICIENT) - error.below();
    if (!(least > 0)) {
      return Bounded.UNBOUNDED;
    }
    DD value = a.value().divide(b.value());
    double q = value.hi();
    if (a.isExact() && b.isExact() && machine.holds(q) && Math.fma(q, b.hi(), -a.hi()) == 0) {
      return Bounded.exact(q);
    }
    if (a.isExact()) {
      Range own = new Range(error.above() / (size + error.above()), error.below() / least).times(q);
      return product(propagated(value, 0, 0, own, 0), 1);
    }
    double second = (error(a).size() + Math.abs(q) * error.size()) / size
        * Math.max(error.below() / least, error.above() / (size + error.above()));
    Range own = a.own().times(1 / b.hi()).plus(b.own().times(-q / b.hi()));
    return product(combined(value, 1 / b.hi(), a, -q / b.hi(), b, own.plus(second)), 1);
  }

  /** a ÷ count, or a times the rounded 1/count. */
  @Override
  public Bounded over(Bounded a, long count) {
    if (a.isZero()) {
      return a;
    }
    if (Long.bitCount(count) == 1) {
      return scaled(a, 1.0 / count);
    }
    Bounded quotient = propagated(
        a.value().divide((double) count), a.mean() / count, a.r() / count, a.own().times(1.0 / count), coefficientSlack(a) / count);
    return product(quotient, machine.holds(count) ? 2 : 3);
  }

  @Override
  public Bounded sqrt(Bounded a) {
    Range error = error(a);
    double least = a.hi() - error.below();
    if (a.isZero() || !(least > 0)) {
      return a.isZero() ? a : Bounded.UNBOUNDED;
    }
    DD value = a.value().sqrt();
    if (isPowerOfFour(a) && machine.holds(value.hi())) {
      return Bounded.exact(value.hi());
    }
    double root = Math.sqrt(a.hi());
    Range own = new Range(error.below() / (root + Math.sqrt(least)), error.above() / (root + Math.sqrt(a.hi() + error.above())));
    return product(propagated(value, 0, 0, own, 0), 1);
  }

  @Override
  public Bounded max(Bounded a, Bounded b) {
    return comparisons.max(a, b);
  }

  @Override
  public Bounded relu(Bounded a) {
    return comparisons.relu(a);
  }

  @Override
  public Bounded reluGradient(Bounded a, Bounded g) {
    return comparisons.reluGradient(a, g);
  }

  /** Rounding is monotone: the result lies between the rounded ends of where the number is. */
  @Override
  public Bounded stored(Bounded a, BinaryFormat format) {
    Range error = error(a);
    double least = format.nearest(Math.nextDown(a.hi() - error.below()));
    double most = format.nearest(Math.nextUp(a.hi() + error.above()));
    if (a.isExact() && format.holds(a.hi()) || least == most && Double.isFinite(least)) {
      return Bounded.exact(least == most ? least : a.hi());
    }
    return Double.isFinite(most - least)
        ? propagated(a.value(), 0, 0, new Range(Math.max(0, a.hi() - least), Math.max(0, most - a.hi())), 0)
        : Bounded.UNBOUNDED;
  }

  /** A tree of additions. A term that is exactly zero takes part in none of them. */
  @Override
  public Bounded sum(List<Bounded> terms) {
    RunningSum sum = new RunningSum(this);
    terms.forEach(sum::add);
    return sum.result();
  }

  /** The errors of the mean and of r become those that all numbers share. */
  @Override
  public Bounded named(Quantity quantity, Bounded value) {
    return switch (quantity) {
      case MEAN -> shared.mean(value);
      case VARIANCE -> value;
      case INVERSE_STD -> shared.r(widened(value, ROOT_ALLOWANCE * machine.sumUnit() * magnitude(value)));
    };
  }

  /** The same number with more error of its own. */
  static Bounded widened(Bounded a, double size) {
    return new Bounded(a.value(), a.mean(), a.r(), a.own().plus(size));
  }

  /** a times a power of two, or minus that: only underflow rounds. */
  private Bounded scaled(Bounded a, double power) {
    DD value = a.value().multiply(power);
    if (a.isExact() && machine.holds(value.hi()) && value.hi() / power == a.hi()) {
      return Bounded.exact(value.hi());
    }
    return product(new Bounded(value, a.mean() * power, a.r() * power, a.own().times(power)), machine.stores() ? 1 : 0);
  }

  /** A number that an operation does not change; but it may be a sum that is stored now. */
  private Bounded kept(Bounded a) {
    return machine.stores() && !(a.isExact() && isHeld(a.value())) ? product(a, 1) : a;
  }

  private static boolean isPowerOfTwo(Bounded a) {
    return a.isExact() && Math.abs(a.hi()) == Math.scalb(1.0, Math.getExponent(a.hi()));
  }

  private static boolean isPowerOfFour(Bounded a) {
    return isPowerOfTwo(a) && Math.getExponent(a.hi()) % 2 == 0;
  }

  private boolean isHeld(DD value) {
    return value.lo() == 0 && machine.holds(value.hi());
  }

  /** factorA · error of a + factorB · error of b, where the own errors are known already. */
  private Bounded combined(DD value, double factorA, Bounded a, double factorB, Bounded b, Range own) {
    return propagated(value, factorA * a.mean() + factorB * b.mean(), factorA * a.r() + factorB * b.r(), own,
        Math.abs(factorA) * coefficientSlack(a) + Math.abs(factorB) * coefficientSlack(b));
  }

  private double coefficientSlack(Bounded a) {
    return slack(Math.abs(a.mean()), Math.abs(a.r()));
  }

  /** What the rounding of coefficients of these sizes can hide. */
  double slack(double mean, double r) {
    return COEFFICIENT * shared.most(mean, r);
  }

  /** A result before its own rounding. */
  Bounded propagated(DD value, double mean, double r, Range own, double slack) {
    double magnitude = Math.abs(value.hi());
    double loss = EVALUATION * magnitude + (magnitude < LEAST ? LEAST_LOSS : 0);
    return new Bounded(value, mean, r, own.plus(slack + loss));
  }

  /** The result of a sum or a difference, rounded. */
  Bounded sum(Bounded exact) {
    return rounded(exact, 1, flushed);
  }

  /** The result of a product, a quotient or a root, rounded so many times. */
  private Bounded product(Bounded exact, int roundings) {
    return rounded(exact, roundings, underflow);
  }

  /** @param loss what is lost besides where the result may not be a normal number */
  private Bounded rounded(Bounded exact, int roundings, double loss) {
    double size = Math.abs(exact.hi());
    double error = error(exact).size();
    double magnitude = size + error;
    double rounding = roundings * u * (1 + roundings * u) * magnitude + (size - error >= leastNormal ? 0 : loss);
    return inRange(widened(exact, rounding), magnitude + rounding);
  }

  /** Unbounded if a run may have overflowed. */
  Bounded inRange(Bounded a, double magnitude) {
    return magnitude <= most ? a : Bounded.UNBOUNDED;
  }
}
