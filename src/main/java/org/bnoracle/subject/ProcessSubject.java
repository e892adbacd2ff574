package org.bnoracle.subject;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.bnoracle.document.Answer;
import org.bnoracle.document.DocumentException;
import org.bnoracle.document.Encoding;
import org.bnoracle.document.Hello;
import org.bnoracle.document.Protocol;
import org.bnoracle.operation.Case;
import org.bnoracle.operation.Slot;
import org.bnoracle.subject.SubjectException.Failure;

/** A subject in a process of its own. After a failure the next case gets a fresh process. */
public final class ProcessSubject implements Subject {
  private static final Set<String> NECESSARY = Set.of("PATH", "HOME", "USER", "TMPDIR", "JAVA_HOME", "LANG");

  private final List<String> command;
  private final Path folder;
  private final Set<String> environment;
  private final Duration limit;
  private ChildProcess child;
  private Hello hello;

  /**
   * @param command starts the subject
   * @param folder where it is started
   * @param limit how long an answer may take
   */
  public ProcessSubject(List<String> command, Path folder, Duration limit) {
    this(command, folder, null, limit);
  }

  private ProcessSubject(List<String> command, Path folder, Set<String> environment, Duration limit) {
    this.command = List.copyOf(command);
    this.folder = folder;
    this.environment = environment;
    this.limit = limit;
  }

  /** The same without environment variables that could change how the subject computes. */
  static ProcessSubject inCleanEnvironment(List<String> command, Path folder, Duration limit) {
    return new ProcessSubject(command, folder, NECESSARY, limit);
  }

  @Override
  public Hello hello() {
    if (hello == null) {
      connect();
    }
    return hello;
  }

  @Override
  public Answer answer(Case question, List<Slot> owed) {
    if (child == null) {
      connect();
    }
    try {
      return hello.encodings().contains(Encoding.NPY) ? answerWithFiles(question, owed) : answer(question, owed, null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Answer answerWithFiles(Case question, List<Slot> owed) throws IOException {
    try (Scratch scratch = Scratch.create()) {
      return answer(question, owed, scratch.folder());
    }
  }

  private Answer answer(Case question, List<Slot> owed, Path scratch) throws IOException {
    return exchange(
        Protocol.line(question, hello.encodings(), scratch), line -> Protocol.answer(line, question, owed, scratch));
  }

  private void connect() {
    child = ChildProcess.start(command, folder, environment);
    hello = exchange(Protocol.GREETING, Protocol::hello);
  }

  private <R> R exchange(String line, Function<String, R> reader) {
    try {
      return reader.apply(child.ask(line, limit));
    } catch (DocumentException e) {
      abandon();
      throw new SubjectException(Failure.MALFORMED, e.getMessage());
    } catch (SubjectException e) {
      abandon();
      throw e;
    }
  }

  private void abandon() {
    child.abandon();
    child = null;
  }

  @Override
  public void close() {
    if (child != null) {
      child.close();
      child = null;
    }
  }
}
