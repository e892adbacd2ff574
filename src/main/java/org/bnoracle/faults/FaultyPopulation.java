package org.bnoracle.faults;

import static org.bnoracle.faults.Fault.POPULATION_BY_SIZE;
import static org.bnoracle.faults.Fault.POPULATION_UNCORRECTED;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bnoracle.equations.ComparingArithmetic;
import org.bnoracle.equations.Equations;
import org.bnoracle.operation.Attribute;
import org.bnoracle.operation.Slot;

/** The statistics of the population, of one channel, with faults. */
final class FaultyPopulation<T> {
  private final FaultyChannel<T> c;
  private final ComparingArithmetic<T> a;
  private final Equations<T> equations;

  FaultyPopulation(FaultyChannel<T> c) {
    this.c = c;
    this.a = c.a();
    this.equations = c.equations();
  }

  Map<Slot, List<T>> compute() {
    if (!c.has(POPULATION_BY_SIZE) && !c.has(POPULATION_UNCORRECTED)) {
      return c.question().operation().compute(equations, c.in());
    }
    List<T> means = new ArrayList<>();
    List<T> variances = new ArrayList<>();
    for (List<T> x : c.in().parts(Slot.X, Attribute.BATCH_SIZES)) {
      T mean = equations.mean(x);
      T variance = equations.variance(x, mean);
      means.add(weighed(mean, x.size()));
      variances.add(weighed(c.has(POPULATION_UNCORRECTED) ? variance : equations.sampleVariance(variance, x.size()), x.size()));
    }
    return Map.of(Slot.RUNNING_MEAN, List.of(average(means)), Slot.RUNNING_VARIANCE, List.of(average(variances)));
  }

  private T weighed(T statistic, int size) {
    return c.has(POPULATION_BY_SIZE) ? a.multiply(a.of(size), statistic) : statistic;
  }

  private T average(List<T> statistics) {
    return a.over(a.sum(statistics), c.has(POPULATION_BY_SIZE) ? c.in().count() : statistics.size());
  }
}
