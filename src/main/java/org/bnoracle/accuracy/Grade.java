package org.bnoracle.accuracy;

/** What is said of one element, best first. */
public enum Grade {
  /** The golden value, bit for bit, or another value that is right. */
  CORRECTLY_ROUNDED("correctly-rounded"),
  /** The other neighbour of the exact result. */
  FAITHFUL("faithful"),
  /** Neither; no bound says yet whether this much error is allowed. */
  UNGRADED("ungraded");

  private final String label;

  Grade(String label) {
    this.label = label;
  }

  /** The name in reports. */
  public String label() {
    return label;
  }

  /** The worse of two grades. */
  public static Grade worst(Grade a, Grade b) {
    return a.compareTo(b) >= 0 ? a : b;
  }
}
