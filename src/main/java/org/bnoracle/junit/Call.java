package org.bnoracle.junit;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.operation.Attribute;
import org.bnoracle.operation.Attributes;
import org.bnoracle.operation.Case;
import org.bnoracle.operation.Operation;
import org.bnoracle.operation.Slot;
import org.bnoracle.subject.SubjectException;
import org.bnoracle.subject.SubjectException.Failure;
import org.bnoracle.tensor.ChannelView;
import org.bnoracle.tensor.Tensor;

/** One case, as a kernel sees it. Data are in row-major order. */
public final class Call {
  private final Case question;
  private final List<Slot> wanted;
  private final ChannelView view;
  private final Map<Slot, Tensor> results = new EnumMap<>(Slot.class);

  Call(Case question, List<Slot> wanted) {
    this.question = question;
    this.wanted = wanted;
    this.view = question.view();
  }

  public String id() {
    return question.id();
  }

  public Operation operation() {
    return question.operation();
  }

  /** The settings of the case. */
  public Attributes attributes() {
    return question.attributes();
  }

  /** The exact number that is added to the variance. */
  public double epsilon() {
    return question.attributes().epsilon();
  }

  /** The weight of the new batch in the running statistics; only where the case updates them by one. */
  public double momentum() {
    return question.attributes().momentum();
  }

  /** Whether an attribute is there that not every case has. */
  public boolean has(Attribute attribute) {
    return question.attributes().has(attribute);
  }

  /** The shape of x, or of the weight where a layer is folded. */
  public int[] shape() {
    return question.data().shape().dimensions();
  }

  /** The format of x, or of the weight. */
  public BinaryFormat format() {
    return question.data().format();
  }

  /** The number of channels. */
  public int channels() {
    return view.channels();
  }

  /** m, the number of values of one channel. */
  public int perChannel() {
    return view.count();
  }

  /** The channel that value i of x belongs to. */
  public int channelOf(int i) {
    return view.channelOf(i);
  }

  /** The outputs that are asked for. */
  public List<Slot> wanted() {
    return wanted;
  }

  /** Whether an input is given. */
  public boolean has(Slot input) {
    return question.inputs().containsKey(input);
  }

  /**
   * The exact values of an input.
   *
   * @throws IllegalArgumentException if it is absent
   */
  public double[] doubles(Slot input) {
    Tensor tensor = tensor(input);
    double[] values = new double[tensor.size()];
    Arrays.setAll(values, tensor::get);
    return values;
  }

  /**
   * The exact values of an input.
   *
   * @throws IllegalArgumentException if it is absent, or in f64
   */
  public float[] floats(Slot input) {
    Tensor tensor = tensor(input);
    if (tensor.format().equals(BinaryFormat.F64)) {
      throw new IllegalArgumentException(input.label() + " is in f64; read it as doubles");
    }
    float[] values = new float[tensor.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) tensor.get(i);
    }
    return values;
  }

  private Tensor tensor(Slot input) {
    if (!has(input)) {
      throw new IllegalArgumentException("the case has no " + input.label());
    }
    return question.inputs().get(input);
  }

  /** The value of an input for a channel; the other value where the input is absent. */
  public double value(Slot input, int channel, double absent) {
    return has(input) ? question.inputs().get(input).get(channel) : absent;
  }

  /** Gives an output, rounded to its format, to nearest, ties to even. */
  public void give(Slot output, double... values) {
    give(output, values.length, i -> values[i]);
  }

  /** Gives an output, rounded to its format, to nearest, ties to even. */
  public void give(Slot output, float... values) {
    give(output, values.length, i -> values[i]);
  }

  private void give(Slot output, int count, IntToDoubleFunction value) {
    if (!wanted.contains(output)) {
      return;
    }
    int expected = question.shapeOf(output).size();
    if (count != expected) {
      throw new SubjectException(Failure.MALFORMED, "%s has %d values, expected %d".formatted(output.label(), count, expected), null);
    }
    BinaryFormat format = question.formatOf(output);
    double[] data = new double[count];
    Arrays.setAll(data, i -> format.nearest(value.applyAsDouble(i)));
    results.put(output, new Tensor(format, question.shapeOf(output), data));
  }

  Map<Slot, Tensor> results() {
    wanted.stream().filter(output -> !results.containsKey(output)).findFirst().ifPresent(missing -> {
      throw new SubjectException(Failure.MALFORMED, "missing output: " + missing.label(), null);
    });
    return results;
  }
}
