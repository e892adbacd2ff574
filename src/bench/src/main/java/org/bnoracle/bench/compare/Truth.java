package org.bnoracle.bench.compare;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.operation.Attributes;
import org.bnoracle.operation.Case;
import org.bnoracle.operation.Operation;
import org.bnoracle.operation.Slot;
import org.bnoracle.oracle.Oracle;
import org.bnoracle.oracle.Output;
import org.bnoracle.tensor.Shape;
import org.bnoracle.tensor.Tensor;

/** The oracle's results for a sample of a workload's channels: all elements of a few, evenly spread. */
final class Truth {
  /** About so many elements are looked at. */
  private static final int SAMPLE = 200_000;

  private static final Map<String, Truth> KNOWN = new HashMap<>();

  final int[] channels;
  private final double[] results;

  /** For a workload in any layout. */
  static Truth of(Workload work) {
    return KNOWN.computeIfAbsent(work.operation() + work.shape(), key -> new Truth(work));
  }

  private Truth(Workload work) {
    int wanted = Math.max(1, Math.min(work.channels(), SAMPLE / work.count()));
    channels = IntStream.range(0, wanted).map(k -> (int) ((long) k * work.channels() / wanted)).toArray();
    Map<Slot, Tensor> inputs = new EnumMap<>(Slot.class);
    inputs.put(Slot.X, data(work, true));
    inputs.put(Slot.GAMMA, vector(work.gamma()));
    if (work.isForward()) {
      inputs.put(Slot.BETA, vector(work.beta()));
    } else {
      inputs.put(Slot.DY, data(work, false));
    }
    Case question = new Case("bench", "", List.of(), Operation.named(work.operation()),
        Attributes.of(0, Workload.EPSILON, BinaryFormat.F64), inputs);
    Slot slot = work.isForward() ? Slot.Y : Slot.DX;
    Tensor found = ((Output.Values) Oracle.evaluate(question).outputs().get(slot)).tensor();
    results = IntStream.range(0, found.size()).mapToDouble(found::get).toArray();
  }

  private Tensor data(Workload work, boolean isX) {
    double[] data = new double[channels.length * work.count()];
    for (int k = 0; k < channels.length; k++) {
      double[] values = isX ? work.x(channels[k]) : work.dy(channels[k]);
      System.arraycopy(values, 0, data, k * work.count(), work.count());
    }
    return new Tensor(BinaryFormat.F64, new Shape(channels.length, work.count()), data);
  }

  private Tensor vector(double[] all) {
    double[] chosen = IntStream.of(channels).mapToDouble(c -> all[c]).toArray();
    return new Tensor(BinaryFormat.F64, new Shape(chosen.length), chosen);
  }

  /**
   * How good results are.
   *
   * @param correctlyRounded the fraction of them
   * @param worstUlps the greatest distance from the correctly rounded result, in its units in the last place
   */
  record Quality(double correctlyRounded, double worstUlps) {}

  /** @param got the results of the sampled channels */
  Quality judge(double[] got) {
    int right = 0;
    double worst = 0;
    for (int i = 0; i < results.length; i++) {
      right += got[i] == results[i] ? 1 : 0;
      worst = Math.max(worst, Math.abs(got[i] - results[i]) / BinaryFormat.F64.ulp(results[i]));
    }
    return new Quality((double) right / results.length, worst);
  }
}
