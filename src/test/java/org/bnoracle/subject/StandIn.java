package org.bnoracle.subject;

import java.util.List;
import java.util.function.BiFunction;
import org.bnoracle.document.Answer;
import org.bnoracle.document.Hello;
import org.bnoracle.operation.Case;
import org.bnoracle.operation.Slot;
import org.bnoracle.subject.SubjectException.Failure;

/** A subject in this process that answers by a function. */
public record StandIn(Hello hello, BiFunction<Case, List<Slot>, Answer> answers) implements Subject {
  /** What a subject throws. */
  public static SubjectException failure(Failure failure, String message) {
    return new SubjectException(failure, message);
  }

  @Override
  public Answer answer(Case question, List<Slot> owed) {
    return answers.apply(question, owed);
  }

  @Override
  public void close() {
    // nothing is held
  }
}
