package org.bnoracle.bench.compare;

import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What is computed: an operation on doubles of a shape, which is given as N×C×… also where the layout has channels last.
 * Values are bell-shaped and follow from a fixed seed; a channel has the same ones in every layout.
 */
public record Workload(boolean isForward, int[] dimensions, Layout layout) {
  /** A double and a float. */
  public static final double EPSILON = 0x1p-17;
  private static final long SEED = 20150211;

  /** Where the channels are. */
  public enum Layout {
    /** The second axis of many. */
    NCHW,
    /** The last axis of many. */
    NHWC,
    /** The second axis of two. */
    NC
  }

  public int channels() {
    return dimensions[1];
  }

  /** Elements of one batch and channel. */
  public int positions() {
    return Arrays.stream(dimensions).skip(2).reduce(1, Math::multiplyExact);
  }

  /** Values a channel. */
  public int count() {
    return dimensions[0] * positions();
  }

  public int size() {
    return Math.multiplyExact(count(), channels());
  }

  /** The dimensions as they lie in memory. */
  public long[] inMemory() {
    long[] shape = Arrays.stream(dimensions).asLongStream().toArray();
    if (layout == Layout.NHWC) {
      System.arraycopy(shape, 2, shape, 1, shape.length - 2);
      shape[shape.length - 1] = channels();
    }
    return shape;
  }

  /** The channels' axis in memory. */
  public int channelAxis() {
    return layout == Layout.NHWC ? dimensions.length - 1 : 1;
  }

  /** Where value i of a channel lies. */
  public int index(int channel, int i) {
    return layout == Layout.NHWC
        ? i * channels() + channel
        : (i / positions() * channels() + channel) * positions() + i % positions();
  }

  /** About 0.3 around 0 to 1.75, channel by channel. */
  public double[] x() {
    return data(1, 0.3, 0.25);
  }

  /** About 1 around 0. */
  public double[] dy() {
    return data(2, 1, 0);
  }

  public double[] gamma() {
    return IntStream.range(0, channels()).mapToDouble(c -> c % 3 == 0 ? -1.5 : 0.75).toArray();
  }

  public double[] beta() {
    return IntStream.range(0, channels()).mapToDouble(c -> 0.3 * (c % 5)).toArray();
  }

  private double[] data(int tensor, double spread, double step) {
    double[] data = new double[size()];
    for (int c = 0; c < channels(); c++) {
      double[] values = values(tensor, c, spread, step);
      for (int i = 0; i < values.length; i++) {
        data[index(c, i)] = values[i];
      }
    }
    return data;
  }

  /** One channel of x. */
  double[] x(int channel) {
    return values(1, channel, 0.3, 0.25);
  }

  /** One channel of dy. */
  double[] dy(int channel) {
    return values(2, channel, 1, 0);
  }

  /** Sums of uniform numbers: the same on every JVM. */
  private double[] values(int tensor, int channel, double spread, double step) {
    SplittableRandom random = new SplittableRandom(SEED + 31L * channel + 1_000_003L * tensor);
    double[] values = new double[count()];
    for (int i = 0; i < values.length; i++) {
      double sum = random.nextDouble() + random.nextDouble() + random.nextDouble() + random.nextDouble();
      values[i] = step * (channel % 8) + spread * Math.sqrt(3) * (sum - 2);
    }
    return values;
  }

  String operation() {
    return isForward ? "training-forward" : "training-backward";
  }

  String shape() {
    return Arrays.stream(dimensions).mapToObj(Integer::toString).collect(Collectors.joining("x"));
  }

  /** As {@link #parse} takes it. */
  @Override
  public String toString() {
    return operation() + " " + shape() + " " + layout;
  }

  static Workload parse(String text) {
    String[] words = text.split(" ");
    int[] dimensions = Arrays.stream(words[1].split("x")).mapToInt(Integer::parseInt).toArray();
    return new Workload(words[0].endsWith("forward"), dimensions, Layout.valueOf(words[2].toUpperCase(Locale.ROOT)));
  }
}
