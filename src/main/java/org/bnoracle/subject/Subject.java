package org.bnoracle.subject;

import java.util.List;
import org.bnoracle.document.Answer;
import org.bnoracle.document.Hello;
import org.bnoracle.operation.Case;
import org.bnoracle.operation.Slot;

/** An implementation of batch normalization under test. */
public interface Subject extends AutoCloseable {
  /** @throws SubjectException if the subject cannot be started or does not introduce itself */
  Hello hello();

  /**
   * The subject's answer to a case.
   *
   * @param owed the outputs that the answer must have
   * @throws SubjectException if the subject fails; it is ready for the next case all the same
   */
  Answer answer(Case question, List<Slot> owed);

  /** Whether it can be asked what nobody foresaw; results that are only recorded cannot. */
  default boolean takesNewCases() {
    return true;
  }

  @Override
  void close();
}
