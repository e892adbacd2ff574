import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.mxnet.engine.MxNDManager;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import ai.djl.util.PairList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * MXNet's BatchNorm and its gradient by autograd, through DJL. The running statistics change in the backward pass.
 *
 * <p>Momentum is the weight of the old state, in f32; epsilon is a double; the running variance takes the population variance;
 * a saved statistic is the inverse standard deviation; absent parameters become ones and zeros.
 */
public final class MxNet {
  private static final List<String> FORMATS = List.of("f64", "f32");

  private MxNet() {}

  public static void main(String[] args) throws Exception {
    new BnSubject("mxnet", Engine.getInstance().getVersion())
        .operation("training-forward", FORMATS, c -> run(c, true), "y", "mean", "inverse_std", "running_mean", "running_variance")
        .operation("inference-forward", FORMATS, c -> run(c, false))
        .operation("training-backward", FORMATS, c -> run(c, true))
        .operation("inference-backward", FORMATS, c -> run(c, false))
        .say("conventions", Map.of("variance_convention", List.of("population")))
        .without("upstream-statistics", "mixed-formats").with("repeat")
        .refusing(EngineException.class)
        .run();
  }

  private static void run(BnSubject.Case c, boolean trains) {
    for (int call = 0; call < c.number("repeat", 1); call++) {
      try (NDManager manager = Engine.getInstance().newBaseManager()) {
        run(c, trains, (MxNDManager) manager);
      }
    }
  }

  private static void run(BnSubject.Case c, boolean trains, MxNDManager manager) {
    NDArray x = array(manager, c, "x", 0);
    NDArray gamma = array(manager, c, "gamma", 1);
    NDArray beta = array(manager, c, "beta", 0);
    NDArray mean = array(manager, c, "running_mean", 0);
    NDArray variance = array(manager, c, "running_variance", 1);
    for (NDArray variable : List.of(x, gamma, beta)) {
      variable.setRequiresGradient(true);
    }
    NDArray dy = array(manager, c, "dy", 1);
    NDList results;
    try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
      results = manager.invoke("BatchNorm", new NDList(x, gamma, beta, mean, variance), attributes(c, trains));
      collector.backward(results.get(0).mul(dy)); // the gradient of the product for y is dy
    }
    if (c.has("dy")) {
      give(c, "dx", x.getGradient());
      give(c, "dgamma", gamma.getGradient());
      give(c, "dbeta", beta.getGradient());
      return;
    }
    give(c, "y", results.get(0));
    if (trains) {
      give(c, "mean", results.get(1));
      give(c, "inverse_std", results.get(2));
    }
    if (trains && c.has("running_mean")) {
      give(c, "running_mean", mean);
      give(c, "running_variance", variance);
    }
  }

  private static PairList<String, String> attributes(BnSubject.Case c, boolean trains) {
    double weight = c.number("momentum", 0);
    float momentum = (float) (1 - weight);
    // Decided exactly: momentum is 0 or at least 2^-24, so that 1 - momentum is a double.
    if (1.0 - momentum != weight) {
      throw new BnSubject.Unsupported("MXNet's momentum is the weight of the old state in f32, which cannot hold 1 - " + weight);
    }
    PairList<String, String> attributes = new PairList<>();
    attributes.add("eps", Double.toString(c.number("epsilon")));
    attributes.add("momentum", Float.toString(momentum));
    attributes.add("fix_gamma", "0");
    attributes.add("use_global_stats", trains ? "0" : "1");
    attributes.add("output_mean_var", "1");
    attributes.add("axis", Integer.toString((int) c.number("channel_axis")));
    return attributes;
  }

  /** An input, or where it is absent a constant of x's format. */
  private static NDArray array(NDManager manager, BnSubject.Case c, String input, double otherwise) {
    boolean isLikeX = input.equals("x") || input.equals("dy");
    double[] values = c.doubles(input);
    if (values == null) {
      values = new double[isLikeX ? c.outer * c.channels * c.inner : c.channels];
      Arrays.fill(values, otherwise);
    }
    Shape shape = isLikeX ? new Shape(Arrays.stream(c.shape).asLongStream().toArray()) : new Shape(c.channels);
    if (c.format.equals("f64")) {
      return manager.create(values, shape);
    }
    float[] narrow = new float[values.length];
    for (int i = 0; i < narrow.length; i++) {
      narrow[i] = (float) values[i];
    }
    return manager.create(narrow, shape);
  }

  private static void give(BnSubject.Case c, String output, NDArray array) {
    switch (array.getDataType()) {
      case FLOAT64:
        c.give(output, array.toDoubleArray());
        break;
      default:
        c.give(output, array.toFloatArray());
    }
  }
}
