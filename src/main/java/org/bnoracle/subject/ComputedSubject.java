package org.bnoracle.subject;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.bnoracle.accuracy.Computation;
import org.bnoracle.accuracy.Settings;
import org.bnoracle.document.Answer;
import org.bnoracle.document.Hello;
import org.bnoracle.equations.FormatArithmetic;
import org.bnoracle.equations.Summation;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.operation.Case;
import org.bnoracle.operation.Operation;
import org.bnoracle.operation.Slot;
import org.bnoracle.tensor.ChannelView;
import org.bnoracle.tensor.Tensor;

/** A program run in simulated floating point, in this process: in f64 for f64 data, else in f32. */
public final class ComputedSubject implements Subject {
  private final Hello hello;
  private final Computation program;
  private final Summation summation;

  /**
   * @param version of the product
   * @param formats the formats of data that it takes
   */
  public ComputedSubject(String name, String version, List<BinaryFormat> formats, Computation program, Summation summation) {
    Map<Operation, Hello.Support> operations = new EnumMap<>(Operation.class);
    for (Operation operation : Operation.values()) {
      operations.put(operation, Hello.Support.of(operation, formats.toArray(BinaryFormat[]::new)));
    }
    this.hello = Hello.of(name, version, operations);
    this.program = program;
    this.summation = summation;
  }

  @Override
  public Hello hello() {
    return hello;
  }

  @Override
  public Answer answer(Case question, List<Slot> owed) {
    Computation.Seen seen = program.seen(question);
    Settings settings = program.settings(Settings.usual(question), question.data().format());
    FormatArithmetic arithmetic = new FormatArithmetic(settings.compute(), summation, settings.flushesSubnormals());
    Map<Slot, double[]> results = new EnumMap<>(Slot.class);
    ChannelView view = seen.question().view();
    for (int channel = 0; channel < view.channels(); channel++) {
      Map<Slot, List<Double>> computed = program.compute(seen.question(), channel, arithmetic);
      for (Slot slot : owed) {
        int size = slot.extent() == Slot.Extent.DATA ? question.shapeOf(slot).size() : view.channels();
        double[] data = results.computeIfAbsent(slot, s -> new double[size]);
        List<Double> values = computed.get(slot);
        for (int i = 0; i < slot.extent().count(view); i++) {
          data[slot.extent().index(view, channel, i)] = values == null ? Double.NaN : values.get(i);
        }
      }
    }
    Map<Slot, Tensor> outputs = new EnumMap<>(Slot.class);
    owed.forEach(slot -> outputs.put(slot, tensor(question, slot, seen, results.get(slot))));
    return new Answer.Results(outputs);
  }

  private Tensor tensor(Case question, Slot slot, Computation.Seen seen, double[] results) {
    BinaryFormat format = question.formatOf(slot);
    double[] data = new double[question.shapeOf(slot).size()];
    for (int i = 0; i < data.length; i++) {
      double result = results[slot.extent() == Slot.Extent.DATA ? i : seen.channelOf().applyAsInt(i)];
      data[i] = format.nearest(program.written(question, slot, i, result));
    }
    return new Tensor(format, question.shapeOf(slot), data);
  }

  @Override
  public void close() {
    // nothing is held
  }
}
