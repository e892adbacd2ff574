package org.bnoracle.conformance;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.bnoracle.accuracy.Assessment;
import org.bnoracle.accuracy.Judge;
import org.bnoracle.accuracy.Settings;
import org.bnoracle.catalogue.Suite;
import org.bnoracle.document.Answer;
import org.bnoracle.document.Hello;
import org.bnoracle.operation.Case;
import org.bnoracle.operation.Slot;
import org.bnoracle.oracle.Output;
import org.bnoracle.subject.Subject;
import org.bnoracle.subject.SubjectException;
import org.bnoracle.tensor.Tensor;

/**
 * Puts single questions to a subject. Whatever the subject does, every question has an outcome; one that hangs again and again
 * is not asked any more.
 */
public final class Examination {
  private static final int MOST_HANGS = 3;

  private final Subject subject;
  private final Hello hello;
  private int hangs;

  /** @throws SubjectException if the subject does not start */
  public Examination(Subject subject) {
    this.subject = subject;
    this.hello = subject.hello();
  }

  /** @param answer what the subject said; null where it was not asked, or failed */
  public record Examined(Outcome outcome, Answer answer) {}

  public Hello hello() {
    return hello;
  }

  public Examined examine(Suite.Question question) {
    return ask(question).get();
  }

  /** Asks at once, and grades the answer when that is asked for, in any thread. */
  Supplier<Examined> ask(Suite.Question question) {
    Optional<String> exclusion = hangs < MOST_HANGS ? hello.excludes(question.question())
        : Optional.of("no answer in time, %d times before".formatted(hangs));
    if (exclusion.isPresent()) {
      return () -> new Examined(new Outcome.NotSent(exclusion.get()), null);
    }
    List<Slot> owed = hello.outputsFor(question.question()).stream()
        .filter(slot -> question.evaluation().outputs().get(slot) instanceof Output.Values).toList();
    try {
      Answer answer = subject.answer(question.question(), owed);
      return () -> new Examined(outcome(question, owed, answer), answer);
    } catch (SubjectException e) {
      hangs += e.failure() == SubjectException.Failure.TIMED_OUT ? 1 : 0;
      return () -> new Examined(new Outcome.Failed(e.failure(), e.getMessage()), null);
    }
  }

  /** The results of a question that nobody grades; empty if there are none. */
  Optional<Map<Slot, Tensor>> results(Case question) {
    if (hangs >= MOST_HANGS || hello.excludes(question).isPresent()) {
      return Optional.empty();
    }
    try {
      return subject.answer(question, hello.outputsFor(question)) instanceof Answer.Results results
          ? Optional.of(results.outputs()) : Optional.empty();
    } catch (SubjectException e) {
      hangs += e.failure() == SubjectException.Failure.TIMED_OUT ? 1 : 0;
      return Optional.empty();
    }
  }

  private Outcome outcome(Suite.Question question, List<Slot> owed, Answer answer) {
    if (answer instanceof Answer.Results results) {
      return graded(question, owed, results);
    }
    return answer instanceof Answer.Refused refused
        ? new Outcome.Refused(refused.why())
        : new Outcome.Unsupported(((Answer.Unsupported) answer).why());
  }

  private Outcome.Graded graded(Suite.Question question, List<Slot> owed, Answer.Results results) {
    Settings settings = hello.arithmetic().settings(question.question().data().format());
    Judge judge = new Judge(question.question(), question.evaluation(), settings);
    Map<Slot, Assessment> outputs = new EnumMap<>(Slot.class);
    owed.forEach(slot -> outputs.put(slot, judge.assess(slot, results.outputs().get(slot))));
    return new Outcome.Graded(question.evaluation(), outputs, results.outputs());
  }
}
