package org.bnoracle.number;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * Every finite value of a small format from zero upwards, enumerated from the definition: k 2^e with k below
 * 2^precision. Significands are odd and even in turn, so value i is even where i is.
 */
final class SmallFormat {
  static final BinaryFormat TINY = new BinaryFormat("tiny", 3, 2);
  static final BinaryFormat COARSE = new BinaryFormat("coarse", 2, 5);
  static final SmallFormat F16 = new SmallFormat(BinaryFormat.F16);
  static final SmallFormat BF16 = new SmallFormat(BinaryFormat.BF16);
  private static final List<SmallFormat> ALL =
      List.of(F16, BF16, new SmallFormat(TINY), new SmallFormat(COARSE));

  private final BinaryFormat format;
  private final double[] values;
  private final BigDecimal beyond;

  private SmallFormat(BinaryFormat format) {
    this.format = format;
    this.values = enumerate(format).stream().mapToDouble(Double::doubleValue).toArray();
    this.beyond = Dyadic.twoTo(format.maxExponent() + 1);
  }

  static SmallFormat of(BinaryFormat format) {
    return ALL.stream().filter(s -> s.format.equals(format)).findFirst().orElseThrow();
  }

  private static Collection<Double> enumerate(BinaryFormat format) {
    TreeSet<Double> values = new TreeSet<>();
    int last = format.maxExponent() - format.precision() + 1;
    for (int e = 2 - format.maxExponent() - format.precision(); e <= last; e++) {
      for (int k = 0; k < 1 << format.precision(); k++) {
        values.add(k * Math.pow(2, e));
      }
    }
    return values;
  }

  int indexOf(double value) {
    return Arrays.binarySearch(values, value);
  }

  double next(double value) {
    int i = indexOf(value) + 1;
    return i < values.length ? values[i] : Double.POSITIVE_INFINITY;
  }

  double previous(double value) {
    return values[Double.isInfinite(value) ? values.length - 1 : indexOf(value) - 1];
  }

  /** The midpoint above value i; above the last one, as if the exponents went on. */
  BigDecimal midpointAbove(int i) {
    BigDecimal next = i + 1 < values.length ? new BigDecimal(values[i + 1]) : beyond;
    return Dyadic.half(new BigDecimal(values[i]).add(next));
  }

  double nearest(double magnitude) {
    return nearest(new BigDecimal(magnitude));
  }

  /** The value nearest to a magnitude, ties to even, from the definition. */
  double nearest(BigDecimal magnitude) {
    int below = greatestUpTo(magnitude);
    int side = magnitude.compareTo(midpointAbove(below));
    return side < 0 || side == 0 && below % 2 == 0 ? values[below] : next(values[below]);
  }

  private int greatestUpTo(BigDecimal magnitude) {
    int low = 0;
    int high = values.length;
    while (high - low > 1) {
      int middle = (low + high) / 2;
      if (new BigDecimal(values[middle]).compareTo(magnitude) <= 0) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
