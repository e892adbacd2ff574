import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.sysds.api.DMLException;
import org.apache.sysds.api.jmlc.Connection;
import org.apache.sysds.api.jmlc.PreparedScript;
import org.apache.sysds.api.jmlc.ResultVariables;
import org.apache.sysds.runtime.DMLRuntimeException;

/**
 * Apache SystemDS through JMLC: the layer batch_norm1d, a script, or batch_norm2d, which calls a native operator that has a
 * gradient for training only.
 *
 * <p>Momentum is the weight of the old state, and like epsilon a double; the running variance takes the population variance.
 * What the layers cache is the variance (1d) or the inverse standard deviation (2d); absent parameters become ones and zeros.
 */
public final class SystemDs {
  private static final List<String> FORMATS = List.of("f64");
  private static final String READ = String.join("\n", List.of(
      "X = read('X')", "gamma = read('gamma')", "beta = read('beta')", "ema_mean = read('ema_mean')", "ema_var = read('ema_var')",
      "numbers = read('numbers')", "mu = as.scalar(numbers[1,1])", "eps = as.scalar(numbers[1,2])"));
  private static final String[] INPUTS = {"X", "gamma", "beta", "ema_mean", "ema_var", "numbers"};

  private final Connection connection = new Connection();
  private final boolean is1d;
  private final PreparedScript[] forward;
  private final PreparedScript[] backward;

  private SystemDs(boolean is1d) {
    this.is1d = is1d;
    this.forward = new PreparedScript[] {forward("test"), forward("train")};
    this.backward = new PreparedScript[] {is1d ? backward("test") : null, backward("train")};
  }

  /** @param args systemds-1d or systemds-2d */
  public static void main(String[] args) throws Exception {
    boolean is1d = args[0].equals("systemds-1d");
    SystemDs layer = new SystemDs(is1d);
    BnSubject subject = new BnSubject(args[0], "3.3.0")
        .operation("training-forward", FORMATS, c -> layer.forward(c, 1), "y", "mean", is1d ? "variance" : "inverse_std",
            "running_mean", "running_variance")
        .operation("inference-forward", FORMATS, c -> layer.forward(c, 0))
        .operation("training-backward", FORMATS, c -> layer.backward(c, 1))
        .say("conventions", Map.of("variance_convention", List.of("population")))
        .without("upstream-statistics", "mixed-formats")
        .refusing(DMLException.class).refusing(DMLRuntimeException.class);
    if (is1d) {
      subject.operation("inference-backward", FORMATS, c -> layer.backward(c, 0));
    }
    subject.run();
  }

  private PreparedScript forward(String mode) {
    String call = is1d
        ? "[y, mean, var, cache_mean, cache, norm] = bn::forward(X, gamma, beta, '%s', ema_mean, ema_var, mu, eps)"
        : "[y, mean, var, cache_mean, cache] = bn::forward(X, gamma, beta, nrow(gamma), 1, 1, '%s', ema_mean, ema_var, mu, eps)";
    return prepared(call.formatted(mode), INPUTS, "y", "mean", "var", "cache_mean", "cache");
  }

  private PreparedScript backward(String mode) {
    String call = is1d
        ? """
        [out, mean, var, cache_mean, cache, norm] = bn::forward(X, gamma, beta, '%1$s', ema_mean, ema_var, mu, eps)
        [dX, dgamma, dbeta] = bn::backward(dY, out, mean, var, cache_mean, cache, norm, X, gamma, beta, '%1$s', ema_mean, ema_var, mu, eps)"""
        : """
        [out, mean, var, cache_mean, cache] = bn::forward(X, gamma, beta, nrow(gamma), 1, 1, '%1$s', ema_mean, ema_var, mu, eps)
        [dX, dgamma, dbeta] = bn::backward(dY, cache_mean, cache, X, gamma, nrow(gamma), 1, 1, eps)""";
    String[] inputs = Arrays.copyOf(INPUTS, INPUTS.length + 1);
    inputs[INPUTS.length] = "dY";
    return prepared("dY = read('dY')\n" + call.formatted(mode), inputs, "dX", "dgamma", "dbeta");
  }

