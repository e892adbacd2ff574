import org.apache.sysds.api.jmlc.Connection;
import org.apache.sysds.api.jmlc.PreparedScript;

/** SystemDS 3.3.0: batch_norm2d updates the running variance with the mean. Exit code 1 where it shows. Needs JDK 17. */
public final class SystemDsRunningVariance {
  public static void main(String[] args) throws Exception {
    double exact = 3; // half of 1 and half of 5, the variance of 1, 3, 5, 7; their mean is 4
    double bound = 16 * Math.ulp(exact);
    PreparedScript script = new Connection().prepareScript(String.join("\n",
        "X = read('X')",
        "one = matrix(1, 1, 1)",
        "[y, mean, variance, m, r] = batch_norm2d(X, one, 0 * one, 0 * one, one, 'train', 0.0009765625, 0.5)",
        "write(variance, 'variance')"), new String[] {"X"}, new String[] {"variance"});
    script.setMatrix("X", new double[][] {{1, 3}, {5, 7}});
    double variance = script.executeScript().getMatrix("variance")[0][0];
    System.out.printf("running variance %s, exact %s within %s%n", variance, exact, bound);
    System.exit(Math.abs(variance - exact) > bound ? 1 : 0);
  }
}
