import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.List;
import java.util.Map;

/**
 * A model of one BatchNormalization node, of tensors of any shape.
 *
 * @param opset 9: training has five outputs. 15: it is an attribute, and x, parameters and statistics have types of their own
 * @param formats of the inputs, in the order of {@link #INPUTS}
 * @param momentum as ONNX has it: the weight of the old state
 */
record OnnxModel(int opset, boolean training, List<String> formats, float epsilon, float momentum) {
  /** What ONNX calls X, scale, B, input_mean and input_var, under the protocol's names. */
  static final List<String> INPUTS = List.of("x", "gamma", "beta", "running_mean", "running_variance");

  private static final Map<String, DataType> TYPES =
      Map.of("f64", DataType.DOUBLE, "f32", DataType.FLOAT, "f16", DataType.FLOAT16);
  /** What opset 9 calls saved_var is the inverse standard deviation. */
  private static final List<String> OUTPUTS = List.of("y", "running_mean", "running_variance", "mean", "inverse_std");
  private static final int IR_VERSION = 8;

  /** The names of the outputs in the protocol. */
  List<String> outputs() {
    return OUTPUTS.subList(0, !training ? 1 : opset < 14 ? 5 : 3);
  }

  /** The format of an output. */
  String formatOf(String output) {
    return formats.get(INPUTS.indexOf(output.equals("y") ? "x" : INPUTS.contains(output) ? output : "running_mean"));
  }

  /** The name of an output within the model, where inputs and outputs must differ. */
  static String inModel(String output) {
    return "out_" + output;
  }

  byte[] toBytes() {
    NodeProto.Builder node = NodeProto.newBuilder().setName("bn").setOpType("BatchNormalization")
        .addAttribute(attribute("epsilon", epsilon)).addAttribute(attribute("momentum", momentum));
    if (opset >= 14) {
      node.addAttribute(AttributeProto.newBuilder().setName("training_mode").setType(AttributeProto.AttributeType.INT)
          .setI(training ? 1 : 0));
    }
    GraphProto.Builder graph = GraphProto.newBuilder().setName("batch-normalization");
    for (int i = 0; i < INPUTS.size(); i++) {
      node.addInput(INPUTS.get(i));
      graph.addInput(value(INPUTS.get(i), formats.get(i)));
    }
    for (String output : outputs()) {
      node.addOutput(inModel(output));
      graph.addOutput(value(inModel(output), formatOf(output)));
    }
    return ModelProto.newBuilder().setIrVersion(IR_VERSION)
        .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(opset))
        .setGraph(graph.addNode(node)).build().toByteArray();
  }

  private static AttributeProto.Builder attribute(String name, float value) {
    return AttributeProto.newBuilder().setName(name).setType(AttributeProto.AttributeType.FLOAT).setF(value);
  }

  private static ValueInfoProto.Builder value(String name, String format) {
    TypeProto.Tensor.Builder tensor = TypeProto.Tensor.newBuilder().setElemType(TYPES.get(format).getNumber());
    return ValueInfoProto.newBuilder().setName(name).setType(TypeProto.newBuilder().setTensorType(tensor));
  }
}
