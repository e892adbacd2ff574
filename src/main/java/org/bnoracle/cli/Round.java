package org.bnoracle.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.bnoracle.gate.Verdict;
import org.bnoracle.subject.Subject;
import org.bnoracle.subject.SubjectException;

/** All subjects that come with the project, one after the other. One that cannot run does not keep the others from it. */
final class Round {
  private final boolean prepares;
  private final Duration limit;
  private final PrintWriter err;
  private final Function<Subject, Verdict> judge;
  private final Sink sink;
  private final List<String> skipped = new ArrayList<>();
  private int run;
  private int passed;

  /** What is done with a verdict before the next subject runs. */
  @FunctionalInterface
  interface Sink {
    void take(Verdict verdict) throws IOException;
  }

  /**
   * @param prepares whether to prepare what is not
   * @param limit how long an answer may take
   */
  Round(boolean prepares, Duration limit, PrintWriter err, Function<Subject, Verdict> judge, Sink sink) {
    this.prepares = prepares;
    this.limit = limit;
    this.err = err;
    this.judge = judge;
    this.sink = sink;
  }

  /** @return the exit code */
  int run(List<Shipped> subjects) throws IOException {
    for (Shipped shipped : subjects) {
      try {
        run(shipped);
      } catch (SubjectException e) {
        skip(shipped, e.getMessage());
      }
    }
    return run == 0 ? Complaints.NOT_RUN : passed < run ? Complaints.FAILED : 0;
  }

  private void run(Shipped shipped) throws IOException {
    if (prepares) {
      shipped.prepare(err);
    }
    if (!shipped.folder().isPrepared()) {
      skip(shipped, "not prepared; see 'bn-oracle prepare --help'");
      return;
    }
    try (Subject subject = shipped.subject(limit)) {
      Verdict verdict = judge.apply(subject);
      run++;
      passed += verdict.passed() ? 1 : 0;
      sink.take(verdict);
    }
  }

  private void skip(Shipped shipped, String why) {
    skipped.add("%s %s: %s".formatted(shipped.name(), shipped.folder().version(), why));
  }

  /** How many ran, and which did not, with the reason. */
  List<String> summary() {
    List<String> lines = new ArrayList<>(List.of("%d of %d subjects met the gate, %d were skipped".formatted(passed, run, skipped.size())));
    skipped.forEach(line -> lines.add("skipped " + line));
    return lines;
  }
}
