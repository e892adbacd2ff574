import org.apache.sysds.api.jmlc.Connection;
import org.apache.sysds.api.jmlc.PreparedScript;

/** SystemDS 3.3.0: batch_norm2d on an empty batch makes the running statistics NaN. Exit code 1 where it shows. Needs JDK 17. */
public final class SystemDsEmptyBatch {
  public static void main(String[] args) throws Exception {
    PreparedScript script = new Connection().prepareScript(String.join("\n",
        "X = read('X')",
        "one = matrix(1, 1, 1)",
        "[y, mean, variance, m, r] = batch_norm2d(X, one, 0 * one, 10 * one, 4 * one, 'train', 0.0009765625, 0.5)",
        "write(mean, 'mean')",
        "write(variance, 'variance')"), new String[] {"X"}, new String[] {"mean", "variance"});
    script.setMatrix("X", new double[0][2]);
    var results = script.executeScript();
    double mean = results.getMatrix("mean")[0][0];
    double variance = results.getMatrix("variance")[0][0];
    System.out.printf("running mean %s, right is 10; running variance %s, right is 4: an empty batch says nothing%n", mean, variance);
    System.exit(mean != 10 || variance != 4 ? 1 : 0);
  }
}
