package org.bnoracle.accuracy;

import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import org.bnoracle.equations.ComparingArithmetic;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.operation.Case;
import org.bnoracle.operation.Slot;

/** A program that answers cases, written over any arithmetic. */
public interface Computation {
  /**
   * What the program makes of a case: the same data, perhaps in another shape.
   *
   * @param channelOf the channel of the given case → the channel of this one whose results it gets
   */
  record Seen(Case question, IntUnaryOperator channelOf) {}

  /** What the program makes of a case. */
  Seen seen(Case question);

  /** The outputs of one channel of a case as it is seen. */
  <T> Map<Slot, List<T>> compute(Case seen, int channel, ComparingArithmetic<T> arithmetic);

  /** What it writes at an index of an output of a case, when this was computed for it. */
  double written(Case question, Slot slot, int index, double result);

  /** Its arithmetic, where otherwise the usual one would be assumed. */
  Settings settings(Settings usual, BinaryFormat data);
}
