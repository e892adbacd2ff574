package org.bnoracle.bench.compare;

import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.bnoracle.batchnorm.BatchNorm;
import org.bnoracle.tensor.Shape;

/** How often the fast version must evaluate a result exactly, by kind of data, and what that costs. */
final class Fallbacks {
  private static final Shape SHAPE = new Shape(10, 20, 10_000);
  private static final int RUNS = 5;

  private Fallbacks() {}

  /** Kinds of x; dy is bell-shaped. */
  enum Family {
    BELL_SHAPED("bell-shaped"),
    FLOATS("bell-shaped, rounded to floats"),
    OFFSET("bell-shaped around 3000"),
    RECTIFIED("bell-shaped, or 0 where negative"),
    BYTES("multiples of 1/256 up to 1"),
    HARD("1 and -1 with epsilon 2^-200, gamma 2^-53, beta 1 + 2^-52: every y is 2^-201 ulp beside a midpoint");

    final String text;

    Family(String text) {
      this.text = text;
    }

    double epsilon() {
      return this == HARD ? 0x1p-200 : Workload.EPSILON;
    }

    double[] parameter(double usual, double hard) {
      return IntStream.range(0, SHAPE.dimension(1)).mapToDouble(c -> this == HARD ? hard : usual).toArray();
    }

    double value(SplittableRandom random, int i) {
      double bell = Math.sqrt(3) * (random.nextDouble() + random.nextDouble() + random.nextDouble() + random.nextDouble() - 2);
      return switch (this) {
        case BELL_SHAPED -> bell;
        case FLOATS -> (float) bell;
        case OFFSET -> 3000 + bell;
        case RECTIFIED -> Math.max(bell, 0);
        case BYTES -> random.nextInt(256) / 256.0;
        case HARD -> i % 2 == 0 ? 1 : -1;
      };
    }
  }

  /** A table in Markdown. */
  static String table() {
    StringBuilder text = new StringBuilder("""
        | x | forward: exactly evaluated | ms | backward: exactly evaluated | ms |
        | --- | --- | --- | --- | --- |
        """);
    for (Family family : Family.values()) {
      text.append("| ").append(family.text).append(" |").append(cells(family, true)).append(cells(family, false)).append('\n');
    }
    return text.toString();
  }

  private static String cells(Family family, boolean isForward) {
    BatchNorm norm = BatchNorm.builder().epsilon(family.epsilon()).build();
    SplittableRandom random = new SplittableRandom(family.ordinal());
    double[] x = IntStream.range(0, SHAPE.size()).mapToDouble(i -> family.value(random, i)).toArray();
    double[] dy = IntStream.range(0, SHAPE.size()).mapToDouble(i -> Family.BELL_SHAPED.value(random, i)).toArray();
    double[] gamma = family.parameter(0.75, 0x1p-53);
    double[] beta = family.parameter(0.3, 1 + 0x1p-52);
    double best = Double.POSITIVE_INFINITY;
    int runs = family == Family.HARD && isForward ? 1 : RUNS;
    for (int run = 0; run < runs; run++) {
      long start = System.nanoTime();
      if (isForward) {
        norm.trainingForward(SHAPE, x, gamma, beta, null);
      } else {
        norm.trainingBackward(SHAPE, x, dy, gamma, null);
      }
      best = Math.min(best, (System.nanoTime() - start) / 1e6);
    }
    return String.format(Locale.ROOT, " %d | %.1f |", norm.exactlyEvaluated() / runs, best);
  }
}
