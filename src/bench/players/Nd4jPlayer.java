import java.util.stream.IntStream;
import org.bnoracle.bench.compare.Contender;
import org.bnoracle.bench.compare.Player;
import org.bnoracle.bench.compare.Workload;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;

/** ND4J's reductions and its operators batchnorm and batchnorm_bp, into arrays that are there. */
public final class Nd4jPlayer {
  private Nd4jPlayer() {}

  public static void main(String[] args) throws Exception {
    Player.play((work, threads) -> new Nd4jRun(work), args);
  }

  private static final class Nd4jRun implements Contender.Run {
    private final Workload work;
    private final INDArray x;
    private final INDArray dy;
    private final INDArray gamma;
    private final INDArray beta;
    private final INDArray[] results;
    private final int[] others;

    Nd4jRun(Workload work) {
      this.work = work;
      this.x = data(work.x());
      this.dy = work.isForward() ? null : data(work.dy());
      this.gamma = Nd4j.createFromArray(work.gamma());
      this.beta = Nd4j.createFromArray(work.beta());
      this.others = IntStream.range(0, work.dimensions().length).filter(k -> k != work.channelAxis()).toArray();
      INDArray like = Nd4j.createUninitialized(DataType.DOUBLE, work.inMemory());
      this.results = work.isForward()
          ? new INDArray[] {like}
          : new INDArray[] {like, vector(), vector(), vector(), vector()};
    }

    private INDArray data(double[] values) {
      return Nd4j.createFromArray(values).reshape('c', work.inMemory());
    }

    private INDArray vector() {
      return Nd4j.createUninitialized(DataType.DOUBLE, work.channels());
    }

    @Override
    public void run() {
      INDArray mean = x.mean(others);
      INDArray variance = x.var(false, others);
      INDArray[] inputs = work.isForward()
          ? new INDArray[] {x, mean, variance, gamma, beta}
          : new INDArray[] {x, mean, variance, gamma, beta, dy};
      Nd4j.exec(DynamicCustomOp.builder(work.isForward() ? "batchnorm" : "batchnorm_bp")
          .addInputs(inputs).addOutputs(results)
          .addIntegerArguments(1, 1, work.channelAxis())
          .addFloatingPointArguments(Workload.EPSILON).build());
    }

    @Override
    public double[] result() {
      return results[0].dup('c').data().asDouble();
    }
  }
}
