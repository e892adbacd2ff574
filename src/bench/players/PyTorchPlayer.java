import java.nio.DoubleBuffer;
import org.bnoracle.bench.compare.Contender;
import org.bnoracle.bench.compare.Player;
import org.bnoracle.bench.compare.Workload;
import org.bytedeco.javacpp.BoolPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.T_TensorTensorTensor_T;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/**
 * PyTorch's native_batch_norm into tensors that are there or into new ones, and native_batch_norm_backward, which makes new ones,
 * with the statistics of the forward.
 * Channels last in memory are a permuted view, which PyTorch has kernels for.
 */
public final class PyTorchPlayer {
  private PyTorchPlayer() {}

  public static void main(String[] args) throws Exception {
    torch.set_num_threads(Integer.parseInt(args[args.length - 1]));
    Player.play((work, threads) -> new PyTorchRun(work, args[0].equals("allocating")), args);
  }

  private static final class PyTorchRun implements Contender.Run {
    private final Workload work;
    private final Tensor x;
    private final Tensor dy;
    private final Tensor gamma;
    private final Tensor beta;
    private final Tensor result;
    private final Tensor mean;
    private final Tensor inverseStd;
    private final BoolPointer all = new BoolPointer(3).put(0, true).put(1, true).put(2, true);
    private final boolean allocates;
    /** What the latest call has made. */
    private Tensor made;

    PyTorchRun(Workload work, boolean allocates) {
      this.work = work;
      this.allocates = allocates;
      this.x = data(work.x());
      this.dy = work.isForward() ? null : data(work.dy());
      this.gamma = Tensor.create(work.gamma());
      this.beta = Tensor.create(work.beta());
      this.result = torch.empty_like(x);
      this.mean = torch.empty_like(gamma);
      this.inverseStd = torch.empty_like(gamma);
      forward();
    }

    private Tensor data(double[] values) {
      Tensor tensor = Tensor.create(values, work.inMemory());
      return work.layout() == Workload.Layout.NHWC ? tensor.movedim(work.channelAxis(), 1) : tensor;
    }

    private void forward() {
      try (PointerScope scope = new PointerScope()) {
        TensorOptional none = new TensorOptional();
        torch.native_batch_norm_out(result, mean, inverseStd, x, new TensorOptional(gamma), new TensorOptional(beta), none, none,
            true, 0.1, Workload.EPSILON);
      }
    }

    @Override
    public void run() {
      if (work.isForward() && !allocates) {
        forward();
        return;
      }
      if (made != null) {
        made.close();
      }
      try (PointerScope scope = new PointerScope()) {
        TensorOptional none = new TensorOptional();
        T_TensorTensorTensor_T tensors = work.isForward()
            ? torch.native_batch_norm(
                x, new TensorOptional(gamma), new TensorOptional(beta), none, none, true, 0.1, Workload.EPSILON)
            : torch.native_batch_norm_backward(dy, x, new TensorOptional(gamma), none, none, new TensorOptional(mean),
                new TensorOptional(inverseStd), true, Workload.EPSILON, all);
        made = new Tensor(tensors.get0()); // the tuple owns what get0 gives
        made.retainReference(); // beyond the scope
      }
    }

    @Override
    public void close() {
      for (Tensor tensor : new Tensor[] {x, dy, gamma, beta, result, mean, inverseStd, made}) {
        if (tensor != null) {
          tensor.close();
        }
      }
    }

    @Override
    public double[] result() {
      Tensor found = made == null ? result : made;
      Tensor inMemory = work.layout() == Workload.Layout.NHWC ? found.movedim(1, work.channelAxis()) : found;
      double[] values = new double[work.size()];
      inMemory.contiguous().<DoubleBuffer>createBuffer().get(values);
      return values;
    }
  }
}
