package org.bnoracle.number;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpecialTest {
  @ParameterizedTest
  @CsvSource({"Infinity, POSITIVE_INFINITY, 1", "-Infinity, NEGATIVE_INFINITY, -1", "NaN, NAN, 0"})
  void eachSpecialDoubleHasItsValueAndSign(double value, Special special, int signum) {
    assertEquals(special, Special.of(value));
    assertEquals(value, special.value());
    assertEquals(signum, special.signum());
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.MAX_VALUE})
  void aFiniteDoubleIsNotSpecial(double value) {
    Exception e = assertThrows(IllegalArgumentException.class, () -> Special.of(value));
    assertEquals("a special value is an infinity or NaN, was " + value, e.getMessage());
  }

  @Test
  void onlyNumbersAreFinite() {
    assertTrue(new QuadraticField(1).of(-0.0).isFinite());
    for (Special special : Special.values()) {
      assertFalse(special.isFinite());
    }
  }
}
