package org.bnoracle.export;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bnoracle.document.Vector;
import org.bnoracle.operation.Attribute;
import org.bnoracle.operation.Attributes;
import org.bnoracle.operation.Case;
import org.bnoracle.operation.Operation;
import org.bnoracle.operation.Slot;
import org.bnoracle.oracle.Output;
import org.bnoracle.tensor.Shape;
import org.bnoracle.tensor.Tensor;

/**
 * A vector as one BatchNormalization node of ONNX.
 *
 * @param momentum as ONNX has it, the weight of the old state; of no effect in inference
 * @param inputs by their names in ONNX, in ONNX's order
 * @param outputs the same
 */
record OnnxNode(
    Opset opset, boolean training, float epsilon, float momentum, Map<String, Tensor> inputs, Map<String, Output.Values> outputs) {

  private static final List<Slot> STATE = List.of(Slot.RUNNING_MEAN, Slot.RUNNING_VARIANCE);
  private static final List<Slot> STATISTICS = List.of(Slot.MEAN, Slot.VARIANCE);

  /**
   * ONNX has no training without running statistics, so a vector without them takes the place of one whose batch has all
   * the weight: then the new state is the batch's mean and variance, which the vector has.
   *
   * @param vector one that {@link OnnxLimits} lets through
   */
  static OnnxNode of(Vector vector, Opset opset) {
    Case question = vector.question();
    Attributes attributes = question.attributes();
    boolean training = question.operation() == Operation.TRAINING_FORWARD;
    boolean hasState = question.inputs().containsKey(Slot.RUNNING_MEAN);
    float momentum = training && hasState ? (float) (1 - attributes.momentum()) : 0;
    return new OnnxNode(opset, training, (float) attributes.epsilon(), momentum, inputs(question), outputs(vector, opset, training));
  }

  private static Map<String, Tensor> inputs(Case question) {
    Tensor x = question.data();
    Tensor parameter = Stream.of(Slot.GAMMA, Slot.BETA).map(question.inputs()::get).filter(t -> t != null).findFirst().orElse(x);
    Shape channels = question.shapeOf(Slot.GAMMA);
    Tensor statistic = new Tensor(question.formatOf(Slot.RUNNING_MEAN), channels, constants(channels, 0));
    Map<String, Tensor> inputs = new LinkedHashMap<>();
    inputs.put("x", x);
    inputs.put("scale", question.inputs().getOrDefault(
        Slot.GAMMA, new Tensor(parameter.format(), channels, constants(channels, 1))));
    inputs.put("bias", question.inputs().getOrDefault(
        Slot.BETA, new Tensor(parameter.format(), channels, constants(channels, 0))));
    inputs.put("mean", question.inputs().getOrDefault(Slot.RUNNING_MEAN, statistic));
    inputs.put("var", question.inputs().getOrDefault(
        Slot.RUNNING_VARIANCE, new Tensor(statistic.format(), channels, constants(channels, 1))));
    return inputs;
  }

  private static double[] constants(Shape shape, double value) {
    double[] data = new double[shape.size()];
    Arrays.fill(data, value);
    return data;
  }

  private static Map<String, Output.Values> outputs(Vector vector, Opset opset, boolean training) {
    Map<String, Output.Values> outputs = new LinkedHashMap<>();
    List<Slot> slots = slots(vector.question(), opset, training);
    for (int i = 0; i < slots.size(); i++) {
      outputs.put(Opset.OUTPUTS.get(i), (Output.Values) vector.outputs().get(slots.get(i)));
    }
    return outputs;
  }

  /** The outputs of a vector that become those of ONNX, in its order. */
  static List<Slot> slots(Case question, Opset opset, boolean training) {
    List<Slot> slots = new ArrayList<>(List.of(Slot.Y));
    if (training) {
      slots.addAll(question.attributes().has(Attribute.MOMENTUM) ? STATE : STATISTICS);
      slots.addAll(opset.savesStatistics() ? List.of(Slot.MEAN) : List.of());
    }
    return slots;
  }
}
