package org.bnoracle.blocked;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** What all loops on vectors use. */
final class Vectors {
  /** Of the machine's width. */
  static final VectorSpecies<Double> D = DoubleVector.SPECIES_PREFERRED;

  private Vectors() {}

  static DoubleVector column(Columns columns, int column, int lane) {
    return DoubleVector.fromArray(D, columns.values, column * columns.width + lane);
  }

  /** {@link DoubleDouble#sumError}. */
  static DoubleVector sumError(DoubleVector a, DoubleVector b, DoubleVector sum) {
    DoubleVector bb = sum.sub(a);
    return a.sub(sum.sub(bb)).add(b.sub(bb));
  }
}
