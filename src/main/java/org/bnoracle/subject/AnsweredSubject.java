package org.bnoracle.subject;

import java.util.List;
import org.bnoracle.document.Answer;
import org.bnoracle.document.DocumentException;
import org.bnoracle.document.Hello;
import org.bnoracle.document.Protocol;
import org.bnoracle.operation.Case;
import org.bnoracle.operation.Slot;
import org.bnoracle.subject.SubjectException.Failure;

/**
 * One line that a subject wrote elsewhere.
 *
 * @param line an answer of the protocol
 */
public record AnsweredSubject(Hello hello, String line) implements Subject {
  @Override
  public Answer answer(Case question, List<Slot> owed) {
    try {
      return Protocol.answer(line, question, owed, null);
    } catch (DocumentException e) {
      throw new SubjectException(Failure.MALFORMED, e.getMessage());
    }
  }

  @Override
  public boolean takesNewCases() {
    return false;
  }

  @Override
  public void close() {
    // nothing is held
  }
}
