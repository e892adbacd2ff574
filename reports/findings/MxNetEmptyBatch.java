import ai.djl.engine.Engine;
import ai.djl.mxnet.engine.MxNDManager;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import ai.djl.util.PairList;
import java.util.List;

/** MXNet 1.9.1: training on an empty batch makes the running statistics NaN. Exit code 1 where it shows. */
public final class MxNetEmptyBatch {
  public static void main(String[] args) {
    MxNDManager manager = (MxNDManager) Engine.getInstance().newBaseManager();
    NDArray x = manager.create(new double[0], new Shape(0, 1));
    NDArray gamma = manager.create(new double[] {1}, new Shape(1));
    NDArray beta = manager.create(new double[] {0}, new Shape(1));
    NDArray mean = manager.create(new double[] {10}, new Shape(1));
    NDArray variance = manager.create(new double[] {4}, new Shape(1));
    List.of(x, gamma, beta).forEach(variable -> variable.setRequiresGradient(true));
    PairList<String, String> attributes = new PairList<>();
    attributes.add("eps", "0.25");
    attributes.add("momentum", "0.5");
    attributes.add("fix_gamma", "0");
    attributes.add("axis", "1");
    try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
      collector.backward(manager.invoke("BatchNorm", new NDList(x, gamma, beta, mean, variance), attributes).get(0));
    }
    double gotMean = mean.toDoubleArray()[0];
    double gotVariance = variance.toDoubleArray()[0];
    System.out.printf("running mean %s, right is 10; running variance %s, right is 4: an empty batch says nothing%n",
        gotMean, gotVariance);
    System.exit(gotMean != 10 || gotVariance != 4 ? 1 : 0);
  }
}
