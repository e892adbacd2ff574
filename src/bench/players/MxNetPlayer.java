import ai.djl.engine.Engine;
import ai.djl.mxnet.engine.MxNDArray;
import ai.djl.mxnet.engine.MxNDManager;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import ai.djl.util.PairList;
import java.util.Arrays;
import java.util.List;
import org.bnoracle.bench.compare.Contender;
import org.bnoracle.bench.compare.Player;
import org.bnoracle.bench.compare.Workload;

/** MXNet's BatchNorm into an array that is there; the gradient by autograd, the time of which includes the forward. */
public final class MxNetPlayer {
  private MxNetPlayer() {}

  public static void main(String[] args) throws Exception {
    Player.play((work, threads) -> new MxNetRun(work), args);
  }

  private static final class MxNetRun implements Contender.Run {
    private final Workload work;
    private final MxNDManager manager = (MxNDManager) Engine.getInstance().newBaseManager();
    private final NDArray x;
    private final NDArray dy;
    private final NDArray y;
    private final NDList inputs;
    private final PairList<String, String> attributes = new PairList<>();

    MxNetRun(Workload work) {
      this.work = work;
      this.x = manager.create(work.x(), new Shape(work.inMemory()));
      this.dy = work.isForward() ? null : manager.create(work.dy(), new Shape(work.inMemory()));
      this.y = x.zerosLike();
      double[] ones = new double[work.channels()];
      Arrays.fill(ones, 1);
      NDArray gamma = manager.create(work.gamma());
      NDArray beta = manager.create(work.beta());
      this.inputs = new NDList(x, gamma, beta, manager.create(new double[work.channels()]), manager.create(ones));
      for (NDArray variable : work.isForward() ? List.<NDArray>of() : List.of(x, gamma, beta)) {
        variable.setRequiresGradient(true);
      }
      attributes.add("eps", Double.toString(Workload.EPSILON));
      attributes.add("fix_gamma", "0");
      attributes.add("use_global_stats", "0");
      attributes.add("axis", Integer.toString(work.channelAxis()));
    }

    @Override
    public void run() {
      try (GradientCollector collector = Engine.getInstance().newGradientCollector()) { // makes it train
        if (work.isForward()) {
          manager.invoke("BatchNorm", inputs.toArray(NDArray[]::new), new NDArray[] {y}, attributes);
          ((MxNDArray) y).waitToRead();
        } else {
          try (NDList found = manager.invoke("BatchNorm", inputs, attributes)) {
            collector.backward(found.get(0).mul(dy)); // the gradient of the product for y is dy
            ((MxNDArray) x.getGradient()).waitToRead();
          }
        }
      }
    }

    @Override
    public void close() {
      manager.close();
    }

    @Override
    public double[] result() {
      return (work.isForward() ? y : x.getGradient()).toDoubleArray();
    }
  }
}
