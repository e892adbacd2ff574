package org.bnoracle.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.bnoracle.operation.Attribute;
import org.bnoracle.operation.Attributes;
import org.bnoracle.operation.Case;
import org.bnoracle.operation.CaseBuilder;
import org.bnoracle.operation.Slot;
import org.bnoracle.tensor.Tensor;

/** Where the channel axis stands, and how batch and positions are folded, changes no value. */
class LayoutTest {
  /** Where element (n, c, s) of N × C × S lies. */
  private interface Index {
    int of(int n, int c, int s);
  }

  private record Layout(int axis, Index index, int... dimensions) {}

  @Property
  void allLayoutsGiveTheSameValues(@ForAll(supplier = RandomCase.class) Case question) {
    Attributes attributes = question.attributes();
    Assume.that(!attributes.has(Attribute.LAYER) && !attributes.has(Attribute.PARTITION) && !attributes.has(Attribute.BATCH_SIZES));
    int batch = question.data().shape().dimension(0);
    int channels = question.data().shape().dimension(1);
    int positions = question.data().shape().dimension(2);
    Index usual = (n, c, s) -> (n * channels + c) * positions + s;
    for (Layout layout : List.of(
        new Layout(2, (n, c, s) -> (n * positions + s) * channels + c, batch, positions, channels),
        new Layout(1, (n, c, s) -> (n * positions + s) * channels + c, batch * positions, channels),
        new Layout(0, (n, c, s) -> (c * batch + n) * positions + s, channels, batch, positions),
        new Layout(0, (n, c, s) -> (c * batch + n) * positions + s, channels, batch * positions),
        new Layout(2, (n, c, s) -> (n * channels + c) * positions + s, 1, batch, channels, 1, positions, 1))) {
      Case moved = moved(question, layout, usual, batch, channels, positions);
      Map<Slot, Output> expected = Oracle.evaluate(question).outputs();
      Oracle.evaluate(moved).outputs().forEach((slot, output) -> {
        if (!(output instanceof Output.Values values) || slot.extent() == Slot.Extent.CHANNELS) {
          assertEquals(expected.get(slot), output);
          return;
        }
        Tensor there = ((Output.Values) expected.get(slot)).tensor();
        for (int i = 0; i < there.size(); i++) {
          int n = i / (channels * positions);
          int c = i / positions % channels;
          int s = i % positions;
          assertEquals(there.get(i), values.tensor().get(layout.index.of(n, c, s)), slot.label());
        }
      });
    }
  }

  private static Case moved(Case question, Layout layout, Index usual, int batch, int channels, int positions) {
    CaseBuilder builder = CaseBuilder.of(question.operation(), layout.dimensions);
    question.attributes().values().forEach(builder::with);
    builder.with(Attribute.CHANNEL_AXIS, layout.axis);
    question.inputs().forEach((slot, tensor) -> {
      double[] data = new double[tensor.size()];
      if (slot.extent() == Slot.Extent.CHANNELS) {
        for (int c = 0; c < channels; c++) {
          data[c] = tensor.get(c);
        }
      } else {
        for (int n = 0; n < batch; n++) {
          for (int c = 0; c < channels; c++) {
            for (int s = 0; s < positions; s++) {
              data[layout.index.of(n, c, s)] = tensor.get(usual.of(n, c, s));
            }
          }
        }
      }
      builder.format(tensor.format()).input(slot, data);
    });
    return builder.build();
  }
}
