package org.bnoracle.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bnoracle.catalogue.Selection;
import org.bnoracle.catalogue.Sequence;
import org.bnoracle.catalogue.Suite;
import org.bnoracle.document.Generator;
import org.bnoracle.document.Manifest;
import org.bnoracle.operation.Case;
import org.bnoracle.subject.Subject;
import org.bnoracle.subject.SubjectException;

/** Runs a subject through a suite. Whatever the subject does, every case has an outcome. */
public final class Conformance {
  /** Under this name reports show the sequences that ran on the subject's own state. */
  public static final String CARRIED = "sequences, own state";

  private Conformance() {}

  /**
   * @param progress is called after each answer
   * @throws SubjectException if the subject does not start
   * @throws IllegalArgumentException if these are not as many cases as the suite has, or none
   */
  public static Report run(
      Subject subject, Report.SuiteIdentity identity, List<Suite.Evaluated> parts, Runnable progress) {
    Examination examination = new Examination(subject);
    List<Report.Result> results = new ArrayList<>();
    for (Suite.Evaluated part : parts) {
      results.addAll(results(examination, part, progress));
    }
    if (results.isEmpty() || results.size() != identity.cases()) {
      throw new IllegalArgumentException("%d cases were run, %s has %d".formatted(results.size(), identity.name(), identity.cases()));
    }
    if (!subject.takesNewCases()) {
      return new Report(examination.hello(), identity, results, List.of());
    }
    return new Report(examination.hello(), identity, results, carried(examination, parts),
        new SelfConsistency(examination, parts).all(), Optional.empty());
  }

  /** The subject is asked one question after the other; answers are graded in parallel. */
  private static List<Report.Result> results(Examination examination, Suite.Evaluated part, Runnable progress) {
    List<Supplier<Examination.Examined>> asked = part.questions().stream().map(question -> {
      Supplier<Examination.Examined> examined = examination.ask(question);
      progress.run();
      return examined;
    }).toList();
    return IntStream.range(0, asked.size()).parallel().mapToObj(i -> new Report.Result(
        part.questions().get(i).question(), part.part().family().name(), asked.get(i).get().outcome())).toList();
  }

  private static List<Report.Result> carried(Examination examination, List<Suite.Evaluated> parts) {
    Set<String> there =
        parts.stream().flatMap(part -> part.part().cases().stream()).map(Case::id).collect(Collectors.toSet());
    CarriedState carried = new CarriedState(examination);
    return Sequence.published().stream().filter(sequence -> there.containsAll(sequence.ids()))
        .flatMap(sequence -> carried.run(sequence, CARRIED).stream()).toList();
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
    Manifest manifest = selection.manifest(Generator.NAME, parts);
    try (subject) {
      return run(subject, Report.SuiteIdentity.of(manifest), parts, () -> {});
    }
  }
}
