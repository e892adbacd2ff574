package org.bnoracle.faults;

import static org.bnoracle.faults.Fault.FOLDED_ALONG_INPUTS;
import static org.bnoracle.faults.Fault.FOLDED_BIAS_UNSCALED;
import static org.bnoracle.faults.Fault.FOLDED_GROUPS_IGNORED;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.bnoracle.equations.ComparingArithmetic;
import org.bnoracle.equations.Equations;
import org.bnoracle.equations.Lists;
import org.bnoracle.operation.Channel;
import org.bnoracle.operation.Layer;
import org.bnoracle.operation.Slot;

/** Folding into the layer before, of one of its output channels, with faults. */
final class FaultyFold<T> {
  private final FaultyChannel<T> c;
  private final Channel<T> in;
  private final ComparingArithmetic<T> a;
  private final Equations<T> equations;

  FaultyFold(FaultyChannel<T> c) {
    this.c = c;
    this.in = c.in();
    this.a = c.a();
    this.equations = c.equations();
  }

  Map<Slot, List<T>> compute() {
    Map<Slot, List<T>> out = new EnumMap<>(c.question().operation().compute(equations, in));
    if (c.has(FOLDED_BIAS_UNSCALED)) {
      T shift = equations.foldedBias(a.of(0), in.value(Slot.RUNNING_MEAN), scale(in), in.value(Slot.BETA, 0));
      out.put(Slot.BIAS, List.of(a.add(in.value(Slot.BIAS, 0), shift)));
    }
    boolean isTransposed = c.question().attributes().layer() == Layer.TRANSPOSED_CONVOLUTION;
    if (c.has(FOLDED_ALONG_INPUTS)) {
      out.put(Slot.WEIGHT, scaledAlong(isTransposed ? 0 : 1));
    } else if (c.has(FOLDED_GROUPS_IGNORED) && isTransposed) {
      out.put(Slot.WEIGHT, scaledAlong(1));
    }
    return out;
  }

  private T scale(Channel<T> channel) {
    return equations.foldedScale(channel.value(Slot.GAMMA, 1), channel.inverseStd(equations));
  }

  /** The weights, each with the scale of the channel that its coordinate along an axis counts. */
  private List<T> scaledAlong(int axis) {
    List<T> weights = in.values(Slot.WEIGHT);
    int channels = c.question().view().channels();
    return Lists.tabulate(weights.size(), i -> {
      int coordinate = c.question().data().shape().coordinates(c.question().view().index(c.channel(), i))[axis];
      return a.multiply(scale(c.question().channel(coordinate % channels, a)), weights.get(i));
    });
  }
}
