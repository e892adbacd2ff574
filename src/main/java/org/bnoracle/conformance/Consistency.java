package org.bnoracle.conformance;

import org.bnoracle.number.BinaryFormat;
import org.bnoracle.operation.Operation;
import org.bnoracle.operation.Slot;

/**
 * Whether one output of a subject's backward is the gradient of what its own forward gives.
 *
 * @param derivatives how many were compared
 * @param worst the largest difference, as a part of what rounding and truncation can make of it
 */
public record Consistency(
    Operation forward, Operation backward, BinaryFormat format, Slot output, int derivatives, double worst) {

  public boolean holds() {
    return worst <= 1;
  }

  Consistency and(double difference) {
    return new Consistency(forward, backward, format, output, derivatives + 1, Math.max(worst, difference));
  }
}
