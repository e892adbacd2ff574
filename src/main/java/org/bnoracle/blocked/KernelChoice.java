package org.bnoracle.blocked;

import java.util.function.Supplier;

/** The Vector API where its module is present, else the scalar kernels. */
final class KernelChoice {
  private static final String MODULE = "jdk.incubator.vector";
  private static final String WITH_MODULE = "org.bnoracle.blocked.VectorKernels";

  static final Kernels BEST = choose();

  private KernelChoice() {}

  private static Kernels choose() {
    if (ModuleLayer.boot().findModule(MODULE).isEmpty()) {
      return Kernels.SCALAR;
    }
    try {
      return (Kernels) ((Supplier<?>) Class.forName(WITH_MODULE).getDeclaredConstructor().newInstance()).get();
    } catch (ReflectiveOperationException | LinkageError e) {
      return Kernels.SCALAR;
    }
  }
}
