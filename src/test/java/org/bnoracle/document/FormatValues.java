package org.bnoracle.document;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.bnoracle.number.BinaryFormat;

/** Arbitrary finite values of a format, every exponent alike. */
final class FormatValues {
  private FormatValues() {}

  record Value(BinaryFormat format, double number) {}

  static Arbitrary<Value> any() {
    return Arbitraries.of(BinaryFormat.ALL).flatMap(format -> finite(format).map(number -> new Value(format, number)));
  }

  private static Arbitrary<Double> finite(BinaryFormat format) {
    int precision = format.precision();
    return Combinators.combine(
            Arbitraries.longs().between(0, (1L << precision) - 1),
            Arbitraries.integers().between(format.minQuantum(), format.maxExponent() - precision + 1),
            Arbitraries.of(1.0, -1.0))
        .as((significand, quantum, sign) -> sign * Math.scalb((double) significand, quantum));
  }
}
