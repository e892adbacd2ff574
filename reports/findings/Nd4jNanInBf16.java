import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;

/** ND4J 1.0.0-M2.1: of a running variance below -epsilon, batchnorm in bf16 makes an infinity, not NaN. Exit code 1 where it shows. */
public final class Nd4jNanInBf16 {
  public static void main(String[] args) {
    INDArray x = Nd4j.valueArrayOf(new long[] {2, 1, 1, 1}, -1.0, DataType.BFLOAT16);
    INDArray one = Nd4j.ones(DataType.BFLOAT16, 1);
    INDArray zero = Nd4j.zeros(DataType.BFLOAT16, 1);
    INDArray y = Nd4j.exec(DynamicCustomOp.builder("batchnorm").addInputs(x, zero, one.neg(), one, zero)
        .addIntegerArguments(1, 1, 1).addFloatingPointArguments(0.5).build())[0];
    System.out.printf("y %s, right is NaN%n", y.getFloat(0));
    System.exit(Float.isNaN(y.getFloat(0)) ? 0 : 1);
  }
}
