import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The golden vectors as tests of a kernel, with JUnit 5 and Jackson. Put your kernel in place of inferenceForward; the
 * property bn.vectors names the vectors' folder. (With bn-oracle itself at hand, its package junit does more.)
 */
class KernelTest {
  private static final Path VECTORS = Path.of(System.getProperty("bn.vectors", "golden-vectors"));
  /** A case with any other attribute means something that this kernel does not do. */
  private static final Set<String> ATTRIBUTES = Set.of("channel_axis", "epsilon", "epsilon_format", "statistics_format");

  /** x is normalized along the axis with so many elements behind it. */
  static float[] inferenceForward(double[] x, int inner, double[] mean, double[] variance, double[] gamma, double[] beta, double epsilon) {
    float[] y = new float[x.length];
    for (int i = 0; i < x.length; i++) {
      int c = i / inner % mean.length;
      y[i] = (float) (gamma[c] * ((x[i] - mean[c]) / Math.sqrt(variance[c] + epsilon)) + beta[c]);
    }
    return y;
  }

  @TestFactory
  Stream<DynamicTest> vectors() throws IOException {
    return GoldenVectors.all(VECTORS).stream().map(vector -> DynamicTest.dynamicTest(vector.id(), () -> test(vector)));
  }

  private static void test(GoldenVectors.Vector vector) {
    assumeTrue(vector.operation().equals("inference-forward"), () -> "operation " + vector.operation());
    vector.json().path("attributes").fieldNames()
        .forEachRemaining(name -> assumeTrue(ATTRIBUTES.contains(name), () -> "attribute " + name));
    String format = vector.json().at("/inputs/x/format").asText();
    assumeTrue(format.equals("f32"), () -> "format " + format);
    int[] shape = vector.shape("x");
    int axis = vector.json().at("/attributes/channel_axis").asInt();
    int channels = shape[axis];
    float[] y = inferenceForward(
        vector.input("x", 0, 0), IntStream.range(axis + 1, shape.length).map(d -> shape[d]).reduce(1, (a, b) -> a * b),
        vector.input("running_mean", channels, 0), vector.input("running_variance", channels, 0),
        vector.input("gamma", channels, 1), vector.input("beta", channels, 0), vector.json().at("/attributes/epsilon").asDouble());
    double[] wide = IntStream.range(0, y.length).mapToDouble(i -> y[i]).toArray();
    assertEquals(List.of(), GoldenVectors.differences(vector, Map.of("y", wide)));
  }
}
