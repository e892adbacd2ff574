package org.bnoracle.blocked;

/** How to compute: with which kernels, on how many threads, how exactly. */
public final class Engine {
  final Kernels kernels;
  final int threads;
  final Mode mode;
  private final Tally tally = new Tally();

  /**
   * With the best kernels that this JVM can run.
   *
   * @param threads the most threads to use, the caller's included
   * @throws IllegalArgumentException if there are none
   */
  public Engine(int threads, Mode mode) {
    this(KernelChoice.BEST, threads, mode);
  }

  /** The same with the scalar kernels. */
  public static Engine scalar(int threads, Mode mode) {
    return new Engine(Kernels.SCALAR, threads, mode);
  }

  Engine(Kernels kernels, int threads, Mode mode) {
    if (threads < 1) {
      throw new IllegalArgumentException("threads must be 1 or more, was " + threads);
    }
    this.kernels = kernels;
    this.threads = threads;
    this.mode = mode;
  }

  /** Counts what this engine decides the slow ways. */
  public Tally tally() {
    return tally;
  }

  /** The kernels that this JVM runs, in words. */
  public static String kernelsInUse() {
    return KernelChoice.BEST.name();
  }
}
