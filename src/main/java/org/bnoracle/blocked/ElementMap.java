package org.bnoracle.blocked;

import org.bnoracle.number.BinaryFormat;

/** How the results of one channel follow from its elements, with bounds. */
sealed interface ElementMap permits AffineMap, CombinedMap {
  /** Writes a lane's columns for kernels whose results have that format. */
  void into(Columns columns, int lane, BinaryFormat format);

  /** Whether it decides nothing. */
  boolean isUnknown();
}
