import ai.djl.engine.Engine;
import ai.djl.mxnet.engine.MxNDManager;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import ai.djl.util.PairList;
import java.util.List;

/**
 * MXNet 1.9.1: the running variance is updated with 1/inverse_std² - epsilon, which loses a small variance. Exit code 1 where
 * it shows.
 */
public final class MxNetSmallVariance {
  public static void main(String[] args) {
    double exact = 5e-17; // half of the batch's variance, 10⁻¹⁶
    double bound = 16 * Math.ulp(exact);
    MxNDManager manager = (MxNDManager) Engine.getInstance().newBaseManager();
    NDArray x = manager.create(new double[] {-1e-8, 1e-8}, new Shape(2, 1));
    NDArray gamma = manager.create(new double[] {1}, new Shape(1));
    NDArray beta = manager.create(new double[] {0}, new Shape(1));
    NDArray mean = manager.create(new double[] {0}, new Shape(1));
    NDArray variance = manager.create(new double[] {0}, new Shape(1));
    List.of(x, gamma, beta).forEach(variable -> variable.setRequiresGradient(true));
    PairList<String, String> attributes = new PairList<>();
    attributes.add("eps", "0.25");
    attributes.add("momentum", "0.5");
    attributes.add("fix_gamma", "0");
    attributes.add("axis", "1");
    try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
      collector.backward(manager.invoke("BatchNorm", new NDList(x, gamma, beta, mean, variance), attributes).get(0));
    }
    double got = variance.toDoubleArray()[0];
    System.out.printf("running variance %s, exact %s within %s%n", got, exact, bound);
    System.exit(Math.abs(got - exact) > bound ? 1 : 0);
  }
}
