package org.bnoracle.faults;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import org.bnoracle.operation.Attribute;
import org.bnoracle.operation.Attributes;
import org.bnoracle.operation.Case;
import org.bnoracle.operation.Slot;
import org.bnoracle.tensor.ChannelView;
import org.bnoracle.tensor.Shape;
import org.bnoracle.tensor.Tensor;

/**
 * A case whose elements are taken to lie elsewhere: the same data in another shape.
 *
 * @param question as the faulty program sees it
 * @param channelOf the channel of the given case → the channel of the seen one whose results it gets
 */
record Layout(Case question, IntUnaryOperator channelOf) {
  /** Of a kernel that has a lane for each of so many. */
  private static final int MOST_CHANNELS = 64;
  /** Cases with these depend on what axis 0 is. */
  private static final List<Attribute> OF_AXIS_0 = List.of(Attribute.LAYER, Attribute.BATCH_SIZES, Attribute.PARTITION);

  static Layout of(Case question, Set<Fault> faults) {
    ChannelView view = question.view();
    int channels = view.channels();
    if (question.data().size() == 0 || OF_AXIS_0.stream().anyMatch(question.attributes()::has)) {
      return new Layout(question, c -> c);
    }
    int positions = view.positions();
    if (faults.contains(Fault.CHANNELS_LAST)) {
      return seen(question, new Shape(view.count(), channels), c -> c, c -> c);
    }
    if (faults.contains(Fault.INSTANCE_STATISTICS)) {
      int samples = view.count() / positions;
      return seen(question, new Shape(1, samples * channels, positions), c -> c % channels, c -> c);
    }
    if (faults.contains(Fault.ACTIVATION_STATISTICS)) {
      int samples = view.count() / positions;
      return seen(question, new Shape(samples, channels * positions), c -> c / positions, c -> c * positions);
    }
    Shape shape = question.data().shape();
    if (faults.contains(Fault.AXIS_TAKEN_AS_1) && shape.rank() > 1 && question.attributes().channelAxis() != 1) {
      return seen(question, shape, c -> c % channels, c -> c % shape.dimension(1));
    }
    return new Layout(faults.contains(Fault.DY_CHANNELS_LAST) ? withPermutedDy(question, view) : question,
        faults.contains(Fault.CHANNELS_BEYOND_64) ? c -> c % MOST_CHANNELS : c -> c);
  }

  /** @param parameterOf the channel as it is seen → the channel whose gamma, beta and statistics it gets */
  private static Layout seen(Case question, Shape shape, IntUnaryOperator parameterOf, IntUnaryOperator channelOf) {
    Map<Slot, Tensor> inputs = new EnumMap<>(Slot.class);
    question.inputs().forEach((slot, tensor) -> {
      if (slot.extent() == Slot.Extent.DATA) {
        inputs.put(slot, new Tensor(tensor.format(), shape, data(tensor, tensor.size(), i -> i)));
      } else {
        inputs.put(slot, new Tensor(tensor.format(), new Shape(shape.dimension(1)), data(tensor, shape.dimension(1), parameterOf)));
      }
    });
    Map<Attribute, Object> settings = new EnumMap<>(question.attributes().values());
    settings.remove(Attribute.STRIDES);
    Attributes attributes = new Attributes(settings).with(Attribute.CHANNEL_AXIS, 1);
    return new Layout(
        new Case(question.id(), question.comment(), question.flags(), question.operation(), attributes, inputs), channelOf);
  }

  private static double[] data(Tensor tensor, int size, IntUnaryOperator index) {
    double[] data = new double[size];
    for (int i = 0; i < size; i++) {
      data[i] = tensor.get(index.applyAsInt(i));
    }
    return data;
  }

  private static Case withPermutedDy(Case question, ChannelView view) {
    Tensor dy = question.inputs().get(Slot.DY);
    if (dy == null) {
      return question;
    }
    IntUnaryOperator index = i -> view.placeOf(i) * view.channels() + view.channelOf(i);
    return question.withInputs(Map.of(Slot.DY, new Tensor(dy.format(), dy.shape(), data(dy, dy.size(), index))));
  }
}
