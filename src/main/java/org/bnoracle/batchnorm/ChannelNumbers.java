package org.bnoracle.batchnorm;

import java.util.List;
import org.bnoracle.blocked.Elements;
import org.bnoracle.equations.Equations;
import org.bnoracle.equations.ExactArithmetic;
import org.bnoracle.equations.Lists;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.number.ExtendedReal;
import org.bnoracle.number.Rounding;
import org.bnoracle.tensor.ChannelView;

/** The numbers of one channel, exactly, with the equations over them. */
final class ChannelNumbers {
  private final ChannelView view;
  private final int channel;
  private final ExactArithmetic arithmetic;
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

  List<ExtendedReal> of(Elements elements) {
    return Lists.tabulate(view.count(), i -> of(elements.get(view.index(channel, i))));
  }

  static double rounded(ExtendedReal value, BinaryFormat format) {
    return Rounding.nearest(value, format).value();
  }
}
