import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bnoracle.bench.compare.Contender;
import org.bnoracle.bench.compare.Player;
import org.bnoracle.bench.compare.Workload;

/** A model of one BatchNormalization node in training mode, opset 15, in doubles, into tensors that are there. */
public final class OnnxRuntimePlayer {
  private static final List<String> INPUTS = List.of("x", "gamma", "beta", "running_mean", "running_variance");
  private static final List<String> OUTPUTS = List.of("y", "new_mean", "new_variance");

  private OnnxRuntimePlayer() {}

  public static void main(String[] args) throws Exception {
    Player.play((work, threads) -> {
      if (!work.isForward()) {
        throw new UnsupportedOperationException("has no gradients");
      }
      if (work.layout() == Workload.Layout.NHWC) {
        throw new UnsupportedOperationException("takes channels on axis 1 only");
      }
      return new OnnxRun(work, threads);
    }, args);
  }

  private static final class OnnxRun implements Contender.Run {
    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final Workload work;
    private final OrtSession session;
    private final Map<String, OnnxTensor> inputs = new LinkedHashMap<>();
    private final Map<String, OnnxTensor> outputs = new LinkedHashMap<>();
    private final DoubleBuffer y;

    OnnxRun(Workload work, int threads) throws OrtException {
      this.work = work;
      OrtSession.SessionOptions options = new OrtSession.SessionOptions();
      options.setIntraOpNumThreads(threads);
      options.setInterOpNumThreads(1);
      this.session = environment.createSession(model(), options);
      double[] zeros = new double[work.channels()];
      double[] ones = new double[work.channels()];
      Arrays.fill(ones, 1);
      inputs.put("x", tensor(direct(work.x()), work.inMemory()));
      inputs.put("gamma", vector(work.gamma()));
      inputs.put("beta", vector(work.beta()));
      inputs.put("running_mean", vector(zeros));
      inputs.put("running_variance", vector(ones));
      this.y = direct(new double[work.size()]);
      outputs.put("y", tensor(y, work.inMemory()));
      outputs.put("new_mean", vector(zeros));
      outputs.put("new_variance", vector(ones));
    }

    private OnnxTensor vector(double[] values) throws OrtException {
      return tensor(direct(values), values.length);
    }

    private OnnxTensor tensor(DoubleBuffer values, long... shape) throws OrtException {
      return OnnxTensor.createTensor(environment, values, shape);
    }

    private static DoubleBuffer direct(double[] values) {
      return ByteBuffer.allocateDirect(values.length * Double.BYTES).order(ByteOrder.nativeOrder()).asDoubleBuffer().put(values).flip();
    }

    @Override
    public void run() throws OrtException {
      session.run(inputs, outputs).close();
    }

    @Override
    public void close() throws OrtException {
      inputs.values().forEach(OnnxTensor::close);
      outputs.values().forEach(OnnxTensor::close);
      session.close();
    }

    @Override
    public double[] result() {
      double[] values = new double[work.size()];
      y.duplicate().get(values);
      return values;
    }
  }

  private static byte[] model() {
    NodeProto.Builder node = NodeProto.newBuilder().setName("bn").setOpType("BatchNormalization")
        .addAttribute(AttributeProto.newBuilder().setName("epsilon").setType(AttributeProto.AttributeType.FLOAT).setF((float) Workload.EPSILON))
        .addAttribute(AttributeProto.newBuilder().setName("training_mode").setType(AttributeProto.AttributeType.INT).setI(1));
    GraphProto.Builder graph = GraphProto.newBuilder().setName("batch-normalization");
    for (String input : INPUTS) {
      node.addInput(input);
      graph.addInput(value(input));
    }
    for (String output : OUTPUTS) {
      node.addOutput(output);
      graph.addOutput(value(output));
    }
    return ModelProto.newBuilder().setIrVersion(8).addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(15))
        .setGraph(graph.addNode(node)).build().toByteArray();
  }

  private static ValueInfoProto.Builder value(String name) {
    TypeProto.Tensor.Builder tensor = TypeProto.Tensor.newBuilder().setElemType(DataType.DOUBLE.getNumber());
    return ValueInfoProto.newBuilder().setName(name).setType(TypeProto.newBuilder().setTensorType(tensor));
  }
}
