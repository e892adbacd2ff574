package org.bnoracle.blocked;

import java.util.HashMap;
import java.util.Map;

/**
 * Elements of a channel where something is not a finite number, or where v is 0, so that the result follows from kinds and signs alone: those
 * of dy, and of x - mean. Each combination is evaluated exactly, once.
 *
 * @param map decides nothing
 * @param offset of the mean from the frame's pivot; its error is NaN where there is no mean
 */
record SpecialChannel(
    ElementMap map, Frame frame, DoubleDouble offset, Reference reference, Map<Integer, Double> known)
    implements ChannelElements {
  private static final int KINDS = 8;

  SpecialChannel(ElementMap unknown, Frame frame, DoubleDouble offset, Reference reference) {
    this(unknown, frame, offset, reference, new HashMap<>());
  }

  @Override
  public double element(int i, double x, double dy) {
    DoubleDouble deviation = DoubleDouble.of(Math.fma(x, frame.scale(), frame.shift())).minus(offset);
    boolean isOpen = Double.isFinite(x) && deviation.error() > 0 && Math.abs(deviation.hi()) <= deviation.error();
    if (isOpen) {
      return reference.element(i);
    }
    int key = KINDS * kind(dy) + (Double.isFinite(x) ? side(deviation.hi()) : kind(x));
    synchronized (known) {
      return known.computeIfAbsent(key, k -> reference.element(i));
    }
  }

  /** The kind of a deviation; one of its own where there is none. */
  private static int side(double deviation) {
    return Double.isNaN(deviation) ? KINDS - 1 : kind(Math.signum(deviation));
  }

  private static int kind(double value) {
    if (Double.isNaN(value)) {
      return 0;
    }
    return (int) Math.signum(value) * (Double.isInfinite(value) ? 2 : 1) + 3;
  }
}
