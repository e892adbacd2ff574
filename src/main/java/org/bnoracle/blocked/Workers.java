package org.bnoracle.blocked;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Runs numbered tasks on the calling thread and on helpers: daemon threads that are shared by all and end when idle. */
final class Workers {
  private static final ExecutorService HELPERS = Executors.newCachedThreadPool(runnable -> {
    Thread thread = new Thread(runnable, "bn-oracle-helper");
    thread.setDaemon(true);
    return thread;
  });

  private Workers() {}

  /** What a worker, counted from 0, does for a task. */
  interface Work {
    void run(int worker, int task);
  }

  /** Runs the tasks 0 to {@code tasks} - 1 on at most that many threads; returns when all are done. */
  static void run(int threads, int tasks, Work work) {
    int helpers = Math.min(threads, tasks) - 1;
    AtomicInteger next = new AtomicInteger();
    if (helpers <= 0) {
      drain(next, tasks, 0, work);
      return;
    }
    Future<?>[] running = IntStream.rangeClosed(1, helpers)
        .mapToObj(worker -> HELPERS.submit(() -> drain(next, tasks, worker, work)))
        .toArray(Future<?>[]::new);
    Throwable failure = null;
    try {
      drain(next, tasks, 0, work);
    } catch (RuntimeException | Error e) {
      failure = e;
    }
    next.set(tasks);
    for (Future<?> helper : running) {
      failure = failureOf(helper, failure);
    }
    rethrow(failure);
  }

  private static void drain(AtomicInteger next, int tasks, int worker, Work work) {
    for (int task = next.getAndIncrement(); task < tasks; task = next.getAndIncrement()) {
      work.run(worker, task);
    }
  }

  /** Waits for a helper; the first failure of all, or null. */
  private static Throwable failureOf(Future<?> helper, Throwable earlier) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          helper.get();
          return earlier;
        } catch (InterruptedException e) {
          interrupted = true;
        } catch (ExecutionException e) {
          return earlier == null ? e.getCause() : earlier;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static void rethrow(Throwable failure) {
    if (failure instanceof Error error) {
      throw error;
    }
    if (failure != null) {
      throw (RuntimeException) failure;
    }
  }
}
