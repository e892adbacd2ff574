package org.bnoracle.blocked;

import java.util.function.Supplier;

/**
 * The kernels with the Vector API: the statements of those in plain Java on vectors. These live in local variables only and go
 * from method to method in arrays, so that none is ever an object.
 */
final class VectorKernels implements Supplier<Kernels> {
  @Override
  public Kernels get() {
    return new Kernels(
        "Vector API, " + Vectors.D.vectorBitSize() + " bits", Vectors.D.length(), new VectorSums(), new VectorMaps());
  }
}
