package org.bnoracle.subject;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.bnoracle.document.Answer;
import org.bnoracle.document.Hello;
import org.bnoracle.equations.Equations;
import org.bnoracle.equations.FormatArithmetic;
import org.bnoracle.equations.Text;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.operation.Case;
import org.bnoracle.operation.Operation;
import org.bnoracle.operation.Slot;
import org.bnoracle.tensor.Tensor;

/** A text computed in simulated floating point; all operations, in this process. */
public final class FormatSubject implements Subject {
  private final Hello hello;
  private final FormatArithmetic arithmetic;
  private final Equations<Double> equations;

  /**
   * @param version of the product
   * @param format the format of the data that it takes
   */
  public FormatSubject(String name, String version, BinaryFormat format, Text text, FormatArithmetic arithmetic) {
    Map<Operation, Hello.Support> operations = new EnumMap<>(Operation.class);
    for (Operation operation : Operation.values()) {
      operations.put(operation, Hello.Support.of(operation, format));
    }
    this.hello = Hello.of(name, version, operations);
    this.arithmetic = arithmetic;
    this.equations = text.over(arithmetic);
  }

  @Override
  public Hello hello() {
    return hello;
  }

  @Override
  public Answer answer(Case question, List<Slot> owed) {
    Map<Slot, double[]> data = new EnumMap<>(Slot.class);
    owed.forEach(slot -> data.put(slot, new double[question.shapeOf(slot).size()]));
    for (int channel = 0; channel < question.view().channels(); channel++) {
      Map<Slot, List<Double>> results = question.operation().compute(equations, question.channel(channel, arithmetic));
      for (Slot slot : owed) {
        store(question, slot, channel, results.get(slot), data.get(slot));
      }
    }
    Map<Slot, Tensor> outputs = new EnumMap<>(Slot.class);
    data.forEach((slot, values) -> outputs.put(slot, new Tensor(question.formatOf(slot), question.shapeOf(slot), values)));
    return new Answer.Results(outputs);
  }

  private static void store(Case question, Slot slot, int channel, List<Double> results, double[] data) {
    BinaryFormat format = question.formatOf(slot);
    for (int i = 0; i < results.size(); i++) {
      data[slot.extent().index(question.view(), channel, i)] = format.nearest(results.get(i));
    }
  }

  @Override
  public void close() {
    // nothing is held
  }
}
