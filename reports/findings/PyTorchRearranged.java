import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/** PyTorch 2.10.0: inference as s x + (beta - mean s) cancels where the mean is large. Exit code 1 where it shows. */
public final class PyTorchRearranged {
  public static void main(String[] args) {
    double exact = 0.0980580672621727;
    double bound = 5.05e-8;
    Tensor x = torch.full(new long[] {1, 1}, new Scalar(1e4 + 0x1p-10));
    TensorOptional mean = new TensorOptional(torch.full(new long[] {1}, new Scalar(1e4)));
    TensorOptional variance = new TensorOptional(torch.full(new long[] {1}, new Scalar(9.1552734375e-5)));
    TensorOptional none = new TensorOptional();
    float y = torch.batch_norm(x, none, none, mean, variance, false, 0, 0x1p-17, false).item_float();
    System.out.printf("y %s, exact %s within %s%n", y, exact, bound);
    System.exit(Math.abs(y - exact) > bound ? 1 : 0);
  }
}
