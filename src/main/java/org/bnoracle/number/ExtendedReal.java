package org.bnoracle.number;

/** An exact number of a channel's field, or one of IEEE 754's special values. Exact zero has no sign. */
public sealed interface ExtendedReal permits QuadraticNumber, Special {
  /** The sign of a finite number or infinity: -1, 0 or 1; 0 for NaN. */
  int signum();

  /** Whether this is a number, not NaN and not an infinity. */
  default boolean isFinite() {
    return this instanceof QuadraticNumber;
  }
}
