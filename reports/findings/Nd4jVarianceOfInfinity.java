import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * ND4J 1.0.0-M2.1: the variance of data with an infinity is an infinity, not NaN, and so DL4J's running variance. Exit code 1
 * where it shows.
 */
public final class Nd4jVarianceOfInfinity {
  public static void main(String[] args) {
    INDArray x = Nd4j.createFromArray(1.0, Double.POSITIVE_INFINITY, 2.0).reshape(3, 1);
    double variance = x.var(false, 0).getDouble(0);
    System.out.printf("variance %s, right is NaN: the mean is infinite, and ∞ - ∞ has no value%n", variance);
    System.exit(Double.isNaN(variance) ? 0 : 1);
  }
}
