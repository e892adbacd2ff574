package org.bnoracle.subject;

/** A process and all that it started. */
final class ProcessTree {
  private ProcessTree() {}

  static void kill(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
