package org.bnoracle.equations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecimalIntervalTest {
  @ParameterizedTest
  @CsvSource({"-1, 1, true", "0, 1, true", "-1, 0, true", "0, 0, true", "0.1, 1, false", "-1, -0.1, false"})
  void zeroIsContainedFromTheEndsInwards(BigDecimal low, BigDecimal high, boolean contained) {
    assertEquals(contained, new DecimalInterval(low, high).containsZero());
  }

  @Test
  void lowMustNotExceedHigh() {
    Exception e = assertThrows(
        IllegalArgumentException.class, () -> new DecimalInterval(BigDecimal.ONE, BigDecimal.ZERO));
    assertEquals("an interval's low must not exceed its high, was 1 and 0", e.getMessage());
  }
}
