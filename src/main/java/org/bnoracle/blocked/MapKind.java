package org.bnoracle.blocked;

/** How results follow from elements. */
enum MapKind {
  /** {@link AffineMap}. */
  AFFINE,
  /** The same where t is 0. */
  LINEAR,
  /** The same where d has a known reach. */
  ANCHORED,
  /** {@link CombinedMap}. */
  COMBINED
}
