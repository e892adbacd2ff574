package org.bnoracle.faults;

import static org.bnoracle.faults.Fault.INVERSE_STD_FOR_VARIANCE;
import static org.bnoracle.faults.Fault.NO_STATISTICS_GRADIENT;
import static org.bnoracle.faults.Fault.RUNNING_IN_TRAINING;
import static org.bnoracle.faults.Fault.SAMPLE_FOR_VARIANCE;
import static org.bnoracle.faults.Fault.SHARDS_APART;
import static org.bnoracle.faults.Fault.SHARD_GRADIENTS_DIVIDED;
import static org.bnoracle.faults.Fault.SHARD_GRADIENTS_TWICE;
import static org.bnoracle.faults.Fault.SHARD_GRADIENT_MEANS;
import static org.bnoracle.faults.Fault.STATE_ALIASED;
import static org.bnoracle.faults.Fault.STD_FOR_INVERSE_STD;
import static org.bnoracle.faults.Fault.UPDATED_STATE_NORMALISES;
import static org.bnoracle.faults.Fault.VARIANCE_FOR_INVERSE_STD;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.bnoracle.equations.ComparingArithmetic;
import org.bnoracle.equations.Equations;
import org.bnoracle.equations.Gradients;
import org.bnoracle.operation.Attribute;
import org.bnoracle.operation.Channel;
import org.bnoracle.operation.Slot;

/** Training of a channel, on one worker or several, with faults. */
final class FaultyTraining<T> {
  private final FaultyChannel<T> c;
  private final Channel<T> in;
  private final ComparingArithmetic<T> a;
  private final Equations<T> equations;
  private final Map<Slot, List<T>> out = new EnumMap<>(Slot.class);

  FaultyTraining(FaultyChannel<T> c) {
    this.c = c;
    this.in = c.in();
    this.a = c.a();
    this.equations = c.equations();
  }

  Map<Slot, List<T>> forward() {
    List<T> x = in.values(Slot.X);
    if (x.isEmpty()) {
      out.put(Slot.Y, x);
      new FaultyState<>(c).update(a.of(Double.NaN), a.of(Double.NaN), out);
      return out;
    }
    if (isApart()) {
      List<T> y = new ArrayList<>();
      for (List<T> shard : in.parts(Slot.X, Attribute.PARTITION)) {
        if (!shard.isEmpty()) {
          y.addAll(forward(shard, y.size()));
        }
      }
      out.put(Slot.Y, y);
    } else {
      out.put(Slot.Y, forward(x, 0));
    }
    return out;
  }

  private boolean isApart() {
    return c.has(SHARDS_APART) && in.attributes().has(Attribute.PARTITION);
  }

  /** y of values of the channel; the first ones decide on the statistics that are given. */
  private List<T> forward(List<T> x, int start) {
    FaultyStatistics<T> statistics = new FaultyStatistics<>(c, x);
    boolean isFirst = !out.containsKey(Slot.MEAN);
    if (isFirst && in.has(Slot.RUNNING_MEAN)) {
      new FaultyState<>(c).update(statistics.mean(), statistics.variance(), out);
    }
    boolean fromState = c.has(RUNNING_IN_TRAINING) && in.has(Slot.RUNNING_MEAN);
    T r = equations.inverseStd(fromState ? in.value(Slot.RUNNING_VARIANCE) : normalising(statistics), in.epsilon());
    if (isFirst) {
      out.put(Slot.MEAN, List.of(statistics.mean()));
      out.put(Slot.VARIANCE, List.of(givenVariance(statistics, r)));
      out.put(Slot.INVERSE_STD, List.of(givenInverseStd(statistics, r)));
    }
    return c.output(x, start, fromState ? in.value(Slot.RUNNING_MEAN) : center(statistics), r);
  }

  private T center(FaultyStatistics<T> statistics) {
    return c.has(UPDATED_STATE_NORMALISES) && out.containsKey(Slot.RUNNING_MEAN)
        ? out.get(Slot.RUNNING_MEAN).get(0) : statistics.mean();
  }

