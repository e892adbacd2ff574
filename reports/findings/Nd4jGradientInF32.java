import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;

/** ND4J 1.0.0-M2.1: batchnorm_bp rounds 1/m to f32, so that dx of f64 data has f32's accuracy. Exit code 1 where it shows. */
public final class Nd4jGradientInF32 {
  public static void main(String[] args) {
    double r = 1 / Math.sqrt(2 / 3.0 + 0.5); // x = -1, 0, 1: mean 0, variance 2/3
    double exact = r * (1 - 1 / 3.0) - r * r * r / 3; // dx of x[0] for dy = 1, 0, 0
    double bound = 16 * Math.ulp(r);
    INDArray x = Nd4j.createFromArray(-1.0, 0.0, 1.0).reshape(3, 1, 1, 1);
    INDArray dy = Nd4j.createFromArray(1.0, 0.0, 0.0).reshape(3, 1, 1, 1);
    INDArray one = Nd4j.ones(DataType.DOUBLE, 1);
    INDArray zero = Nd4j.zeros(DataType.DOUBLE, 1);
    INDArray variance = Nd4j.createFromArray(2 / 3.0);
    INDArray dx = Nd4j.exec(DynamicCustomOp.builder("batchnorm_bp").addInputs(x, zero, variance, one, zero, dy)
        .addIntegerArguments(1, 1, 1).addFloatingPointArguments(0.5).build())[0];
    System.out.printf("dx %s, exact %s within %s%n", dx.getDouble(0), exact, bound);
    System.exit(Math.abs(dx.getDouble(0) - exact) > bound ? 1 : 0);
  }
}
