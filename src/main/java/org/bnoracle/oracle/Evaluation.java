package org.bnoracle.oracle;

import java.util.Map;
import org.bnoracle.operation.Slot;

/**
 * The oracle's answer to a case.
 *
 * @param outputs in the order of documents
 * @param residuals of each output, element by element: exact result minus value, in ulp of the value; NaN where the
 *     value is not finite
 */
public record Evaluation(Map<Slot, Output> outputs, Map<Slot, double[]> residuals) {}
