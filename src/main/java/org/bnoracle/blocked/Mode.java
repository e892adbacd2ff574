package org.bnoracle.blocked;

/** What the results are. */
public enum Mode {
  /** The exact results, rounded once to nearest, ties to even. */
  CORRECTLY_ROUNDED,
  /** Statistics as exact as in the other mode, then ordinary arithmetic: one rounding for each factor and sum. */
  PLAIN
}
