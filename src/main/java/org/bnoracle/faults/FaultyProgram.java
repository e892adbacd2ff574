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

/** A program with some faults, over any arithmetic; without any, the paper's text. */
public final class FaultyProgram implements Computation {
  /** Of the vectors that a kernel writes; it forgets what does not fill one. */
  private static final int VECTOR = 4;

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
    return new FaultyChannel<>(seen, channel, counting, faults).compute();
  }

  @Override
  public double written(Slot slot, int index, int size, double result) {
    if (slot.extent() == Slot.Extent.DATA && faults.contains(Fault.TAIL_UNWRITTEN) && index >= size / VECTOR * VECTOR) {
      return 0;
    }
    return faults.contains(Fault.NAN_SWALLOWED) && Double.isNaN(result) ? 0 : result;
  }

  @Override
  public Settings settings(Settings usual, BinaryFormat data) {
    boolean isNarrow = data.precision() <= BinaryFormat.F16.precision();
    BinaryFormat compute = faults.contains(Fault.SUMS_IN_HALF) && isNarrow ? data : usual.compute();
    return new Settings(compute, usual.flushesSubnormals() || faults.contains(Fault.SUBNORMALS_FLUSHED), usual.declared());
  }
}
