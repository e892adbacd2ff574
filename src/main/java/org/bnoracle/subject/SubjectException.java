package org.bnoracle.subject;

/** A subject that failed to answer. */
public final class SubjectException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** How a subject fails. */
  public enum Failure {
    /** It ended, or never started. */
    CRASHED,
    /** It did not answer in time. */
    TIMED_OUT,
    /** It answered something that is not an answer to the case. */
    MALFORMED
  }

  private final Failure failure;

  public SubjectException(Failure failure, String message, Throwable cause) {
    super(message, cause);
    this.failure = failure;
  }

  SubjectException(Failure failure, String message) {
    super(message);
    this.failure = failure;
  }

  public Failure failure() {
    return failure;
  }
}
