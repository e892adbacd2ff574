package org.bnoracle.equations;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ArbitrarySupplier;
import net.jqwik.api.Combinators;

/** The inputs of one channel as doubles; epsilon and the running variance are positive. */
record ChannelData(
    List<Double> x, List<Double> dy, double gamma, double beta, double epsilon, double dmean, double dvariance,
    double runningMean, double runningVariance) {
  private static final int MOST_VALUES = 7;
  private static final int MOST_UNITS = 1 << 20;

  /** 1 to 7 values; every number has 20 bits and a magnitude from 2^-24 to 16. */
  static final class Any implements ArbitrarySupplier<ChannelData> {
    @Override
    public Arbitrary<ChannelData> get() {
      return Arbitraries.integers().between(1, MOST_VALUES).flatMap(m -> Combinators.combine(
              numbers().list().ofSize(m), numbers().list().ofSize(m), numbers().list().ofSize(5),
              positiveNumbers().list().ofSize(2))
              .as((x, dy, n, p) -> new ChannelData(x, dy, n.get(0), n.get(1), p.get(0), n.get(2), n.get(3), n.get(4), p.get(1))))
          .withoutEdgeCases();
    }
  }

  /** Numbers of 20 bits. */
  static final class Numbers implements ArbitrarySupplier<Double> {
    @Override
    public Arbitrary<Double> get() {
      return numbers();
    }
  }

  /** Positive numbers of 20 bits. */
  static final class PositiveNumbers implements ArbitrarySupplier<Double> {
    @Override
    public Arbitrary<Double> get() {
      return positiveNumbers();
    }
  }

  private static Arbitrary<Double> numbers() {
    return scaled(Arbitraries.integers().between(-MOST_UNITS, MOST_UNITS));
  }

  private static Arbitrary<Double> positiveNumbers() {
    return scaled(Arbitraries.integers().between(1, MOST_UNITS));
  }

  private static Arbitrary<Double> scaled(Arbitrary<Integer> units) {
    return Combinators.combine(units, Arbitraries.integers().between(-24, -16))
        .as((unit, exponent) -> Math.scalb((double) unit, exponent)).withoutEdgeCases();
  }

  int count() {
    return x.size();
  }

  ChannelData withX(List<Double> newX) {
    return new ChannelData(newX, dy, gamma, beta, epsilon, dmean, dvariance, runningMean, runningVariance);
  }

  ChannelData withEpsilon(double newEpsilon) {
    return new ChannelData(x, dy, gamma, beta, newEpsilon, dmean, dvariance, runningMean, runningVariance);
  }

  ChannelData withoutUpstreamStatistics() {
    return new ChannelData(x, dy, gamma, beta, epsilon, 0, 0, runningMean, runningVariance);
  }

  <T> ChannelNumbers<T> in(Arithmetic<T> a) {
    return new ChannelNumbers<>(
        x.stream().map(a::of).toList(), dy.stream().map(a::of).toList(), a.of(gamma), a.of(beta), a.of(epsilon), a.of(dmean),
        a.of(dvariance), a.of(runningMean), a.of(runningVariance));
  }
}
