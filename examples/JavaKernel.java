/*
A Java kernel, f32 in and out, computing in double: inference and training forward.

    javac -d target/java-kernel src/subjects/java/BnSubject.java examples/JavaKernel.java
    ./bn-oracle conform -- java -cp target/java-kernel JavaKernel
*/
import java.util.Arrays;
import java.util.List;
import java.util.Map;

public class JavaKernel {
  public static void main(String[] args) throws Exception {
    new BnSubject("java-kernel", "1.0")
        .operation("inference-forward", List.of("f32"), JavaKernel::inference)
        .operation("training-forward", List.of("f32"), JavaKernel::training, "y", "mean", "variance")
        .say("compute_format", Map.of("f32", "f64"))
        .say("algorithm_class", "two-pass")
        .run();
  }

  static void inference(BnSubject.Case c) {
    c.give("y", normalized(c, c.doubles("running_mean"), c.doubles("running_variance")));
  }

  static void training(BnSubject.Case c) {
    double[] x = c.doubles("x");
    double[] mean = new double[c.channels];
    double[] variance = new double[c.channels];
    for (int i = 0; i < x.length; i++) {
      mean[c.channelOf(i)] += x[i];
    }
    Arrays.setAll(mean, k -> mean[k] / c.perChannel());
    for (int i = 0; i < x.length; i++) {
      double deviation = x[i] - mean[c.channelOf(i)];
      variance[c.channelOf(i)] += deviation * deviation;
    }
    Arrays.setAll(variance, k -> variance[k] / c.perChannel());
    c.give("y", normalized(c, mean, variance));
    c.give("mean", mean);
    c.give("variance", variance);
  }

  private static double[] normalized(BnSubject.Case c, double[] mean, double[] variance) {
    double[] y = c.doubles("x");
    for (int i = 0; i < y.length; i++) {
      int k = c.channelOf(i);
      double r = 1 / Math.sqrt(variance[k] + c.number("epsilon"));
      y[i] = (y[i] - mean[k]) * r * c.value("gamma", k, 1) + c.value("beta", k, 0);
    }
    return y;
  }
}
