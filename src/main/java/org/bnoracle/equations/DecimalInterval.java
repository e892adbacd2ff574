package org.bnoracle.equations;

import java.math.BigDecimal;

/** All numbers from low to high. */
public record DecimalInterval(BigDecimal low, BigDecimal high) {
  public DecimalInterval {
    if (low.compareTo(high) > 0) {
      throw new IllegalArgumentException("an interval's low must not exceed its high, was " + low + " and " + high);
    }
  }

  static DecimalInterval of(BigDecimal value) {
    return new DecimalInterval(value, value);
  }

  /** Whether zero is one of the numbers. */
  public boolean containsZero() {
    return low.signum() <= 0 && high.signum() >= 0;
  }
}
