package org.bnoracle.document;

/** A document that cannot be read; the message is one line that names the place and the remedy. */
public final class DocumentException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public DocumentException(String message) {
    super(message);
  }

  public DocumentException(String message, Throwable cause) {
    super(message, cause);
  }
}
