import deepboof.impl.backward.standard.DSpatialBatchNorm_F64;
import deepboof.tensors.Tensor_F64;
import java.util.List;

/** DeepBoof 0.5.2: in training the sample variance normalizes. Exit code 1 where it shows. */
public final class DeepBoofSampleVariance {
  public static void main(String[] args) {
    double exact = 1 / Math.sqrt(1 + 0.5625); // x = 0, 2: mean 1, variance 1
    double bound = 16 * Math.ulp(exact);
    DSpatialBatchNorm_F64 layer = new DSpatialBatchNorm_F64(false);
    layer.setEPS(0.5625);
    layer.initialize(1, 1, 1);
    layer.learning();
    Tensor_F64 y = new Tensor_F64(2, 1, 1, 1);
    Tensor_F64 x = new Tensor_F64(2, 1, 1, 1);
    x.d[1] = 2;
    layer.setParameters(List.of());
    layer.forward(x, y);
    System.out.printf("y %s, exact %s within %s%n", y.d[1], exact, bound);
    System.exit(Math.abs(y.d[1] - exact) > bound ? 1 : 0);
  }
}
