package org.bnoracle.catalogue;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;

/** Random numbers that are the same on every JDK: only the raw bits come from the library. */
final class Draw {
  private static final long FNV_BASIS = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  private final SplittableRandom bits;

  Draw(long seed) {
    this.bits = new SplittableRandom(seed);
  }

  /** A seed for a name: its FNV-1a hash. */
  static long seedOf(String name) {
    long hash = FNV_BASIS;
    for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (b & 0xff)) * FNV_PRIME;
    }
    return hash;
  }

  /** A whole number from 0 to bound - 1. */
  int below(int bound) {
    return (int) Long.remainderUnsigned(bits.nextLong(), bound);
  }

  /** Uniform from 0 to 1, exclusive, a multiple of 2^-53. */
  double unit() {
    return (bits.nextLong() >>> 11) * 0x1p-53;
  }

  /** Uniform between two numbers. */
  double between(double low, double high) {
    return low + (high - low) * unit();
  }

  /** Bell-shaped about 0 with variance 1: the sum of twelve uniform numbers less 6. */
  double bell() {
    double sum = -6;
    for (int i = 0; i < 12; i++) {
      sum += unit();
    }
    return sum;
  }

  /** 1 or -1. */
  int sign() {
    return bits.nextLong() < 0 ? -1 : 1;
  }
}
