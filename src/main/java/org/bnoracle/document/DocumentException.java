package org.bnoracle.document;

/** A document that cannot be read; the message is one line that names the place and the remedy. */
public final class DocumentException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public DocumentException(String message) {
    super(oneLine(message));
  }

  public DocumentException(String message, Throwable cause) {
    super(oneLine(message), cause);
  }

  /** Documents are quoted, and may hold anything. */
  private static String oneLine(String message) {
    return message.replaceAll("[\\p{Cntrl}\\x{85}\\x{2028}\\x{2029}]", "?");
  }
}
