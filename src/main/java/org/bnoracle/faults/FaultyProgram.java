package org.bnoracle.faults;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bnoracle.accuracy.Computation;
import org.bnoracle.accuracy.Settings;
import org.bnoracle.equations.ComparingArithmetic;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.operation.Case;
import org.bnoracle.operation.Slot;
import org.bnoracle.tensor.Tensor;

/** A program with some faults, over any arithmetic; without any, the paper's text. */
public final class FaultyProgram implements Computation {
  /** Of the vectors that a kernel writes; it forgets what does not fill one. */
  private static final int VECTOR = 4;
  /** Of a kernel with a block for every sample, and no more than that. */
  private static final int MOST_ROWS = 768;
  /** Of a kernel that writes one such piece of every row. */
  private static final int WIDTH = 64;

  private final Set<Fault> faults;

  public FaultyProgram(Set<Fault> faults) {
    this.faults = faults.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(faults));
  }

  public Set<Fault> faults() {
    return faults;
  }

  @Override
  public Seen seen(Case question) {
    Layout layout = Layout.of(Driver.changed(question, faults), faults);
    return new Seen(layout.question(), layout.channelOf());
  }

  @Override
  public <T> Map<Slot, List<T>> compute(Case seen, int channel, ComparingArithmetic<T> arithmetic) {
    ComparingArithmetic<T> counting =
        faults.contains(Fault.COUNT_IN_HALF) ? new CountsInHalf<>(arithmetic) : arithmetic;
    return FaultyChannel.of(seen, channel, counting, faults).compute();
  }

  @Override
  public double written(Case question, Slot slot, int index, double result) {
    if (slot.extent() == Slot.Extent.DATA && isUnwritten(question.data(), index)) {
      return 0;
    }
    return faults.contains(Fault.NAN_SWALLOWED) && Double.isNaN(result) ? 0 : result;
  }

  private boolean isUnwritten(Tensor data, int index) {
    int rows = data.shape().dimension(0);
    int width = data.shape().dimension(data.shape().rank() - 1);
    return faults.contains(Fault.TAIL_UNWRITTEN) && index >= data.size() / VECTOR * VECTOR
        || faults.contains(Fault.ROWS_UNWRITTEN) && rows > MOST_ROWS && index >= data.size() / rows * MOST_ROWS
        || faults.contains(Fault.ROW_END_UNWRITTEN) && index % width >= WIDTH;
  }

  @Override
  public Settings settings(Settings usual, BinaryFormat data) {
    return new Settings(computeFormat(usual.compute(), data), usual.flushesSubnormals() || faults.contains(Fault.SUBNORMALS_FLUSHED), usual.declared());
  }

  private BinaryFormat computeFormat(BinaryFormat usual, BinaryFormat data) {
    boolean isNarrow = data.precision() <= BinaryFormat.F16.precision();
    if (faults.contains(Fault.SUMS_IN_HALF) && isNarrow) {
      return data;
    }
    return faults.contains(Fault.COMPUTED_IN_F32) && !isNarrow ? BinaryFormat.F32 : usual;
  }
}
