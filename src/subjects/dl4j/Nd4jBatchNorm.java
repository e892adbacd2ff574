import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;

/**
 * ND4J's operators batchnorm and batchnorm_bp. In training they take mean and variance of the batch from ND4J's reductions;
 * there is no running state. Epsilon is a double; the variance is the population variance.
 */
public final class Nd4jBatchNorm {
  private static final List<String> FORMATS = List.of("f64", "f32", "f16", "bf16");
  private static final int[] ALL_BUT_CHANNELS = {0, 2, 3};

  private Nd4jBatchNorm() {}

  public static void main(String[] args) throws Exception {
    new BnSubject("nd4j-batchnorm", Arrays4j.VERSION)
        .operation("training-forward", FORMATS, c -> forward(c, true), "y", "mean", "variance")
        .operation("inference-forward", FORMATS, c -> forward(c, false))
        .operation("training-backward", FORMATS, Nd4jBatchNorm::backward)
        .say("conventions", Map.of("epsilon_format", List.of("f64")))
        .without("upstream-statistics", "mixed-formats").with("repeat")
        .refusing(RuntimeException.class)
        .run();
  }

  private static void forward(BnSubject.Case c, boolean trains) {
    INDArray x = Arrays4j.data(c, "x");
    INDArray mean = trains ? x.mean(ALL_BUT_CHANNELS) : Arrays4j.vector(c, "running_mean", 0);
    INDArray variance = trains ? x.var(false, ALL_BUT_CHANNELS) : Arrays4j.vector(c, "running_variance", 1);
    for (int call = 0; call < c.number("repeat", 1); call++) {
      Arrays4j.give(c, "y", run(c, "batchnorm", x, mean, variance, Arrays4j.vector(c, "gamma", 1), Arrays4j.vector(c, "beta", 0))[0]);
    }
    if (trains) {
      Arrays4j.give(c, "mean", mean);
      Arrays4j.give(c, "variance", variance);
    }
  }

  private static void backward(BnSubject.Case c) {
    INDArray x = Arrays4j.data(c, "x");
    for (int call = 0; call < c.number("repeat", 1); call++) {
      INDArray[] gradients = run(c, "batchnorm_bp", x, x.mean(ALL_BUT_CHANNELS), x.var(false, ALL_BUT_CHANNELS),
          Arrays4j.vector(c, "gamma", 1), Arrays4j.vector(c, "beta", 0), Arrays4j.data(c, "dy"));
      Arrays4j.give(c, "dx", gradients[0]);
      Arrays4j.give(c, "dgamma", gradients[3]);
      Arrays4j.give(c, "dbeta", gradients[4]);
    }
  }

  /** With gamma and beta, channels along axis 1. */
  private static INDArray[] run(BnSubject.Case c, String operator, INDArray... inputs) {
    return Nd4j.exec(DynamicCustomOp.builder(operator).addInputs(inputs).addIntegerArguments(1, 1, 1)
        .addFloatingPointArguments(c.number("epsilon")).build());
  }
}
