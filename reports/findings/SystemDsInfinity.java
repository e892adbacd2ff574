import org.apache.sysds.api.jmlc.Connection;
import org.apache.sysds.api.jmlc.PreparedScript;

/**
 * SystemDS 3.3.0: colMeans and colVars, from which batch_norm1d takes its statistics, turn the sign of an infinity and make no
 * NaN of it. Exit code 1 where it shows. Needs JDK 17.
 */
public final class SystemDsInfinity {
  public static void main(String[] args) throws Exception {
    PreparedScript script = new Connection().prepareScript(String.join("\n",
        "X = read('X')",
        "mean = colMeans(X)",
        "variance = colVars(X)",
        "write(mean, 'mean')",
        "write(variance, 'variance')"), new String[] {"X"}, new String[] {"mean", "variance"});
    script.setMatrix("X", new double[][] {{0.5}, {-1}, {Double.POSITIVE_INFINITY}, {1}, {1.5}, {3}});
    var results = script.executeScript();
    double mean = results.getMatrix("mean")[0][0];
    double variance = results.getMatrix("variance")[0][0];
    System.out.printf("mean %s, right is Infinity or NaN; variance %s, right is NaN%n", mean, variance);
    System.exit(mean == Double.NEGATIVE_INFINITY || !Double.isNaN(variance) ? 1 : 0);
  }
}
