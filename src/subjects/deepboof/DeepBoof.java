import deepboof.backward.DSpatialBatchNorm;
import deepboof.forward.SpatialBatchNorm;
import deepboof.impl.backward.standard.DSpatialBatchNorm_F64;
import deepboof.impl.forward.standard.SpatialBatchNorm_F32;
import deepboof.impl.forward.standard.SpatialBatchNorm_F64;
import deepboof.tensors.Tensor_F32;
import deepboof.tensors.Tensor_F64;
import java.util.List;
import java.util.Map;

/**
 * DeepBoof's spatial batch normalization: inference in f64 and f32, training and its gradient in f64.
 *
 * <p>Data of any shape become [outer, channels, inner, 1]. Epsilon is a double. There is no running state, and the variance
 * that it reports is the sample variance, which is no output of the protocol.
 */
public final class DeepBoof {
  private DeepBoof() {}

  public static void main(String[] args) throws Exception {
    new BnSubject("deepboof", "0.5.2")
        .operation("inference-forward", List.of("f64", "f32"), DeepBoof::inference)
        .operation("training-forward", List.of("f64"), DeepBoof::training, "y", "mean")
        .operation("training-backward", List.of("f64"), DeepBoof::backward)
        .say("conventions", Map.of("epsilon_format", List.of("f64")))
        .without("upstream-statistics", "mixed-formats")
        .refusing(IllegalArgumentException.class)
        .run();
  }

  private static void inference(BnSubject.Case c) {
    if (c.format.equals("f64")) {
      SpatialBatchNorm<Tensor_F64> layer = new SpatialBatchNorm_F64(true);
      layer.setEPS(c.number("epsilon"));
      layer.initialize(c.channels, c.inner, 1);
      layer.setParameters(List.of(statisticsAndParameters(c)));
      Tensor_F64 y = like(c);
      layer.forward(data(c, "x"), y);
      c.give("y", y.d);
    } else {
      SpatialBatchNorm<Tensor_F32> layer = new SpatialBatchNorm_F32(true);
      layer.setEPS(c.number("epsilon"));
      layer.initialize(c.channels, c.inner, 1);
      layer.setParameters(List.of(narrow(statisticsAndParameters(c))));
      Tensor_F32 y = narrow(like(c));
      layer.forward(narrow(data(c, "x")), y);
      c.give("y", y.d);
    }
  }

  private static void training(BnSubject.Case c) {
    DSpatialBatchNorm<Tensor_F64> layer = learning(c);
    Tensor_F64 y = like(c);
    layer.forward(data(c, "x"), y);
    c.give("y", y.d);
    c.give("mean", layer.getMean(null).d);
  }

  private static void backward(BnSubject.Case c) {
    DSpatialBatchNorm<Tensor_F64> layer = learning(c);
    Tensor_F64 x = data(c, "x");
    layer.forward(x, like(c));
    Tensor_F64 dx = like(c);
    Tensor_F64 parameters = new Tensor_F64(c.channels, 2);
    layer.backwards(x, data(c, "dy"), dx, List.of(parameters));
    c.give("dx", dx.d);
    c.give("dgamma", column(c, parameters, 0));
    c.give("dbeta", column(c, parameters, 1));
  }

  private static DSpatialBatchNorm<Tensor_F64> learning(BnSubject.Case c) {
    DSpatialBatchNorm<Tensor_F64> layer = new DSpatialBatchNorm_F64(true);
    layer.setEPS(c.number("epsilon"));
    layer.initialize(c.channels, c.inner, 1);
    layer.learning();
    Tensor_F64 parameters = new Tensor_F64(c.channels, 2);
    for (int k = 0; k < c.channels; k++) {
      parameters.d[2 * k] = c.value("gamma", k, 1);
      parameters.d[2 * k + 1] = c.value("beta", k, 0);
    }
    layer.setParameters(List.of(parameters));
    return layer;
  }

  private static Tensor_F64 statisticsAndParameters(BnSubject.Case c) {
    Tensor_F64 parameters = new Tensor_F64(c.channels, 4);
    for (int k = 0; k < c.channels; k++) {
      parameters.d[4 * k] = c.value("running_mean", k, 0);
      parameters.d[4 * k + 1] = c.value("running_variance", k, 1);
      parameters.d[4 * k + 2] = c.value("gamma", k, 1);
      parameters.d[4 * k + 3] = c.value("beta", k, 0);
    }
    return parameters;
  }

  private static double[] column(BnSubject.Case c, Tensor_F64 parameters, int column) {
    double[] values = new double[c.channels];
    for (int k = 0; k < c.channels; k++) {
      values[k] = parameters.d[2 * k + column];
    }
    return values;
  }

  private static Tensor_F64 like(BnSubject.Case c) {
    return new Tensor_F64(c.outer, c.channels, c.inner, 1);
  }

  private static Tensor_F64 data(BnSubject.Case c, String input) {
    Tensor_F64 data = like(c);
    data.d = c.doubles(input);
    return data;
  }

  private static Tensor_F32 narrow(Tensor_F64 wide) {
    Tensor_F32 narrow = new Tensor_F32(wide.getShape());
    for (int i = 0; i < wide.d.length; i++) {
      narrow.d[i] = (float) wide.d[i];
    }
    return narrow;
  }
}
