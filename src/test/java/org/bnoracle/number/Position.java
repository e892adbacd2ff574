package org.bnoracle.number;

import java.math.BigDecimal;

/** Where a number lies on the line: all that correct rounding may depend on. */
@FunctionalInterface
interface Position {
  /** The sign of the number minus the boundary. */
  int against(BigDecimal boundary);

  /** The position of the number without its sign. */
  default Position magnitude() {
    return against(BigDecimal.ZERO) >= 0 ? this : boundary -> -against(boundary.negate());
  }
}
