import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;

/** ND4J 1.0.0-M2.1: fused_batch_norm takes no epsilon below 1.001e-5, and does not say so. Exit code 1 where it shows. */
public final class Nd4jLeastEpsilon {
  public static void main(String[] args) {
    double exact = 1 / Math.sqrt(2); // x = 2⁻¹⁰ of variance 2⁻²⁰, epsilon 2⁻²⁰
    double bound = 1e-6; // sixteen units of f32, in which it computes
    INDArray x = Nd4j.valueArrayOf(new long[] {1, 1, 1, 1}, 0x1p-10, DataType.FLOAT);
    INDArray one = Nd4j.ones(DataType.FLOAT, 1);
    INDArray zero = Nd4j.zeros(DataType.FLOAT, 1);
    INDArray variance = Nd4j.valueArrayOf(new long[] {1}, 0x1p-20, DataType.FLOAT);
    INDArray y = Nd4j.exec(DynamicCustomOp.builder("fused_batch_norm").addInputs(x, one, zero, zero, variance)
        .addIntegerArguments(1, 0).addFloatingPointArguments(0x1p-20).build())[0];
    System.out.printf("y %s, exact %s within %s%n", y.getFloat(0), exact, bound);
    System.exit(Math.abs(y.getFloat(0) - exact) > bound ? 1 : 0);
  }
}
