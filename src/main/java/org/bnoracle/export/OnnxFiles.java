package org.bnoracle.export;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.bnoracle.document.Generator;
import org.bnoracle.exchange.RawBits;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.tensor.Tensor;

/** The files of ONNX: a model of one node, and its tensors. */
final class OnnxFiles {
  private static final Map<BinaryFormat, TensorProto.DataType> TYPES = Map.of(
      BinaryFormat.F64, TensorProto.DataType.DOUBLE, BinaryFormat.F32, TensorProto.DataType.FLOAT,
      BinaryFormat.F16, TensorProto.DataType.FLOAT16, BinaryFormat.BF16, TensorProto.DataType.BFLOAT16);

  private OnnxFiles() {}

  /** model.onnx. */
  static byte[] model(String name, OnnxNode node) {
    GraphProto.Builder graph = GraphProto.newBuilder().setName(name).addNode(node(node));
    node.inputs().forEach((input, tensor) -> graph.addInput(value(input, tensor)));
    node.outputs().forEach((output, values) -> graph.addOutput(value(output, values.tensor())));
    return ModelProto.newBuilder().setIrVersion(node.opset().irVersion()).setProducerName("bn-oracle")
        .setProducerVersion(Generator.VERSION)
        .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(node.opset().version()))
        .setGraph(graph).build().toByteArray();
  }

  private static NodeProto node(OnnxNode node) {
    NodeProto.Builder proto = NodeProto.newBuilder().setOpType("BatchNormalization")
        .addAllInput(node.inputs().keySet()).addAllOutput(outputs(node))
        .addAttribute(attribute("epsilon", node.epsilon()));
    if (node.training()) {
      proto.addAttribute(attribute("momentum", node.momentum()));
    }
    if (node.training() && node.opset().hasTrainingMode()) {
      proto.addAttribute(AttributeProto.newBuilder().setName("training_mode").setType(AttributeProto.AttributeType.INT).setI(1));
    }
    return proto.build();
  }

  /** Those of the graph, and the one that must be there and that ONNX does not define. */
  private static List<String> outputs(OnnxNode node) {
    List<String> outputs = new ArrayList<>(node.outputs().keySet());
    if (node.training() && node.opset().savesStatistics()) {
      outputs.add(Opset.UNDEFINED_OUTPUT);
    }
    return outputs;
  }

  private static AttributeProto.Builder attribute(String name, float value) {
    return AttributeProto.newBuilder().setName(name).setType(AttributeProto.AttributeType.FLOAT).setF(value);
  }

  private static ValueInfoProto value(String name, Tensor tensor) {
    TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
    Arrays.stream(tensor.shape().dimensions())
        .forEach(d -> shape.addDim(TensorShapeProto.Dimension.newBuilder().setDimValue(d)));
    return ValueInfoProto.newBuilder().setName(name).setType(TypeProto.newBuilder().setTensorType(
        TypeProto.Tensor.newBuilder().setElemType(TYPES.get(tensor.format()).getNumber()).setShape(shape))).build();
  }

  /** input_N.pb and output_N.pb. */
  static byte[] tensor(String name, Tensor tensor) {
    TensorProto.Builder proto = TensorProto.newBuilder().setName(name).setDataType(TYPES.get(tensor.format()).getNumber())
        .setRawData(ByteString.copyFrom(RawBits.of(tensor)));
    Arrays.stream(tensor.shape().dimensions()).forEach(proto::addDims);
    return proto.build().toByteArray();
  }
}
