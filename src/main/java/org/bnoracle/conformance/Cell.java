package org.bnoracle.conformance;

import org.bnoracle.accuracy.Discrepancy;
import org.bnoracle.accuracy.Grade;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.operation.Operation;
import org.bnoracle.operation.Slot;

/**
 * What a family's cases say of one output.
 *
 * @param cases how many were graded
 * @param worst the worst grade of an element, and the largest distance in ulp
 * @param worstCase the case with that distance
 */
public record Cell(
    Operation operation, BinaryFormat format, String family, Slot output, int cases, Discrepancy worst, String worstCase) {

  /** This cell and one more case. */
  Cell and(Discrepancy discrepancy, String id) {
    boolean isWorse = discrepancy.ulps() > worst.ulps();
    Grade grade = Grade.worst(worst.grade(), discrepancy.grade());
    return new Cell(operation, format, family, output, cases + 1,
        new Discrepancy(grade, Math.max(worst.ulps(), discrepancy.ulps())), isWorse ? id : worstCase);
  }
}
