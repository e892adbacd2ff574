package org.bnoracle.subject;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Drains a stream and remembers its last lines. */
final class LastLines implements Runnable {
  private static final int KEPT = 3;
  private static final int WIDTH = 300;

  private final InputStream stream;
  private final Consumer<String> listener;
  private final Deque<String> lines = new ArrayDeque<>();
  private final CountDownLatch drained = new CountDownLatch(1);

  LastLines(InputStream stream) {
    this(stream, line -> {});
  }

  /** @param listener is told of each line */
  LastLines(InputStream stream, Consumer<String> listener) {
    this.stream = stream;
    this.listener = listener;
  }

  @Override
  public void run() {
    try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        remember(line.strip());
        listener.accept(line);
      }
    } catch (IOException e) {
      // the process is gone, and with it the stream
    } finally {
      drained.countDown();
    }
  }

  private synchronized void remember(String line) {
    if (line.isEmpty()) {
      return;
    }
    if (lines.size() == KEPT) {
      lines.removeFirst();
    }
    lines.add(line.length() > WIDTH ? line.substring(0, WIDTH) + "…" : line);
  }

  /** Waits for the end of the stream, at most so long: a grandchild may hold it open. */
  void awaitEnd(Duration limit) throws InterruptedException {
    drained.await(limit.toMillis(), TimeUnit.MILLISECONDS);
  }

  synchronized String text() {
    return String.join(" / ", lines);
  }
}
