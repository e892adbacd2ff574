import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.params.BatchNormalizationParamInitializer;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * DL4J's layer BatchNormalization, on [outer, channels] or [outer, channels, inner, 1]. The running statistics change through
 * the gradient: the new one is the old one minus the gradient that the backward pass gives for it.
 *
 * <p>The decay is the weight of the old state, and like epsilon a double; the running variance takes the population variance;
 * absent parameters become ones and zeros.
 */
public final class Dl4j {
  private static final List<String> FORMATS = List.of("f64", "f32", "f16");
  private static final String GAMMA = BatchNormalizationParamInitializer.GAMMA;
  private static final String BETA = BatchNormalizationParamInitializer.BETA;
  private static final String MEAN = BatchNormalizationParamInitializer.GLOBAL_MEAN;
  private static final String VARIANCE = BatchNormalizationParamInitializer.GLOBAL_VAR;
  private static final LayerWorkspaceMgr MEMORY = LayerWorkspaceMgr.noWorkspaces();

  private Dl4j() {}

  public static void main(String[] args) throws Exception {
    new BnSubject("dl4j", Arrays4j.VERSION)
        .operation("training-forward", FORMATS, Dl4j::training, "y", "running_mean", "running_variance")
        .operation("inference-forward", FORMATS, Dl4j::inference)
        .operation("training-backward", FORMATS, Dl4j::backward)
        .say("conventions", Map.of("variance_convention", List.of("population")))
        .without("upstream-statistics", "mixed-formats").with("repeat")
        .refusing(RuntimeException.class)
        .run();
  }

  private static void training(BnSubject.Case c) {
    for (int call = 0; call < c.number("repeat", 1); call++) {
      Layer layer = layer(c);
      INDArray y = layer.activate(true, MEMORY);
      Arrays4j.give(c, "y", y);
      if (c.has("running_mean")) {
        Gradient change = layer.backpropGradient(y, MEMORY).getFirst();
        Arrays4j.give(c, "running_mean", layer.getParam(MEAN).sub(change.getGradientFor(MEAN)));
        Arrays4j.give(c, "running_variance", layer.getParam(VARIANCE).sub(change.getGradientFor(VARIANCE)));
      }
    }
  }

  private static void inference(BnSubject.Case c) {
    for (int call = 0; call < c.number("repeat", 1); call++) {
      Arrays4j.give(c, "y", layer(c).activate(false, MEMORY));
    }
  }

  private static void backward(BnSubject.Case c) {
    for (int call = 0; call < c.number("repeat", 1); call++) {
      Layer layer = layer(c);
      layer.activate(true, MEMORY);
      Pair<Gradient, INDArray> gradients = layer.backpropGradient(Arrays4j.matrixOrImages(c, "dy"), MEMORY);
      Arrays4j.give(c, "dx", gradients.getSecond());
      Arrays4j.give(c, "dgamma", gradients.getFirst().getGradientFor(GAMMA));
      Arrays4j.give(c, "dbeta", gradients.getFirst().getGradientFor(BETA));
    }
  }

  /** The layer with its parameters and statistics, and x as its input. */
  private static Layer layer(BnSubject.Case c) {
    double weight = c.number("momentum", 0);
    if (1 - (1 - weight) != weight) {
      throw new BnSubject.Unsupported("the decay is the weight of the old state, and 1 - " + weight + " is no double");
    }
    DataType type = Arrays4j.TYPES.get(c.format);
    NeuralNetConfiguration configuration = new NeuralNetConfiguration.Builder().dataType(type)
        .layer(new BatchNormalization.Builder().nIn(c.channels).nOut(c.channels).eps(c.number("epsilon")).decay(1 - weight)
            .useLogStd(false).build())
        .build();
    long size = configuration.getLayer().initializer().numParams(configuration);
    Layer layer = configuration.getLayer().instantiate(configuration, null, 0, Nd4j.create(type, 1, size), true, type);
    layer.setBackpropGradientsViewArray(Nd4j.create(type, 1, size));
    layer.getParam(GAMMA).assign(row(c, "gamma", 1));
    layer.getParam(BETA).assign(row(c, "beta", 0));
    layer.getParam(MEAN).assign(row(c, "running_mean", 0));
    layer.getParam(VARIANCE).assign(row(c, "running_variance", 1));
    layer.setInput(Arrays4j.matrixOrImages(c, "x"), MEMORY);
    return layer;
  }

  private static INDArray row(BnSubject.Case c, String input, double otherwise) {
    return Arrays4j.vector(c, input, otherwise).reshape(1, c.channels);
  }
}
