package org.bnoracle.conformance;

import org.bnoracle.accuracy.Assessment;
import org.bnoracle.accuracy.Discrepancy;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.operation.Operation;
import org.bnoracle.operation.Slot;

/**
 * What a family's cases say of one output.
 *
 * @param cases how many were graded
 * @param worst over all elements: the worst grade, the largest distance in ulp, the largest part of the bound
 * @param worstCase the first case with the worst grade, and among those the one with the largest distance
 * @param unconstrained how many elements no bound could judge
 */
public record Cell(
    Operation operation, BinaryFormat format, String family, Slot output, int cases, Discrepancy worst, String worstCase,
    long unconstrained) {

  /** This cell and one more case. */
  Cell and(Assessment assessment, String id) {
    Discrepancy other = assessment.worst();
    boolean isWorse = other.grade().compareTo(worst.grade()) > 0
        || other.grade() == worst.grade() && other.ulps() > worst.ulps();
    return new Cell(operation, format, family, output, cases + 1, worst.and(other), isWorse ? id : worstCase,
        unconstrained + assessment.unconstrained());
  }
}
