import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;

/** ND4J 1.0.0-M2.1: fused_batch_norm computes f64 data in f32. Exit code 1 where it shows. */
public final class Nd4jFusedInF32 {
  public static void main(String[] args) {
    double exact = 1 + 0x1p-30; // the mean of two values of 1 + 2⁻³⁰, which f64 holds
    INDArray x = Nd4j.valueArrayOf(new long[] {2, 1, 1, 1}, exact, DataType.DOUBLE);
    INDArray one = Nd4j.ones(DataType.DOUBLE, 1);
    INDArray zero = Nd4j.zeros(DataType.DOUBLE, 1);
    INDArray[] results = Nd4j.exec(DynamicCustomOp.builder("fused_batch_norm").addInputs(x, one, zero)
        .addIntegerArguments(1, 1).addFloatingPointArguments(0.5).build());
    double mean = results[1].getDouble(0);
    System.out.printf("mean %s, exact %s%n", mean, exact);
    System.exit(mean != exact ? 1 : 0);
  }
}
