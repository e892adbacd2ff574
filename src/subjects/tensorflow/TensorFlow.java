import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.tensorflow.EagerSession;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.FloatNdArray;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.ndarray.buffer.FloatDataBuffer;
import org.tensorflow.op.Ops;
import org.tensorflow.op.nn.FusedBatchNorm;
import org.tensorflow.op.nn.FusedBatchNormGrad;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.types.TBfloat16;
import org.tensorflow.types.TFloat16;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.family.TNumber;

/**
 * TensorFlow's FusedBatchNormV3 and its gradient, as tf.keras and tf.nn call them on images. The environment says whether
 * oneDNN's kernels are used.
 *
 * <p>Data of any shape become [outer, channels, inner, 1] in NCHW, or where the channels come last [outer, 1, 1, channels] in
 * NHWC. Epsilon and the momentum, the weight of the new batch, are f32, and so are parameters and statistics; absent
 * parameters become ones and zeros; the running variance takes the sample variance; a saved statistic is the population
 * variance. TensorFlow's threads flush subnormal numbers.
 */
public final class TensorFlow {
  private static final List<String> FORMATS = List.of("f32", "f16", "bf16");
  private static final ConfigProto ONE_THREAD =
      ConfigProto.newBuilder().setIntraOpParallelismThreads(1).setInterOpParallelismThreads(1).build();

  private final Ops tf;
  private final BnSubject.Case c;
  private final boolean trains;

  private TensorFlow(Ops tf, BnSubject.Case c, boolean trains) {
    this.tf = tf;
    this.c = c;
    this.trains = trains;
    if (Stream.of("gamma", "beta").anyMatch(input -> c.has(input) && !c.formatOf(input).equals("f32"))) {
      throw new BnSubject.Unsupported("there is no kernel for parameters of another format than f32");
    }
  }

  /** @param args the subject's name */
  public static void main(String[] args) throws Exception {
    new BnSubject(args[0], org.tensorflow.TensorFlow.version())
        .operation("training-forward", FORMATS, c -> forward(c, true), "y", "mean", "variance", "running_mean", "running_variance")
        .operation("inference-forward", FORMATS, c -> forward(c, false))
        .operation("training-backward", FORMATS, c -> backward(c, true))
        .operation("inference-backward", FORMATS, c -> backward(c, false))
        .say("conventions", Map.of(
            "variance_convention", List.of("sample"), "epsilon_format", List.of("f32"), "statistics_format", List.of("f32")))
        .say("subnormals", "flushed")
        .without("upstream-statistics")
        .refusing(RuntimeException.class)
        .run();
  }

  private static void forward(BnSubject.Case c, boolean trains) {
    try (EagerSession session = EagerSession.options().config(ONE_THREAD).build()) {
      TensorFlow layer = new TensorFlow(Ops.create(session), c, trains);
      FusedBatchNorm<TNumber, TFloat32> results = layer.normalized();
      layer.give("y", results.y());
      if (trains) {
        layer.give("mean", results.reserveSpace1());
        layer.give("variance", results.reserveSpace2());
        if (c.has("running_mean")) {
          layer.give("running_mean", results.batchMean());
          layer.give("running_variance", results.batchVariance());
        }
      }
    }
  }

  private static void backward(BnSubject.Case c, boolean trains) {
    try (EagerSession session = EagerSession.options().config(ONE_THREAD).build()) {
      TensorFlow layer = new TensorFlow(Ops.create(session), c, trains);
      layer.give("dx", trains ? layer.trainingGradient() : layer.inferenceGradient());
    }
  }

  private Operand<TNumber> trainingGradient() {
    FusedBatchNorm<TNumber, TFloat32> forward = normalized();
    return gradient(data("dy"), data("x"), forward.reserveSpace1(), forward.reserveSpace2(), forward.reserveSpace3(), dataFormat());
  }

  /** In NHWC, as TensorFlow's own gradient function does it. */
  private Operand<TNumber> inferenceGradient() {
    boolean isLast = dataFormat().equals("NHWC");
    Operand<TInt32> there = tf.constant(isLast ? new int[] {0, 1, 2, 3} : new int[] {0, 2, 3, 1});
    Operand<TInt32> back = tf.constant(isLast ? new int[] {0, 1, 2, 3} : new int[] {0, 3, 1, 2});
    return tf.linalg.transpose(gradient(tf.linalg.transpose(data("dy"), there), tf.linalg.transpose(data("x"), there),
        vector("running_mean", 0), vector("running_variance", 1), tf.constant(new float[0]), "NHWC"), back);
  }

  /** Gives dgamma and dbeta. */
  private Operand<TNumber> gradient(Operand<TNumber> dy, Operand<TNumber> x, Operand<TFloat32> mean, Operand<TFloat32> variance,
      Operand<TFloat32> reserve, String dataFormat) {
    FusedBatchNormGrad<TNumber, TFloat32> results = tf.nn.fusedBatchNormGrad(dy, x, vector("gamma", 1), mean, variance, reserve,
        FusedBatchNormGrad.epsilon((float) c.number("epsilon")), FusedBatchNormGrad.isTraining(trains),
        FusedBatchNormGrad.dataFormat(dataFormat));
    give("dgamma", results.scaleBackprop());
    give("dbeta", results.offsetBackprop());
    return results.xBackprop();
  }

  /** Without a state, training takes no running statistics and the factor 1. */
  private FusedBatchNorm<TNumber, TFloat32> normalized() {
    boolean isStateless = trains && !c.has("running_mean");
    Operand<TFloat32> none = tf.constant(new float[0]);
    return tf.nn.fusedBatchNorm(data("x"), vector("gamma", 1), vector("beta", 0),
        isStateless ? none : vector("running_mean", 0), isStateless ? none : vector("running_variance", 1),
        FusedBatchNorm.epsilon((float) c.number("epsilon")), FusedBatchNorm.isTraining(trains),
        FusedBatchNorm.exponentialAvgFactor((float) c.number("momentum", 1)), FusedBatchNorm.dataFormat(dataFormat()));
  }

  private String dataFormat() {
    return c.inner == 1 ? "NHWC" : "NCHW";
  }

  @SuppressWarnings("unchecked")
  private Operand<TNumber> data(String input) {
    Shape shape = c.inner == 1 ? Shape.of(c.outer, 1, 1, c.channels) : Shape.of(c.outer, c.channels, c.inner, 1);
    FloatDataBuffer values = DataBuffers.of(c.floats(input));
    Operand<? extends TNumber> tensor = c.format.equals("f32") ? tf.constantOf(TFloat32.tensorOf(shape, values))
        : c.format.equals("f16") ? tf.constantOf(TFloat16.tensorOf(shape, values)) : tf.constantOf(TBfloat16.tensorOf(shape, values));
    return (Operand<TNumber>) tensor;
  }

  private Operand<TFloat32> vector(String input, float otherwise) {
    float[] values = c.floats(input);
    if (values == null) {
      values = new float[c.channels];
      Arrays.fill(values, otherwise);
    }
    return tf.constant(values);
  }

  private void give(String output, Operand<? extends TNumber> result) {
    FloatNdArray tensor = (FloatNdArray) result.asTensor();
    float[] values = new float[(int) tensor.size()];
    tensor.copyTo(DataBuffers.of(values));
    c.give(output, values);
  }
}
