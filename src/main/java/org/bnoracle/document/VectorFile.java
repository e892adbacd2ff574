package org.bnoracle.document;

import java.util.List;
import org.bnoracle.operation.Flag;
import org.bnoracle.operation.Operation;

/**
 * A document in the vector form.
 *
 * @param family the family that made the cases; empty for a user's own cases
 * @param generator what wrote the file; empty for a user's own
 * @param flags those that the cases name
 * @param vectors in the order of the file
 */
public record VectorFile(Operation operation, String family, String generator, List<Flag> flags, List<Vector> vectors) {
  /** The version of the form. */
  public static final int FORMAT = 1;

  /** The same document by another generator, with other vectors. */
  public VectorFile with(String newGenerator, List<Vector> newVectors) {
    return new VectorFile(operation, family, newGenerator, flags, newVectors);
  }
}
