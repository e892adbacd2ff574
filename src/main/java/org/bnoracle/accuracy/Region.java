package org.bnoracle.accuracy;

import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.apache.commons.numbers.core.DD;
import org.bnoracle.number.BinaryFormat;

/**
 * The results that an implementation can give for one output of a channel, as the output's format stores them: one error
 * of the mean and one of r for all, and each result's own.
 */
final class Region {
  /** So many results are kept once they are computed; the others of a longer channel are computed whenever they are asked for. */
  private static final int KEPT = 4096;

  private final List<Bounded> numbers;
  private final Bounded[] kept;
  private final BoundedArithmetic arithmetic;
  private final BinaryFormat format;

  /** @param numbers as computed, before they are stored */
  Region(List<Bounded> numbers, BoundedArithmetic arithmetic, BinaryFormat format) {
    this.numbers = numbers;
    this.kept = new Bounded[Math.min(numbers.size(), KEPT)];
    this.arithmetic = arithmetic;
    this.format = format;
  }

  /** How far a result may lie from {@link #value}; infinite where nothing is known. */
  Range error(int i) {
    Bounded stored = stored(i);
    return stored.isFinite() ? arithmetic.error(stored).times(BoundedArithmetic.MARGIN) : Range.INFINITE;
  }

  /** The point that errors are measured from. */
  DD value(int i) {
    return computed(i).value();
  }

  /** What the error of a result consists of. */
  BoundTerms terms(int i, String implementation) {
    Bounded computed = computed(i);
    Bounded stored = stored(i);
    double storage = stored.own().size() - computed.own().size();
    return new BoundTerms(implementation, focus().meanError().times(computed.mean()).size(),
        focus().rError().times(computed.r()).size(), computed.own().size(), stored.isFinite() ? storage : Double.POSITIVE_INFINITY);
  }

  /**
   * The part of this region's mean and r with which all these results may come of one run; empty if there is none.
   *
   * @param counts which of them count
   */
  Optional<Focus> focus(double[] results, IntPredicate counts) {
    Polygon sharedErrors = new Polygon(focus().meanError(), focus().rError());
    for (int i = 0; i < results.length; i++) {
      if (counts.test(i) && !restrict(sharedErrors, results[i], stored(i))) {
        return Optional.empty();
      }
    }
    return Optional.of(focus().on(sharedErrors));
  }

  /** All that mean and r can be. */
  Focus focus() {
    return arithmetic.focus();
  }

  private static boolean restrict(Polygon sharedErrors, double result, Bounded stored) {
    if (!stored.isFinite() || !Double.isFinite(result)) {
      return false;
    }
    double difference = DD.of(result).subtract(stored.value()).hi();
    Range own = stored.own().times(BoundedArithmetic.MARGIN);
    return sharedErrors.keep(stored.mean(), stored.r(), difference - own.above(), difference + own.below());
  }

  private Bounded computed(int i) {
    if (i >= kept.length) {
      return numbers.get(i);
    }
    if (kept[i] == null) {
      kept[i] = numbers.get(i);
    }
    return kept[i];
  }

  /** The conversion to the output's format costs half an ulp. */
  private Bounded stored(int i) {
    Bounded computed = computed(i);
    double magnitude = arithmetic.magnitude(computed);
    if (computed.isExact() && format.holds(computed.hi()) || !(magnitude <= format.maxValue())) {
      return magnitude <= format.maxValue() ? computed : Bounded.UNBOUNDED;
    }
    double half = isWider() ? 0 : format.ulp(format.nearest(magnitude)) / 2;
    Bounded stored = BoundedArithmetic.widened(computed, half);
    return magnitude + half <= format.maxValue() ? stored : Bounded.UNBOUNDED;
  }

  private boolean isWider() {
    BinaryFormat compute = arithmetic.machine().compute();
    return format.precision() >= compute.precision() && format.maxExponent() >= compute.maxExponent();
  }
}