  private PreparedScript prepared(String calls, String[] inputs, String... outputs) {
    StringBuilder script = new StringBuilder("source('scripts/nn/layers/batch_norm%s.dml') as bn%n".formatted(is1d ? "1d" : "2d"));
    script.append(READ).append('\n').append(calls).append('\n');
    for (String output : outputs) {
      script.append("write(%1$s, '%1$s')%n".formatted(output));
    }
    return connection.prepareScript(script.toString(), inputs, outputs);
  }

  private void forward(BnSubject.Case c, int mode) {
    ResultVariables results = run(c, forward[mode]);
    c.give("y", data(c, results.getMatrix("y")));
    if (mode == 1) {
      c.give("mean", flat(results.getMatrix("cache_mean")));
      c.give(is1d ? "variance" : "inverse_std", flat(results.getMatrix("cache")));
      if (c.has("running_mean")) {
        c.give("running_mean", flat(results.getMatrix("mean")));
        c.give("running_variance", flat(results.getMatrix("var")));
      }
    }
  }

  private void backward(BnSubject.Case c, int mode) {
    backward[mode].setMatrix("dY", matrix(c, c.doubles("dy")));
    ResultVariables results = run(c, backward[mode]);
    c.give("dx", data(c, results.getMatrix("dX")));
    c.give("dgamma", flat(results.getMatrix("dgamma")));
    c.give("dbeta", flat(results.getMatrix("dbeta")));
  }

  private ResultVariables run(BnSubject.Case c, PreparedScript script) {
    double weight = c.number("momentum", 0);
    if (1 - (1 - weight) != weight) {
      throw new BnSubject.Unsupported("the momentum is the weight of the old state, and 1 - " + weight + " is no double");
    }
    script.setMatrix("X", matrix(c, c.doubles("x")));
    script.setMatrix("gamma", vector(c, "gamma", 1));
    script.setMatrix("beta", vector(c, "beta", 0));
    script.setMatrix("ema_mean", vector(c, "running_mean", 0));
    script.setMatrix("ema_var", vector(c, "running_variance", 1));
    script.setMatrix("numbers", new double[][] {{1 - weight, c.number("epsilon")}});
    return script.executeScript();
  }

  /** Row (o, i) and column k in 1d; row o and column (k, i) in 2d. */
  private double[][] matrix(BnSubject.Case c, double[] data) {
    double[][] matrix = is1d ? new double[c.outer * c.inner][c.channels] : new double[c.outer][c.channels * c.inner];
    for (int at = 0; at < data.length; at++) {
      matrix[row(c, at)][column(c, at)] = data[at];
    }
    return matrix;
  }

  private double[] data(BnSubject.Case c, double[][] matrix) {
    double[] data = new double[c.outer * c.channels * c.inner];
    Arrays.setAll(data, at -> matrix[row(c, at)][column(c, at)]);
    return data;
  }

  private int row(BnSubject.Case c, int at) {
    int o = at / (c.channels * c.inner);
    return is1d ? o * c.inner + at % c.inner : o;
  }

  private int column(BnSubject.Case c, int at) {
    return is1d ? c.channelOf(at) : at % (c.channels * c.inner);
  }

  /** A row in 1d, a column in 2d. */
  private double[][] vector(BnSubject.Case c, String input, double otherwise) {
    double[][] vector = is1d ? new double[1][c.channels] : new double[c.channels][1];
    for (int k = 0; k < c.channels; k++) {
      vector[is1d ? 0 : k][is1d ? k : 0] = c.value(input, k, otherwise);
    }
    return vector;
  }

  private static double[] flat(double[][] matrix) {
    return Arrays.stream(matrix).flatMapToDouble(Arrays::stream).toArray();
  }
}
