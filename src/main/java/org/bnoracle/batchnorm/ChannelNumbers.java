package org.bnoracle.batchnorm;

import java.util.List;
import org.bnoracle.blocked.Elements;
import org.bnoracle.equations.Equations;
import org.bnoracle.equations.ExactArithmetic;
import org.bnoracle.equations.Lists;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.number.ExactSum;
import org.bnoracle.number.ExtendedReal;
import org.bnoracle.number.Rounding;
import org.bnoracle.tensor.ChannelView;

/**
 * The numbers of one channel, exactly, with the equations over them; sums over the whole channel are taken by {@link ExactSum},
 * multiplied out, which costs a small part of what the equations do.
 */
final class ChannelNumbers {
  private final ChannelView view;
  private final int channel;
  final ExactArithmetic arithmetic;
  final Equations<ExtendedReal> equations;

  ChannelNumbers(ChannelView view, int channel) {
    this.view = view;
    this.channel = channel;
    this.arithmetic = new ExactArithmetic(view.count());
    this.equations = new Equations<>(arithmetic);
  }

  ExtendedReal of(double value) {
    return arithmetic.of(value);
  }

  /** The channel's value of an array with one value a channel, or that number where there is no array. */
  ExtendedReal of(double[] values, double ifAbsent) {
    return of(values == null ? ifAbsent : values[channel]);
  }

  /** Value i of the channel. */
  ExtendedReal of(Elements elements, int i) {
    return of(elements.get(view.index(channel, i)));
  }

  List<ExtendedReal> of(Elements elements) {
    return Lists.tabulate(view.count(), i -> of(elements, i));
  }

  /** Σ a_i. */
  ExtendedReal sum(Elements a) {
    ExactSum sum = new ExactSum();
    for (int i = 0; i < view.count(); i++) {
      sum.add(a.get(view.index(channel, i)));
    }
    return arithmetic.of(sum);
  }

  /** Σ a_i b_i. */
  ExtendedReal sum(Elements a, Elements b) {
    ExactSum sum = new ExactSum();
    for (int i = 0; i < view.count(); i++) {
      int index = view.index(channel, i);
      sum.add(a.get(index), b.get(index));
    }
    return arithmetic.of(sum);
  }

  /** BN-1. */
  ExtendedReal mean(Elements x) {
    return arithmetic.over(sum(x), view.count());
  }

  /** BN-2: Σ x_i² / m - mean², like Σ (x_i - mean)² / m no number where a value is none. */
  ExtendedReal variance(Elements x, ExtendedReal mean) {
    return arithmetic.subtract(arithmetic.over(sum(x, x), view.count()), arithmetic.square(mean));
  }

  /** BN-15, BN-17: dgamma = r (Σ dy_i x_i - mean Σ dy_i); by its terms where that meets special values. */
  ExtendedReal gradientOfScale(Elements x, Elements dy, ExtendedReal mean, ExtendedReal r) {
    ExtendedReal sum = arithmetic.subtract(sum(dy, x), arithmetic.multiply(mean, sum(dy)));
    return sum.isFinite() && r.isFinite()
        ? arithmetic.multiply(r, sum) : equations.gradientOfScale(of(x), of(dy), mean, r);
  }

  static double rounded(ExtendedReal value, BinaryFormat format) {
    return Rounding.nearest(value, format).value();
  }
}
