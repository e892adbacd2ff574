package org.bnoracle.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.bnoracle.equations.Arithmetic;
import org.bnoracle.equations.Equations;
import org.bnoracle.equations.Lists;
import org.bnoracle.tensor.ChannelView;
import org.bnoracle.tensor.Tensor;

/** The inputs of one channel of a case, as numbers of an arithmetic. */
public final class Channel<T> {
  private final Case source;
  private final ChannelView view;
  private final int channel;
  private final Arithmetic<T> arithmetic;

  Channel(Case source, ChannelView view, int channel, Arithmetic<T> arithmetic) {
    this.source = source;
    this.view = view;
    this.channel = channel;
    this.arithmetic = arithmetic;
  }

  /** m. */
  public int count() {
    return view.count();
  }

  boolean trains() {
    return source.trains();
  }

  public boolean has(Slot slot) {
    return source.inputs().containsKey(slot);
  }

  /** The channel's values of a slot. */
  public List<T> values(Slot slot) {
    Tensor tensor = source.inputs().get(slot);
    return Lists.tabulate(
        slot.extent().count(view), i -> arithmetic.of(tensor.get(slot.extent().index(view, channel, i))));
  }

  /** The channel's values of a slot, cut by sizes along axis 0, whose order they have. */
  public List<List<T>> parts(Slot slot, Attribute sizes) {
    List<T> values = values(slot);
    List<List<T>> parts = new ArrayList<>();
    int samples = source.data().shape().dimension(0);
    int positions = samples == 0 ? 0 : count() / samples;
    int from = 0;
    for (int size : attributes().sizes(sizes)) {
      parts.add(values.subList(from, from + size * positions));
      from += size * positions;
    }
    return parts;
  }

  /** The channel's value of a slot that has one value a channel. */
  public T value(Slot slot) {
    return arithmetic.of(source.inputs().get(slot).get(channel));
  }

  /** The same, or this number where the case leaves the slot out. */
  public T value(Slot slot, double ifAbsent) {
    return has(slot) ? value(slot) : arithmetic.of(ifAbsent);
  }

  public T epsilon() {
    return arithmetic.of(source.attributes().epsilon());
  }

  /** The weight of the batch in the running statistics. */
  public T momentum(Equations<T> equations) {
    OptionalInt index = source.attributes().batchIndex();
    return index.isPresent()
        ? equations.cumulativeWeight(index.getAsInt())
        : arithmetic.of(source.attributes().momentum());
  }

  /** 1/√(v): of the batch's variance where the case trains, else of the running variance. */
  public T inverseStd(Equations<T> equations) {
    if (!trains()) {
      return equations.inverseStd(value(Slot.RUNNING_VARIANCE), epsilon());
    }
    List<T> x = values(Slot.X);
    return equations.inverseStd(equations.variance(x, equations.mean(x)), epsilon());
  }

  /** The forward's output: y, or what an activation makes of it, BN-24. */
  public List<T> activated(Equations<T> equations, List<T> y) {
    return isActivated() ? equations.activated(beforeActivation(equations, y)) : y;
  }

  /** The gradient of y: dy, or what an activation lets pass of it, BN-25. */
  public List<T> gradientOfY(Equations<T> equations, T mean, T r) {
    List<T> dy = values(Slot.DY);
    if (!isActivated()) {
      return dy;
    }
    List<T> y = equations.output(values(Slot.X), mean, r, value(Slot.GAMMA, 1), value(Slot.BETA, 0));
    return equations.gradientOfActivated(beforeActivation(equations, y), dy);
  }

  private boolean isActivated() {
    return attributes().activation() != Activation.NONE;
  }

  private List<T> beforeActivation(Equations<T> equations, List<T> y) {
    return has(Slot.Z) ? equations.added(y, values(Slot.Z)) : y;
  }

  public Attributes attributes() {
    return source.attributes();
  }
}
