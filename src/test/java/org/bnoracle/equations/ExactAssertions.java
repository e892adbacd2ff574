package org.bnoracle.equations;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.bnoracle.number.ExtendedReal;
import org.bnoracle.number.QuadraticNumber;

/** Equality of exact numbers of one channel: by value, with no tolerance. */
final class ExactAssertions {
  private static final int DIGITS_SHOWN = 30;

  private ExactAssertions() {}

  static void assertSameNumber(ExtendedReal expected, ExtendedReal actual) {
    QuadraticNumber e = (QuadraticNumber) expected;
    QuadraticNumber a = (QuadraticNumber) actual;
    assertTrue(a.minus(e).signum() == 0,
        () -> "expected %s, was %s".formatted(e.toDecimal(DIGITS_SHOWN), a.toDecimal(DIGITS_SHOWN)));
  }

  static void assertSameNumbers(List<ExtendedReal> expected, List<ExtendedReal> actual) {
    assertTrue(expected.size() == actual.size(), () -> "expected %d numbers, were %d".formatted(expected.size(), actual.size()));
    for (int i = 0; i < expected.size(); i++) {
      assertSameNumber(expected.get(i), actual.get(i));
    }
  }

  static void assertSameGradients(Gradients<ExtendedReal> expected, Gradients<ExtendedReal> actual) {
    assertSameNumbers(expected.dx(), actual.dx());
    assertSameNumber(expected.dgamma(), actual.dgamma());
    assertSameNumber(expected.dbeta(), actual.dbeta());
  }
}
