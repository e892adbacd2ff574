package org.bnoracle.blocked;

/**
 * The loops over elements. Each works on rows of as many elements as a vector has lanes; row r begins at {@code at + r stride}.
 * In a run of one channel's values the rows follow each other and all lanes have the same coefficients; where channels lie
 * side by side a row is a piece of one position, and each lane is a channel of its own. Every loop therefore takes its
 * coefficients from {@link Columns}, at the lanes from {@code lane} on.
 *
 * <p>Implementations differ in the number of lanes and hence in the order of sums. What is decided from their results does
 * not differ.
 *
 * @param name the name for people
 * @param lanes elements of a row
 */
record Kernels(String name, int lanes, SumKernels sums, MapKernels maps) {
  /** In plain Java, for every JVM: one lane. */
  static final Kernels SCALAR = new Kernels("scalar", 1, new ScalarSums(), new ScalarMaps());
}
