package org.bnoracle.oracle;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.number.ExtendedReal;
import org.bnoracle.number.Rounded;
import org.bnoracle.number.Rounding;
import org.bnoracle.operation.Case;
import org.bnoracle.operation.Slot;
import org.bnoracle.tensor.ChannelView;
import org.bnoracle.tensor.Shape;
import org.bnoracle.tensor.Tensor;

/** One output of a case while its channels arrive, in any order and from any thread. */
final class OutputBuilder {
  private final Case question;
  private final Slot slot;
  private final ChannelView view;
  private final BinaryFormat format;
  private final Shape shape;
  private final double[] values;
  private final double[] residuals;
  private final SortedMap<Integer, List<Double>> accept = Collections.synchronizedSortedMap(new TreeMap<>());
  private volatile boolean undefined;

  OutputBuilder(Case question, Slot slot) {
    this.question = question;
    this.slot = slot;
    this.view = question.view();
    this.format = question.formatOf(slot);
    this.shape = question.shapeOf(slot);
    this.values = new double[shape.size()];
    this.residuals = new double[shape.size()];
  }

  /** Takes the channel's exact results, null where there are none. */
  void put(int channel, List<ExtendedReal> exact, SpecialValues special) {
    if (exact == null) {
      undefined = true;
      return;
    }
    if (isKeptState()) {
      values[channel] = question.inputs().get(slot).get(channel);
      return;
    }
    for (int i = 0; i < exact.size(); i++) {
      int index = slot.extent().index(view, channel, i);
      put(index, exact.get(i));
      if (!exact.get(i).isFinite()) {
        acceptAlso(index, special.accepted(slot, i, values[index]));
      }
    }
  }

  /** Without values the running statistics stay, bit for bit. */
  private boolean isKeptState() {
    return view.count() == 0 && question.trains() && question.inputs().containsKey(slot);
  }

  private void put(int index, ExtendedReal exact) {
    Rounded rounded = Rounding.nearest(exact, format);
    values[index] = rounded.value();
    residuals[index] = rounded.residual();
  }

  private void acceptAlso(int index, List<Double> accepted) {
    if (accepted.size() > 1) {
      accept.put(index, accepted);
    }
  }

  double[] residuals() {
    return residuals;
  }

  Output build() {
    return undefined
        ? new Output.Undefined("m=" + view.count())
        : new Output.Values(new Tensor(format, shape, values), Collections.unmodifiableSortedMap(accept));
  }
}
