package org.bnoracle.batchnorm;

import org.bnoracle.blocked.BatchStatistics;
import org.bnoracle.blocked.Elements;
import org.bnoracle.blocked.Engine;
import org.bnoracle.blocked.GradientResults;
import org.bnoracle.blocked.InferenceBackward;
import org.bnoracle.blocked.InferenceForward;
import org.bnoracle.blocked.Parameters;
import org.bnoracle.blocked.RunningUpdate;
import org.bnoracle.blocked.TrainingBackward;
import org.bnoracle.blocked.TrainingForward;
import org.bnoracle.blocked.Upstream;
import org.bnoracle.tensor.ChannelView;
import org.bnoracle.tensor.Shape;

/**
 * Batch normalization of tensors in arrays, in row-major order, as {@code double[]} or as {@code float[]}. Every result is the
 * exact one rounded once, to nearest, ties to even, and hence has the same bits on every machine and for any number of threads;
 * in {@link BatchNormBuilder#plain() plain} mode elements have ordinary rounding errors instead. Special values are those of
 * the oracle.
 *
 * <p>Parameters and statistics are {@code double[]}, one value a channel; gamma may be null for 1 and beta for 0. Beside
 * {@code float[]} data such results are rounded to floats, unless the builder says otherwise. Results may not share arrays with
 * inputs. Immutable, and safe for use by several threads, if they do not share {@link RunningStatistics}.
 *
 * <p>All methods throw IllegalArgumentException, with the requirement and what was found, where sizes do not fit.
 */
public final class BatchNorm {
  private final Settings settings;
  private final Engine engine;

  BatchNorm(Settings settings, Engine engine) {
    this.settings = settings;
    this.engine = engine;
  }

  /** Channel axis 1, epsilon 1e-5, momentum 0.1, sample variance in the running variance, one thread. */
  public static BatchNormBuilder builder() {
    return new BatchNormBuilder();
  }

  /** The kernels that this JVM runs, in words. */
  public static String kernels() {
    return Engine.kernelsInUse();
  }

  /** How many results only exact evaluation could decide, since this object was made. */
  public long exactlyEvaluated() {
    return engine.tally().exact();
  }

  /**
   * Training forward, BN-1 to BN-8.
   *
   * @param running takes the batch in; null if there is none
   */
  public Normalized<double[]> trainingForward(
      Shape shape, double[] x, double[] gamma, double[] beta, RunningStatistics running) {
    double[] y = new double[x.length];
    BatchStatistics found = new BatchStatistics(channels(shape));
    trainingForward(shape, Elements.of(x), gamma, beta, running, Elements.of(y), found);
    return new Normalized<>(y, found.mean(), found.variance(), found.inverseStd());
  }

  /** The same for floats. */
  public Normalized<float[]> trainingForward(
      Shape shape, float[] x, double[] gamma, double[] beta, RunningStatistics running) {
    float[] y = new float[x.length];
    BatchStatistics found = new BatchStatistics(channels(shape));
    trainingForward(shape, Elements.of(x), gamma, beta, running, Elements.of(y), found);
    return new Normalized<>(y, found.mean(), found.variance(), found.inverseStd());
  }

  /** The same into arrays of the caller's: of y, and of the statistics. Without elements the statistics are NaN. */
  public void trainingForward(
      Shape shape, Elements x, double[] gamma, double[] beta, RunningStatistics running, Elements y, BatchStatistics found) {
    Sizes sizes = sizes(shape).data("x", x).result("y", y, x).parameters(gamma, beta).running(running);
    sizes.channels("mean", found.mean()).channels("variance", found.variance()).channels("inverse_std", found.inverseStd());
    ChannelView view = sizes.view();
    if (sizes.isEmpty(Double.NaN, found.mean(), found.variance(), found.inverseStd())) {
      return;
    }
    RunningUpdate update = running == null ? null : settings.update(running, view.count());
    Parameters parameters = settings.forward(gamma, beta, x);
    new TrainingForward(engine, view, parameters, channel -> new ExactForward(view, channel, parameters, x, update))
        .run(x, y, found, update);
    if (running != null) {
      running.countBatch();
    }
  }

  /** Inference forward, BN-10. */
  public double[] inferenceForward(Shape shape, double[] x, double[] gamma, double[] beta, RunningStatistics running) {
    double[] y = new double[x.length];
    inferenceForward(shape, Elements.of(x), gamma, beta, running, Elements.of(y));
    return y;
  }

  /** The same for floats. */
  public float[] inferenceForward(Shape shape, float[] x, double[] gamma, double[] beta, RunningStatistics running) {
    float[] y = new float[x.length];
    inferenceForward(shape, Elements.of(x), gamma, beta, running, Elements.of(y));
    return y;
  }

