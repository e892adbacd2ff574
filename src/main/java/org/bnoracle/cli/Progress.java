package org.bnoracle.cli;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Progress on standard error, where that is a terminal; the launcher says so. */
final class Progress implements AutoCloseable {
  private static final String IS_TERMINAL = "BN_ORACLE_TERMINAL";

  private final ProgressBar bar;

  private Progress(ProgressBar bar) {
    this.bar = bar;
  }

  /** @param steps how many there are; -1 where nobody knows */
  static Progress of(String task, long steps) {
    boolean isTerminal = "1".equals(System.getenv(IS_TERMINAL));
    return new Progress(isTerminal
        ? new ProgressBarBuilder().setTaskName(task).setInitialMax(steps).setStyle(ProgressBarStyle.ASCII).clearDisplayOnFinish().build()
        : null);
  }

  /** What is being done. */
  void say(String what) {
    if (bar != null) {
      bar.setExtraMessage(what);
    }
  }

  /** One step more; from any thread. */
  void step() {
    if (bar != null) {
      bar.step();
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
