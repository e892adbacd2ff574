import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * ONNX Runtime's CPU provider: each case becomes a model of one BatchNormalization node. What is refused when the session
 * is built is unsupported; what is refused when it runs is refused.
 *
 * <p>ONNX's momentum is the weight of the old state, in f32 as epsilon; the running variance takes the population variance;
 * no input is optional, so that an absent one becomes ones or zeros. The provider has f64 and f32 kernels; it computes f16 in
 * f32 between casts.
 */
public final class OnnxRuntime {
  private static final List<String> FORMATS = List.of("f64", "f32", "f16");
  private static final Map<String, OnnxJavaType> TYPES =
      Map.of("f64", OnnxJavaType.DOUBLE, "f32", OnnxJavaType.FLOAT, "f16", OnnxJavaType.FLOAT16);
  /** A session holds about 120 KB, and takes 1 ms to build. */
  private static final int MOST_KEPT = 256;

  private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
  private final Map<OnnxModel, OrtSession> sessions = new HashMap<>();
  private final int opset;

  private OnnxRuntime(int opset) {
    this.opset = opset;
  }

  /** @param args the subject's name, and the version of the operator set */
  public static void main(String[] args) throws Exception {
    OnnxRuntime runtime = new OnnxRuntime(Integer.parseInt(args[1]));
    boolean isOld = runtime.opset < 14;
    String[] trained = isOld
        ? new String[] {"y", "running_mean", "running_variance", "mean", "inverse_std"}
        : new String[] {"y", "running_mean", "running_variance"};
    BnSubject subject = new BnSubject(args[0], runtime.environment.getVersion())
        .operation("inference-forward", FORMATS, c -> runtime.answer(c, false))
        .operation("training-forward", FORMATS, c -> runtime.answer(c, true), trained)
        .say("conventions", Map.of(
            "channel_axis", List.of(1), "epsilon_format", List.of("f32"), "variance_convention", List.of("population")))
        .refusing(OrtException.class);
    (isOld ? subject.without("mixed-formats") : subject).run();
  }

  private void answer(BnSubject.Case c, boolean trains) throws OrtException {
    double weight = c.number("momentum", 0);
    float momentum = (float) (1 - weight);
    // Decided exactly: momentum is 0 or at least 2^-24, so that 1 - momentum is a double.
    if (1.0 - momentum != weight) {
      throw new BnSubject.Unsupported("ONNX's momentum is the weight of the old state in f32, which cannot hold 1 - " + weight);
    }
    List<String> formats = OnnxModel.INPUTS.stream().map(input -> formatOf(c, input)).toList();
    OnnxModel model = new OnnxModel(opset, trains, formats, (float) c.number("epsilon"), momentum);
    OrtSession session;
    try {
      session = session(model);
    } catch (OrtException e) {
      throw new BnSubject.Unsupported(e.getMessage().split("\n", 2)[0]);
    }
    Map<String, OnnxTensor> inputs = inputs(c);
    try (OrtSession.Result result = session.run(inputs)) {
      for (String output : model.outputs()) {
        if (c.has(output) || !OnnxModel.INPUTS.contains(output)) {
          OnnxTensor tensor = (OnnxTensor) result.get(OnnxModel.inModel(output)).orElseThrow();
          c.give(output, BnSubject.Bits.values(tensor.getByteBuffer(), model.formatOf(output)));
        }
      }
    } finally {
      OnnxValue.close(inputs);
    }
  }

  private static String formatOf(BnSubject.Case c, String input) {
    boolean isParameter = input.equals("gamma") || input.equals("beta");
    String other = isParameter ? (input.equals("gamma") ? "beta" : "gamma") : "running_mean";
    return c.has(input) ? c.formatOf(input) : c.has(other) ? c.formatOf(other) : c.format;
  }

  /** All five inputs, in ONNX's order. */
  private Map<String, OnnxTensor> inputs(BnSubject.Case c) throws OrtException {
    Map<String, OnnxTensor> inputs = new LinkedHashMap<>();
    for (String input : OnnxModel.INPUTS) {
      double[] values = c.doubles(input);
      if (values == null) {
        values = new double[c.channels];
        Arrays.fill(values, input.equals("gamma") || input.equals("running_variance") ? 1 : 0);
      }
      byte[] bits = BnSubject.Bits.bytes(values, formatOf(c, input));
      ByteBuffer buffer = ByteBuffer.allocateDirect(bits.length).order(ByteOrder.LITTLE_ENDIAN).put(bits).flip();
      long[] shape = input.equals("x") ? Arrays.stream(c.shape).asLongStream().toArray() : new long[] {c.channels};
      inputs.put(input, OnnxTensor.createTensor(environment, buffer, shape, TYPES.get(formatOf(c, input))));
    }
    return inputs;
  }

  private OrtSession session(OnnxModel model) throws OrtException {
    OrtSession session = sessions.get(model);
    if (session == null) {
      makeRoom();
      try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
        options.setIntraOpNumThreads(1);
        options.setInterOpNumThreads(1);
        session = environment.createSession(model.toBytes(), options);
      }
      sessions.put(model, session);
    }
    return session;
  }

  private void makeRoom() throws OrtException {
    if (sessions.size() == MOST_KEPT) {
      for (OrtSession session : sessions.values()) {
        session.close();
      }
      sessions.clear();
    }
  }
}
