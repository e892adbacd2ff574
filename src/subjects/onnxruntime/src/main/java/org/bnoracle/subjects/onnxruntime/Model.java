package org.bnoracle.subjects.onnxruntime;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.List;

/**
 * A model of one BatchNormalization node, of tensors of any shape.
 *
 * @param formats of the inputs, in the order of {@link #INPUTS}
 * @param momentum as ONNX has it: the weight of the old state
 */
record Model(boolean training, List<Format> formats, float epsilon, float momentum) {
  /** What ONNX calls X, scale, B, input_mean and input_var, under the protocol's names. */
  static final List<String> INPUTS = List.of("x", "gamma", "beta", "running_mean", "running_variance");

  private static final List<String> OUTPUTS = List.of("y", "running_mean", "running_variance");
  // From 15 on, x, the parameters and the statistics may have three different types.
  private static final int OPSET = 15;
  private static final int IR_VERSION = 8;

  /** The names of the outputs in the protocol. */
  List<String> outputs() {
    return training ? OUTPUTS : OUTPUTS.subList(0, 1);
  }

  /** The name of an output within the model, where inputs and outputs must differ. */
  static String inModel(String output) {
    return "out_" + output;
  }

  byte[] toBytes() {
    NodeProto.Builder node = NodeProto.newBuilder().setName("bn").setOpType("BatchNormalization")
        .addAttribute(attribute("epsilon", epsilon))
        .addAttribute(attribute("momentum", momentum))
        .addAttribute(AttributeProto.newBuilder().setName("training_mode").setType(AttributeProto.AttributeType.INT)
            .setI(training ? 1 : 0));
    GraphProto.Builder graph = GraphProto.newBuilder().setName("batch-normalization");
    for (String input : INPUTS) {
      node.addInput(input);
      graph.addInput(value(input, format(input)));
    }
    for (String output : outputs()) {
      node.addOutput(inModel(output));
      graph.addOutput(value(inModel(output), format(output.equals("y") ? "x" : output)));
    }
    return ModelProto.newBuilder().setIrVersion(IR_VERSION)
        .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(OPSET))
        .setGraph(graph.addNode(node)).build().toByteArray();
  }

  private Format format(String input) {
    return formats.get(INPUTS.indexOf(input));
  }

  private static AttributeProto.Builder attribute(String name, float value) {
    return AttributeProto.newBuilder().setName(name).setType(AttributeProto.AttributeType.FLOAT).setF(value);
  }

  private static ValueInfoProto.Builder value(String name, Format format) {
    TypeProto.Tensor.Builder tensor = TypeProto.Tensor.newBuilder().setElemType(format.onnxType.getNumber());
    return ValueInfoProto.newBuilder().setName(name).setType(TypeProto.newBuilder().setTensorType(tensor));
  }
}
