package org.bnoracle.blocked;

/** The Vector API where its module is present, else the scalar kernels. */
final class KernelChoice {
  private static final String MODULE = "jdk.incubator.vector";
  private static final String WITH_MODULE = "org.bnoracle.blocked.VectorKernels";

  static final Kernels BEST = choose();

  private KernelChoice() {}

  private static Kernels choose() {
    if (ModuleLayer.boot().findModule(MODULE).isEmpty()) {
      return new ScalarKernels();
    }
    try {
      return (Kernels) Class.forName(WITH_MODULE).getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException | LinkageError e) {
      return new ScalarKernels();
    }
  }
}
