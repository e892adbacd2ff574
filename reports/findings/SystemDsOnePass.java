import org.apache.sysds.api.jmlc.Connection;
import org.apache.sysds.api.jmlc.PreparedScript;

/** SystemDS 3.3.0: batch_norm2d takes E[x²] - mean² for the variance. Exit code 1 where it shows. Needs JDK 17. */
public final class SystemDsOnePass {
  public static void main(String[] args) throws Exception {
    double exact = 1 / Math.sqrt(1 + 0.0009765625); // of 10⁹ ± 1: mean 10⁹, variance 1
    double bound = 16 * Math.ulp(exact);
    PreparedScript script = new Connection().prepareScript(String.join("\n",
        "X = read('X')",
        "one = matrix(1, 1, 1)",
        "[y, mean, variance, m, r] = batch_norm2d(X, one, 0 * one, 0 * one, one, 'train', 0.0009765625, 0.5)",
        "write(y, 'y')"), new String[] {"X"}, new String[] {"y"});
    script.setMatrix("X", new double[][] {{1e9 - 1, 1e9 + 1}, {1e9 - 1, 1e9 + 1}});
    double y = script.executeScript().getMatrix("y")[0][1];
    System.out.printf("y %s, exact %s within %s%n", y, exact, bound);
    System.exit(Math.abs(y - exact) <= bound ? 0 : 1);
  }
}
