package org.bnoracle.operation;

/** A case that breaks its operation's signature. */
public final class InvalidCaseException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  private final String place;

  InvalidCaseException(String place, String message) {
    super(message);
    this.place = place;
  }

  /** Where in the case, such as inputs/gamma/shape. */
  public String place() {
    return place;
  }
}
