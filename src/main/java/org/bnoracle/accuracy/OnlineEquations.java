package org.bnoracle.accuracy;

import java.util.List;
import org.bnoracle.equations.Lists;
import org.bnoracle.equations.Quantity;
import org.bnoracle.equations.SpelledEquations;
import org.bnoracle.equations.Spelling;

/**
 * The bounds of mean and variance that hold for Welford's updates and for Chan's merges in any tree, derived in
 * spec/bounds.md; what follows from mean and variance is spelled as usual.
 *
 * <p>With X = max |x_i|, D = max x_i - min x_i and ρ = u (X + 5 D) / (1 - 10 m u): the mean errs by at most (m - 1) ρ, and
 * with P = m ρ the variance by B + γ_{2m+7} (σ² + B), where B = (1 + √2)/√3 σ P + P²/3.
 */
final class OnlineEquations extends SpelledEquations<Bounded> {
  private static final double CROSS = (1 + Math.sqrt(2)) / Math.sqrt(3);

  private final BoundedArithmetic arithmetic;

  OnlineEquations(BoundedArithmetic arithmetic, Spelling spelling) {
    super(arithmetic, spelling);
    this.arithmetic = arithmetic;
  }

  @Override
  public Bounded mean(List<Bounded> x) {
    Bounded plain = a.over(a.sum(x), x.size());
    Spread spread = spread(x);
    return a.named(Quantity.MEAN, with(plain, (x.size() - 1) * spread.step + spread.conversion));
  }

  @Override
  public Bounded variance(List<Bounded> x, Bounded mean) {
    Bounded exactMean = new Bounded(mean.value(), 0, 0, Range.ZERO);
    Bounded plain = a.over(a.sum(Lists.tabulate(x.size(), i -> a.square(a.subtract(x.get(i), exactMean)))), x.size());
    double sigma = Math.sqrt(arithmetic.magnitude(plain));
    Spread spread = spread(x);
    double p = x.size() * spread.step + 2 * spread.conversion;
    double cross = CROSS * sigma * p + p * p / 3;
    double bound = cross + gamma(2L * x.size() + 7) * (sigma * sigma + cross);
    return a.named(Quantity.VARIANCE, with(plain, bound + underflow() * 2));
  }

  private Bounded with(Bounded plain, double error) {
    return plain.isFinite() && Double.isFinite(error)
        ? arithmetic.propagated(plain.value(), 0, 0, Range.symmetric(error), 0)
        : Bounded.UNBOUNDED;
  }

  /**
   * @param step ρ: what one step adds to the error of the mean
   * @param conversion the largest error of an x that the format of the computation does not hold
   */
  private record Spread(double step, double conversion) {}

  private Spread spread(List<Bounded> x) {
    double most = Double.NEGATIVE_INFINITY;
    double least = Double.POSITIVE_INFINITY;
    double conversion = 0;
    for (Bounded xi : x) {
      double error = arithmetic.error(xi).size();
      most = Math.max(most, xi.hi() + error);
      least = Math.min(least, xi.hi() - error);
      conversion = Math.max(conversion, error);
    }
    double u = arithmetic.machine().unit();
    double steps = 10.0 * x.size() * u;
    double size = Math.max(most, -least) + 5 * (most - least);
    return new Spread(steps < 1 ? u * size / (1 - steps) + underflow() : Double.POSITIVE_INFINITY, conversion);
  }

  private double underflow() {
    return 5 * arithmetic.machine().underflow();
  }

  private double gamma(long k) {
    double ku = k * arithmetic.machine().unit();
    return ku < 1 ? ku / (1 - ku) : Double.POSITIVE_INFINITY;
  }
}
