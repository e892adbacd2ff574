import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * PyTorch 2.10.0: of bf16 data with f32 parameters the gradient of beta is an f32, but in inference, on transposed data, it is
 * rounded to bf16. Exit code 1 where it shows.
 */
public final class PyTorchStridedBf16 {
  public static void main(String[] args) {
    double exact = 257; // twice 128 and twice 1/2; bf16 holds even numbers there
    Tensor dy = torch.full(new long[] {2, 2, 2, 1}, new Scalar(0.5)).to(ScalarType.BFloat16);
    dy.select(0, 0).fill_(new Scalar(128.0));
    double contiguous = dbeta(dy);
    double transposed = dbeta(dy.transpose(0, 1).contiguous().transpose(0, 1));
    System.out.printf("dbeta %s of contiguous data, %s of transposed data, exact %s%n", contiguous, transposed, exact);
    System.exit(transposed != exact ? 1 : 0);
  }

  private static double dbeta(Tensor dy) {
    Tensor beta = torch.zeros(2).requires_grad_();
    TensorOptional one = new TensorOptional(torch.ones(2));
    TensorOptional zero = new TensorOptional(torch.zeros(2));
    Tensor y = torch.batch_norm(torch.ones_like(dy), one, new TensorOptional(beta), zero, one, false, 0, 0.5, false);
    y.mul(dy).sum().backward();
    return beta.grad().select(0, 0).item_float();
  }
}
