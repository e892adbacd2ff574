package org.bnoracle.faults;

import java.util.List;
import java.util.stream.IntStream;
import org.bnoracle.equations.ComparingArithmetic;
import org.bnoracle.equations.Lists;
import org.bnoracle.operation.Attribute;
import org.bnoracle.operation.Slot;

/** dx on several workers, from the averages of the workers' means. */
final class FaultyShards<T> {
  private final FaultyChannel<T> c;
  private final ComparingArithmetic<T> a;

  FaultyShards(FaultyChannel<T> c) {
    this.c = c;
    this.a = c.a();
  }

  /** gamma r (dy_i - A - x̂_i B) + 2 dvariance (x_i - mean)/m + dmean/m, A and B the averages of dy and of dy x̂. */
  List<T> gradientOfInput(List<T> dy, T mean, T r) {
    List<T> x = c.in().values(Slot.X);
    List<T> xHat = c.equations().normalized(x, mean, r);
    T ofDy = average(dy);
    T slope = average(Lists.tabulate(x.size(), i -> a.multiply(dy.get(i), xHat.get(i))));
    T scale = a.multiply(c.gammaOfGradient(), r);
    T constant = a.over(c.in().value(Slot.DMEAN, 0), x.size());
    T perDeviation = a.over(a.multiply(a.of(2), c.in().value(Slot.DVARIANCE, 0)), x.size());
    return Lists.tabulate(x.size(), i -> {
      T ofBatch = a.multiply(scale, a.subtract(a.subtract(dy.get(i), ofDy), a.multiply(xHat.get(i), slope)));
      return a.add(a.add(ofBatch, constant), a.multiply(perDeviation, a.subtract(x.get(i), mean)));
    });
  }

  /** Of the workers with samples, each counting as much as the others. */
  private T average(List<T> values) {
    List<Integer> sizes = c.in().parts(Slot.X, Attribute.PARTITION).stream().map(List::size).toList();
    List<T> means = IntStream.range(0, sizes.size()).filter(k -> sizes.get(k) > 0).mapToObj(k -> {
      int from = sizes.subList(0, k).stream().mapToInt(Integer::intValue).sum();
      return a.over(a.sum(values.subList(from, from + sizes.get(k))), sizes.get(k));
    }).toList();
    return a.over(a.sum(means), means.size());
  }
}
