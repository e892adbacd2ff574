package org.bnoracle.bench.compare;

import java.util.Arrays;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bnoracle.batchnorm.BatchNorm;
import org.bnoracle.batchnorm.BatchNormBuilder;
import org.bnoracle.blocked.BatchStatistics;
import org.bnoracle.blocked.Elements;
import org.bnoracle.blocked.GradientResults;
import org.bnoracle.tensor.Shape;

/** The contenders that need no library. */
public final class InJava {
  /** A few hundred long copies would all be the interpreter's, which takes twice the time. */
  private static final int CALLS_UNTIL_COMPILED = 100_000;

  private InJava() {}

  /** @param args the contender's name and the number of threads */
  public static void main(String[] args) throws Exception {
    Player.play(switch (args[0]) {
      case "copy" -> InJava::copy;
      case "pass" -> InJava::pass;
      case "loop" -> InJava::loop;
      case "scalar" -> (work, threads) -> ours(work, BatchNorm.builder().threads(threads).scalar());
      case "plain" -> (work, threads) -> ours(work, BatchNorm.builder().threads(threads).plain());
      case "allocating" -> InJava::allocating;
      case "ours" -> (work, threads) -> ours(work, BatchNorm.builder().threads(threads));
      default -> throw new IllegalArgumentException(args[0]);
    }, args);
  }

  private static Contender.Run ours(Workload work, BatchNormBuilder builder) {
    BatchNorm norm = builder.channelAxis(work.channelAxis()).epsilon(Workload.EPSILON).build();
    Shape shape = new Shape(Arrays.stream(work.inMemory()).mapToInt(Math::toIntExact).toArray());
    Elements x = Elements.of(work.x());
    double[] gamma = work.gamma();
    double[] beta = work.beta();
    double[] result = new double[work.size()];
    Elements to = Elements.of(result);
    if (work.isForward()) {
      BatchStatistics statistics = new BatchStatistics(work.channels());
      return run(result, () -> norm.trainingForward(shape, x, gamma, beta, null, to, statistics));
    }
    Elements dy = Elements.of(work.dy());
    GradientResults gradients = new GradientResults(work.channels());
    return run(result, () -> norm.trainingBackward(shape, x, dy, gamma, null, to, gradients));
  }

  /** The same with results that are returned. */
  private static Contender.Run allocating(Workload work, int threads) {
    BatchNorm norm = BatchNorm.builder().threads(threads).channelAxis(work.channelAxis()).epsilon(Workload.EPSILON).build();
    Shape shape = new Shape(Arrays.stream(work.inMemory()).mapToInt(Math::toIntExact).toArray());
    double[] x = work.x();
    double[] dy = work.isForward() ? null : work.dy();
    double[] gamma = work.gamma();
    double[] beta = work.beta();
    return new Contender.Run() {
      private double[] result;

      @Override
      public void run() {
        result = work.isForward()
            ? norm.trainingForward(shape, x, gamma, beta, null).y()
            : norm.trainingBackward(shape, x, dy, gamma, null).dx();
      }

      @Override
      public double[] result() {
        return result;
      }
    };
  }

  private static Contender.Run copy(Workload work, int threads) {
    double[] x = work.x();
    double[] to = new double[x.length];
    for (int i = 0; i < CALLS_UNTIL_COMPILED; i++) {
      copy(x, to, 0, 1);
    }
    Split split = new Split(threads, x.length);
    return run(null, () -> split.run((from, end) -> copy(x, to, from, end - from)));
  }

  private static void copy(double[] x, double[] to, int from, int length) {
    System.arraycopy(x, from, to, from, length);
  }

  /** Reads what the operation reads, once, and writes as many results. */
  private static Contender.Run pass(Workload work, int threads) {
    double[] x = work.x();
    double[] dy = work.isForward() ? x : work.dy();
    double[] to = new double[x.length];
    Split split = new Split(threads, x.length);
    return run(null, () -> split.run((from, end) -> combine(x, dy, to, from, end)));
  }

  private static void combine(double[] x, double[] dy, double[] to, int from, int end) {
    for (int i = from; i < end; i++) {
      to[i] = 0.75 * dy[i] + (0.25 * x[i] + 0.5);
    }
  }

  /** Two passes in doubles, as one writes them first. */
  private static Contender.Run loop(Workload work, int threads) {
    double[] x = work.x();
    double[] result = new double[x.length];
    double[] dy = work.isForward() ? null : work.dy();
    double[] gamma = work.gamma();
    double[] beta = work.beta();
    Split split = new Split(threads, work.channels());
    boolean isLast = work.layout() == Workload.Layout.NHWC;
    int batches = isLast ? 1 : work.dimensions()[0];
    NaiveLoop loop = new NaiveLoop(
        work.channels(), batches, work.count() / batches, isLast ? work.channels() : 1, isLast ? 1 : work.positions(),
        work.channels() * work.positions());
    return run(result, () -> split.run((from, end) -> {
      for (int c = from; c < end; c++) {
        if (dy == null) {
          loop.forward(c, x, gamma[c], beta[c], result);
        } else {
          loop.backward(c, x, dy, gamma[c], result);
        }
      }
    }));
  }

  private static Contender.Run run(double[] result, Runnable work) {
    return new Contender.Run() {
      @Override
      public void run() {
        work.run();
      }

      @Override
      public double[] result() {
        return result;
      }
    };
  }

  /** Equal shares of a range on several threads. */
  private record Split(int threads, int size) {
    private static final ExecutorService HELPERS = Executors.newCachedThreadPool();

    interface Share {
      void run(int from, int end);
    }

    void run(Share share) {
      Future<?>[] helpers = new Future<?>[threads - 1];
      Arrays.setAll(helpers, k -> HELPERS.submit(() -> share(share, k + 1)));
      share(share, 0);
      for (Future<?> helper : helpers) {
        try {
          helper.get();
        } catch (InterruptedException | ExecutionException e) {
          throw new IllegalStateException(e);
        }
      }
    }

    private void share(Share share, int k) {
      share.run((int) ((long) size * k / threads), (int) ((long) size * (k + 1) / threads));
    }
  }
}