  /** The same into an array of the caller's. */
  public void inferenceForward(
      Shape shape, Elements x, double[] gamma, double[] beta, RunningStatistics running, Elements y) {
    Sizes sizes = sizes(shape).data("x", x).result("y", y, x).parameters(gamma, beta).needed(running);
    ChannelView view = sizes.view();
    if (sizes.isEmpty(0)) {
      return;
    }
    Parameters parameters = settings.forward(gamma, beta, x);
    new InferenceForward(
        engine, view, parameters, channel -> new ExactInference(view, channel, parameters, running, x, null))
        .run(x, running.mean(), running.variance(), y);
  }

  /**
   * Training backward, BN-12 to BN-15.
   *
   * @param upstream gradients of the mean and variance outputs; null if there are none
   */
  public Gradients<double[]> trainingBackward(Shape shape, double[] x, double[] dy, double[] gamma, Upstream upstream) {
    double[] dx = new double[x.length];
    GradientResults found = new GradientResults(channels(shape));
    trainingBackward(shape, Elements.of(x), Elements.of(dy), gamma, upstream, Elements.of(dx), found);
    return new Gradients<>(dx, found.dgamma(), found.dbeta());
  }

  /** The same for floats. */
  public Gradients<float[]> trainingBackward(Shape shape, float[] x, float[] dy, double[] gamma, Upstream upstream) {
    float[] dx = new float[x.length];
    GradientResults found = new GradientResults(channels(shape));
    trainingBackward(shape, Elements.of(x), Elements.of(dy), gamma, upstream, Elements.of(dx), found);
    return new Gradients<>(dx, found.dgamma(), found.dbeta());
  }

  /** The same into arrays of the caller's. */
  public void trainingBackward(
      Shape shape, Elements x, Elements dy, double[] gamma, Upstream upstream, Elements dx, GradientResults found) {
    Sizes sizes = sizes(shape).data("x", x).data("dy", dy).result("dx", dx, x).result("dx", dx, dy);
    sizes.parameters(gamma, null).channels("dgamma", found.dgamma()).channels("dbeta", found.dbeta()).upstream(upstream);
    ChannelView view = sizes.view();
    if (sizes.isEmpty(0, found.dgamma(), found.dbeta())) {
      return;
    }
    Parameters parameters = settings.backward(gamma, x);
    new TrainingBackward(
        engine, view, parameters, upstream,
        channel -> new ExactBackward(view, channel, parameters, upstream, x, dy)).run(x, dy, dx, found);
  }

  /** Inference backward, BN-16 to BN-18. */
  public Gradients<double[]> inferenceBackward(
      Shape shape, double[] x, double[] dy, double[] gamma, RunningStatistics running) {
    double[] dx = new double[x.length];
    GradientResults found = new GradientResults(channels(shape));
    inferenceBackward(shape, Elements.of(x), Elements.of(dy), gamma, running, Elements.of(dx), found);
    return new Gradients<>(dx, found.dgamma(), found.dbeta());
  }

  /** The same for floats. */
  public Gradients<float[]> inferenceBackward(
      Shape shape, float[] x, float[] dy, double[] gamma, RunningStatistics running) {
    float[] dx = new float[x.length];
    GradientResults found = new GradientResults(channels(shape));
    inferenceBackward(shape, Elements.of(x), Elements.of(dy), gamma, running, Elements.of(dx), found);
    return new Gradients<>(dx, found.dgamma(), found.dbeta());
  }

  /** The same into arrays of the caller's. */
  public void inferenceBackward(
      Shape shape, Elements x, Elements dy, double[] gamma, RunningStatistics running, Elements dx, GradientResults found) {
    Sizes sizes = sizes(shape).data("x", x).data("dy", dy).result("dx", dx, x).result("dx", dx, dy).needed(running);
    sizes.parameters(gamma, null).channels("dgamma", found.dgamma()).channels("dbeta", found.dbeta());
    ChannelView view = sizes.view();
    if (sizes.isEmpty(0, found.dgamma(), found.dbeta())) {
      return;
    }
    Parameters parameters = settings.backward(gamma, x);
    new InferenceBackward(
        engine, view, parameters, channel -> new ExactInference(view, channel, parameters, running, x, dy))
        .run(x, dy, running.mean(), running.variance(), dx, found);
  }

  private Sizes sizes(Shape shape) {
    return new Sizes(shape, settings.view(shape));
  }

  private int channels(Shape shape) {
    return settings.view(shape).channels();
  }
}
