package org.bnoracle.proof;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.bnoracle.accuracy.Settings;
import org.bnoracle.document.Vector;
import org.bnoracle.equations.Label;
import org.bnoracle.operation.Attribute;
import org.bnoracle.operation.Attributes;
import org.bnoracle.operation.Case;
import org.bnoracle.operation.Layer;
import org.bnoracle.operation.Slot;
import org.bnoracle.oracle.Output;
import org.bnoracle.tensor.Shape;
import org.bnoracle.tensor.Tensor;

/**
 * Vectors in the form that the checker reads (spec/checker/README.md): every number as it is, in hexadecimal, tensors in
 * their own order. The checker finds the channels by itself; here a shape is only multiplied into four numbers.
 */
final class CheckerInput {
  private CheckerInput() {}

  /** Writes a vector; outputs without values are left out. */
  static void write(Appendable out, Vector vector) throws IOException {
    Case question = vector.question();
    line(out, "case", question.id());
    line(out, "operation", question.operation().label());
    line(out, "layout", layout(question.data().shape(), question.attributes()));
    writeSettings(out, question);
    for (Map.Entry<Slot, Tensor> input : question.inputs().entrySet()) {
      values(out.append("input ").append(input.getKey().label()), input.getValue());
    }
    for (Map.Entry<Slot, Output> output : vector.outputs().entrySet()) {
      if (output.getValue() instanceof Output.Values values) {
        Tensor tensor = values.tensor();
        values(out.append("output ").append(output.getKey().label()).append(' ').append(tensor.format().name()), tensor);
        if (values.bound().isPresent()) {
          values(out.append("bounds"), values.bound().get());
        }
      }
    }
    out.append("end\n");
  }

  /** Groups, samples, channels and positions, the lengths of the axes that an index counts in this order. */
  static String layout(Shape shape, Attributes attributes) {
    boolean isTransposed = attributes.has(Attribute.LAYER) && attributes.layer() == Layer.TRANSPOSED_CONVOLUTION;
    int axis = attributes.has(Attribute.LAYER) ? (isTransposed ? 1 : 0) : attributes.channelAxis();
    int groups = isTransposed ? attributes.groups() : 1;
    int[] sizes = shape.dimensions();
    int before = product(sizes, 0, axis);
    return "%d %d %d %d".formatted(groups, before / groups, sizes[axis], product(sizes, axis + 1, sizes.length));
  }

  private static int product(int[] sizes, int from, int to) {
    return Arrays.stream(sizes, from, to).reduce(1, Math::multiplyExact);
  }

  private static void writeSettings(Appendable out, Case question) throws IOException {
    Attributes attributes = question.attributes();
    line(out, "compute", Settings.usualFormat(question.data().format()).name());
    for (Map.Entry<Attribute, Object> attribute : attributes.values().entrySet()) {
      Object value = attribute.getValue();
      switch (attribute.getKey()) {
        case EPSILON, MOMENTUM -> line(out, attribute.getKey().label(), Double.toHexString((Double) value));
        case BATCH_INDEX -> line(out, attribute.getKey().label(), value.toString());
        case VARIANCE_CONVENTION, ACTIVATION -> line(out, attribute.getKey().label(), Label.of((Enum<?>) value));
        case BATCH_SIZES -> line(out, attribute.getKey().label(), batchSizes(question.data().shape(), attributes));
        default -> { }
      }
    }
  }

  /** How many values of a channel each batch has. */
  static String batchSizes(Shape shape, Attributes attributes) {
    int perSample = product(shape.dimensions(), 1, shape.rank()) / Math.max(1, shape.dimension(attributes.channelAxis()));
    return attributes.sizes(Attribute.BATCH_SIZES).stream().map(size -> String.valueOf(size * perSample)).collect(Collectors.joining(" "));
  }

  private static void line(Appendable out, String name, String rest) throws IOException {
    out.append(name).append(' ').append(rest).append('\n');
  }

  private static void values(Appendable out, Tensor tensor) throws IOException {
    for (int i = 0; i < tensor.size(); i++) {
      out.append(' ').append(Double.toHexString(tensor.get(i)));
    }
    out.append('\n');
  }
}
