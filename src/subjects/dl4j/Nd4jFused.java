import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;

/**
 * ND4J's operator fused_batch_norm, in NCHW. Epsilon is a double; there is no running state, and the variance that it gives is
 * the sample variance, which is no output of the protocol.
 */
public final class Nd4jFused {
  private static final List<String> FORMATS = List.of("f64", "f32", "f16", "bf16");
  private static final int NCHW = 1;

  private Nd4jFused() {}

  public static void main(String[] args) throws Exception {
    new BnSubject("nd4j-fused", Arrays4j.VERSION)
        .operation("training-forward", FORMATS, c -> forward(c, true), "y", "mean")
        .operation("inference-forward", FORMATS, c -> forward(c, false))
        .say("conventions", Map.of("epsilon_format", List.of("f64")))
        .without("upstream-statistics", "mixed-formats").with("repeat")
        .refusing(RuntimeException.class)
        .run();
  }

  private static void forward(BnSubject.Case c, boolean trains) {
    for (int call = 0; call < c.number("repeat", 1); call++) {
      DynamicCustomOp.DynamicCustomOpsBuilder operator = DynamicCustomOp.builder("fused_batch_norm")
          .addIntegerArguments(NCHW, trains ? 1 : 0).addFloatingPointArguments(c.number("epsilon"));
      INDArray x = Arrays4j.data(c, "x");
      INDArray gamma = Arrays4j.vector(c, "gamma", 1);
      INDArray beta = Arrays4j.vector(c, "beta", 0);
      INDArray[] results = Nd4j.exec((trains ? operator.addInputs(x, gamma, beta) : operator.addInputs(
          x, gamma, beta, Arrays4j.vector(c, "running_mean", 0), Arrays4j.vector(c, "running_variance", 1))).build());
      Arrays4j.give(c, "y", results[0]);
      if (trains) {
        Arrays4j.give(c, "mean", results[1]);
      }
    }
  }
}
