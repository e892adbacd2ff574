package org.bnoracle.subject;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.bnoracle.subject.SubjectException.Failure;

/**
 * A child process that answers a line with a line. It is killed, with all that it started, when it fails, when it is
 * closed, and when this process ends.
 */
final class ChildProcess implements AutoCloseable {
  private static final int LINE_LIMIT = 256 << 20;
  private static final Duration GRACE = Duration.ofSeconds(2);

  private final Process process;
  private final InputStream output;
  private final LastLines complaints;
  private final ExecutorService exchange = Executors.newCachedThreadPool(ChildProcess::daemon);
  private final Thread killer;

  private ChildProcess(Process process) {
    this.process = process;
    this.killer = new Thread(() -> ProcessTree.kill(process));
    this.output = new BufferedInputStream(process.getInputStream(), 1 << 16);
    this.complaints = new LastLines(process.getErrorStream());
    exchange.execute(complaints);
    Runtime.getRuntime().addShutdownHook(killer);
  }

  /** @param environment the variables to keep; null for all */
  static ChildProcess start(List<String> command, Path folder, Set<String> environment) {
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    if (environment != null) {
      builder.environment().keySet().retainAll(environment);
    }
    try {
      return new ChildProcess(builder.start());
    } catch (IOException e) {
      throw new SubjectException(Failure.CRASHED, "cannot start '%s': %s".formatted(String.join(" ", command), e.getMessage()));
    }
  }

  /**
   * Writes a line and returns the next line of the child.
   *
   * @throws SubjectException if there is none in time; the child is gone then
   */
  String ask(String line, Duration limit) {
    Future<?> written = exchange.submit(() -> write(line));
    Future<String> answer = exchange.submit(this::readLine);
    try {
      String result = answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
      if (result == null) {
        throw new SubjectException(Failure.CRASHED, howItEnded());
      }
      return result;
    } catch (TimeoutException e) {
      throw new SubjectException(Failure.TIMED_OUT, "no answer within %s s".formatted(limit.toSeconds()));
    } catch (ExecutionException e) {
      throw e.getCause() instanceof SubjectException known ? known : new SubjectException(Failure.CRASHED, howItEnded());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SubjectException(Failure.CRASHED, "interrupted");
    } finally {
      written.cancel(true);
    }
  }

  private Void write(String line) throws IOException {
    process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().flush();
    return null;
  }

  private String readLine() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = output.read(); b != '\n'; b = output.read()) {
      if (b < 0) {
        return null;
      }
      if (line.size() == LINE_LIMIT) {
        throw new SubjectException(Failure.MALFORMED, "a line of more than 256 MiB");
      }
      line.write(b);
    }
    return line.toString(StandardCharsets.UTF_8);
  }

  private String howItEnded() throws SubjectException {
    try {
      boolean ended = process.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS);
      String how = ended ? "ended with exit code " + process.exitValue() : "closed its output";
      if (ended) {
        complaints.awaitEnd(GRACE);
      }
      String last = complaints.text();
      return last.isEmpty() ? how : how + "; it said: " + last;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "interrupted";
    }
  }

  /** Lets the child end by itself, for a moment. */
  @Override
  public void close() {
    try {
      process.getOutputStream().close();
      process.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (IOException e) {
      // the child is gone already
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    abandon();
  }

  /** Ends the child at once. */
  void abandon() {
    ProcessTree.kill(process);
    exchange.shutdownNow();
    try {
      Runtime.getRuntime().removeShutdownHook(killer);
    } catch (IllegalStateException e) {
      // this process is ending, and the hook runs
    }
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "subject");
    thread.setDaemon(true);
    return thread;
  }
}
