package org.bnoracle.accuracy;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.bnoracle.equations.FormatArithmetic;
import org.bnoracle.equations.Summation;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.operation.Case;
import org.bnoracle.operation.Slot;
import org.bnoracle.tensor.ChannelView;

/**
 * Where a program's results for a case must lie, element by element: an interval, a special value, or nowhere in
 * particular. A NaN is predicted where the program gives it in f32 and in f64; one of them alone is rounding.
 */
public final class Prediction {
  private final Map<Slot, double[]> least = new EnumMap<>(Slot.class);
  private final Map<Slot, double[]> most = new EnumMap<>(Slot.class);

  private Prediction() {}

  /** @param usual the arithmetic, where the program says nothing else */
  public static Prediction of(Computation program, Case question, Settings usual) {
    Prediction prediction = new Prediction();
    Computation.Seen seen = program.seen(question);
    Settings settings = program.settings(usual, question.data().format());
    ChannelView view = seen.question().view();
    int[] givenChannel = new int[view.channels()];
    Arrays.fill(givenChannel, -1);
    for (int c = 0; c < question.view().channels(); c++) {
      givenChannel[seen.channelOf().applyAsInt(c)] = c;
    }
    question.outputs().forEach(slot -> {
      prediction.least.put(slot, filled(question.shapeOf(slot).size(), Double.NEGATIVE_INFINITY));
      prediction.most.put(slot, filled(question.shapeOf(slot).size(), Double.POSITIVE_INFINITY));
    });
    for (int channel = 0; channel < view.channels(); channel++) {
      prediction.predict(program, question, seen.question(), settings, channel, givenChannel[channel]);
    }
    return prediction;
  }

  private static double[] filled(int size, double value) {
    double[] filled = new double[size];
    Arrays.fill(filled, value);
    return filled;
  }

  private void predict(Computation program, Case question, Case seen, Settings settings, int channel, int givenChannel) {
    BoundedArithmetic bounded = new BoundedArithmetic(settings.anyOrder(seen));
    Map<Slot, List<Bounded>> regions = program.compute(seen, channel, bounded);
    Map<Slot, List<Double>> runs = run(program, seen, settings, channel, settings.compute());
    boolean hasNan = runs.values().stream().anyMatch(run -> run.contains(Double.NaN));
    BinaryFormat other = settings.compute().equals(BinaryFormat.F64) ? BinaryFormat.F32 : BinaryFormat.F64;
    Map<Slot, List<Double>> otherRuns = hasNan ? run(program, seen, settings, channel, other) : runs;
    for (Slot slot : question.outputs()) {
      boolean isData = slot.extent() == Slot.Extent.DATA;
      if (!runs.containsKey(slot) || !isData && givenChannel < 0) {
        continue;
      }
      Region region = new Region(regions.get(slot), bounded, question.formatOf(slot));
      List<Double> run = runs.get(slot);
      for (int i = 0; i < run.size(); i++) {
        int index = isData ? slot.extent().index(seen.view(), channel, i) : givenChannel;
        double result = question.formatOf(slot).nearest(run.get(i));
        boolean isByRounding = Double.isNaN(result) && !Double.isNaN(otherRuns.get(slot).get(i));
        if (!isByRounding) {
          predict(program, question, slot, index, result, region, i);
        }
      }
    }
  }

  private static Map<Slot, List<Double>> run(Computation program, Case seen, Settings settings, int channel, BinaryFormat compute) {
    return program.compute(seen, channel, new FormatArithmetic(compute, Summation.SEQUENTIAL, settings.flushesSubnormals()));
  }

  private void predict(Computation program, Case question, Slot slot, int index, double run, Region region, int i) {
    double[] low = least.get(slot);
    double[] high = most.get(slot);
    double written = program.written(question, slot, index, run);
    if (Double.isNaN(run) || Double.doubleToLongBits(written) != Double.doubleToLongBits(run)) {
      low[index] = written;
      high[index] = written;
      return;
    }
    Range error = region.error(i);
    double value = region.value(i).hi();
    boolean isKnown = Double.isFinite(error.size());
    low[index] = isKnown ? Math.nextDown(value - error.below()) : Double.NEGATIVE_INFINITY;
    high[index] = isKnown ? Math.nextUp(value + error.above()) : Double.POSITIVE_INFINITY;
  }

  /** Whether something is known of a result. */
  public boolean isKnown(Slot slot, int index) {
    return !(Double.isInfinite(least.get(slot)[index]) && Double.isInfinite(most.get(slot)[index]));
  }

  /** How far a number is outside of what may be, as a multiple of its width and at least of a unit; 0 where any is special. */
  public double excess(Slot slot, int index, double result, double unit) {
    double low = least.get(slot)[index];
    double high = most.get(slot)[index];
    double excess = Math.max(low - result, result - high) / Math.max(high - low, unit);
    return excess > 0 ? excess : 0;
  }

  /** Whether a result may be this. */
  public boolean admits(Slot slot, int index, double result) {
    double low = least.get(slot)[index];
    return Double.isNaN(low) ? Double.isNaN(result) : low <= result && result <= most.get(slot)[index];
  }

  /** Whether both know that this result is not the other's. */
  public boolean excludes(Prediction other, Slot slot, int index) {
    double low = least.get(slot)[index];
    double otherLow = other.least.get(slot)[index];
    if (Double.isNaN(low) || Double.isNaN(otherLow)) {
      return Double.isNaN(low) != Double.isNaN(otherLow);
    }
    return low > other.most.get(slot)[index] || most.get(slot)[index] < otherLow;
  }
}