  private T normalising(FaultyStatistics<T> statistics) {
    boolean isUpdated = (c.has(STATE_ALIASED) || c.has(UPDATED_STATE_NORMALISES)) && out.containsKey(Slot.RUNNING_VARIANCE);
    return isUpdated ? out.get(Slot.RUNNING_VARIANCE).get(0) : statistics.normalisingVariance();
  }

  private T givenVariance(FaultyStatistics<T> statistics, T r) {
    if (c.has(INVERSE_STD_FOR_VARIANCE)) {
      return r;
    }
    return c.has(SAMPLE_FOR_VARIANCE) ? statistics.sampleVariance() : statistics.variance();
  }

  private T givenInverseStd(FaultyStatistics<T> statistics, T r) {
    if (c.has(STD_FOR_INVERSE_STD)) {
      return a.divide(a.of(1), r);
    }
    return c.has(VARIANCE_FOR_INVERSE_STD) ? statistics.variance() : r;
  }

  Map<Slot, List<T>> backward() {
    if (!isApart()) {
      Whole<T> whole = backward(in.values(Slot.X), in.values(Slot.DY), 0);
      return c.outputs(scaled(whole.gradients), whole.gradientOfY);
    }
    List<List<T>> x = in.parts(Slot.X, Attribute.PARTITION);
    List<List<T>> dy = in.parts(Slot.DY, Attribute.PARTITION);
    List<Whole<T>> each = new ArrayList<>();
    int start = 0;
    for (int k = 0; k < x.size(); k++) {
      if (!x.get(k).isEmpty()) {
        each.add(backward(x.get(k), dy.get(k), start));
        start += x.get(k).size();
      }
    }
    Gradients<T> gradients = new Gradients<>(each.stream().flatMap(whole -> whole.gradients.dx().stream()).toList(),
        a.sum(each.stream().map(whole -> whole.gradients.dgamma()).toList()),
        a.sum(each.stream().map(whole -> whole.gradients.dbeta()).toList()));
    return c.outputs(gradients, each.stream().flatMap(whole -> whole.gradientOfY.stream()).toList());
  }

  /** The gradients of what is taken for a whole batch. */
  private record Whole<T>(Gradients<T> gradients, List<T> gradientOfY) {}

  private Whole<T> backward(List<T> x, List<T> upstream, int start) {
    FaultyStatistics<T> statistics = new FaultyStatistics<>(c, x);
    T r = statistics.r();
    T gamma = c.gammaOfGradient();
    List<T> dy = c.gradientOfY(x, upstream, start, statistics.mean(), r);
    Gradients<T> gradients = equations.trainingBackward(
        x, dy, statistics.mean(), r, gamma, in.value(Slot.DMEAN, 0), in.value(Slot.DVARIANCE, 0));
    List<T> dx = gradients.dx();
    if (c.has(NO_STATISTICS_GRADIENT)) {
      dx = equations.inferenceGradientOfInput(dy, r, gamma);
    } else if (c.has(SHARD_GRADIENT_MEANS) && in.attributes().has(Attribute.PARTITION)) {
      dx = new FaultyShards<>(c).gradientOfInput(dy, statistics.mean(), r);
    }
    return new Whole<>(new Gradients<>(dx, gradients.dgamma(), gradients.dbeta()), dy);
  }

  private Gradients<T> scaled(Gradients<T> gradients) {
    int workers = in.attributes().has(Attribute.PARTITION) ? in.attributes().sizes(Attribute.PARTITION).size() : 1;
    int factor = c.has(SHARD_GRADIENTS_TWICE) ? workers : 1;
    int divisor = c.has(SHARD_GRADIENTS_DIVIDED) ? workers : 1;
    return factor * divisor == 1
        ? gradients
        : new Gradients<>(gradients.dx(), scaled(gradients.dgamma(), factor, divisor), scaled(gradients.dbeta(), factor, divisor));
  }

  private T scaled(T value, int factor, int divisor) {
    return a.over(a.multiply(a.of(factor), value), divisor);
  }
}
