package org.bnoracle.blocked;

/**
 * Reads a number of every cache line of a block, from first to last. Processors foresee that, and do not foresee the order in
 * which groups of lanes visit rows that lie apart; so the block is in the cache when they do.
 */
final class CacheLines {
  private static final int DOUBLES = 8;
  private static final int FLOATS = 16;

  /** Nobody wants to know; but reading what nobody wants to know, a JVM leaves out. */
  private long read;

  void read(double[] values, int from, int size) {
    long bits = 0;
    for (int i = from; i < from + size; i += DOUBLES) {
      bits ^= Double.doubleToRawLongBits(values[i]);
    }
    read ^= bits;
  }

  void read(float[] values, int from, int size) {
    long bits = 0;
    for (int i = from; i < from + size; i += FLOATS) {
      bits ^= Float.floatToRawIntBits(values[i]);
    }
    read ^= bits;
  }
}
