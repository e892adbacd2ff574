package org.bnoracle.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bnoracle.catalogue.Selection;
import org.bnoracle.catalogue.Suite;
import org.bnoracle.document.Answer;
import org.bnoracle.document.Generator;
import org.bnoracle.document.Hello;
import org.bnoracle.document.Manifest;
import org.bnoracle.operation.Slot;
import org.bnoracle.oracle.Output;
import org.bnoracle.subject.Subject;
import org.bnoracle.subject.SubjectException;

/** Runs a subject through a suite. Whatever the subject does, every case has an outcome. */
public final class Conformance {
  private final Subject subject;
  private final Hello hello;

  private Conformance(Subject subject) {
    this.subject = subject;
    this.hello = subject.hello();
  }

  /**
   * @param progress is called after each case
   * @throws SubjectException if the subject does not start
   */
  public static Report run(
      Subject subject, Report.SuiteIdentity identity, List<Suite.Evaluated> parts, Runnable progress) {
    Conformance run = new Conformance(subject);
    List<Report.Result> results = new ArrayList<>();
    for (Suite.Evaluated part : parts) {
      for (Suite.Question question : part.questions()) {
        results.add(new Report.Result(question.question(), part.part().family().name(), run.outcome(question)));
        progress.run();
      }
    }
    return new Report(run.hello, identity, results);
  }

  /**
   * Runs a subject of this process through the selected cases; closes it.
   *
   * @throws IllegalArgumentException if there is no case of this selection
   */
  public static Report run(Subject subject, Selection selection) {
    List<Suite.Evaluated> parts = Suite.evaluate(selection.parts(), Generator.NAME, part -> {});
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("there is no case of this selection");
    }
    Manifest manifest = Suite.manifest(selection.suite(), Generator.NAME, parts);
    try (subject) {
      return run(subject, Report.SuiteIdentity.of(manifest), parts, () -> {});
    }
  }

  private Outcome outcome(Suite.Question question) {
    Optional<String> exclusion = hello.excludes(question.question());
    if (exclusion.isPresent()) {
      return new Outcome.NotSent(exclusion.get());
    }
    List<Slot> owed = hello.outputsFor(question.question()).stream()
        .filter(slot -> question.evaluation().outputs().get(slot) instanceof Output.Values).toList();
    try {
      return outcome(question, owed, subject.answer(question.question(), owed));
    } catch (SubjectException e) {
      return new Outcome.Failed(e.failure(), e.getMessage());
    }
  }

  private static Outcome outcome(Suite.Question question, List<Slot> owed, Answer answer) {
    if (answer instanceof Answer.Results results) {
      return Grader.grade(question.evaluation(), results.outputs(), owed);
    }
    return answer instanceof Answer.Refused refused
        ? new Outcome.Refused(refused.why())
        : new Outcome.Unsupported(((Answer.Unsupported) answer).why());
  }
}
