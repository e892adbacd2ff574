package org.bnoracle.power;

import java.util.Optional;
import org.bnoracle.operation.Operation;

/**
 * What becomes of a program in the cases of one operation in one family.
 *
 * @param changes whether it gives other bits than the paper's text
 * @param caught by the smallest case that it is wrong in, or else unstable
 */
public record Cell(Operation operation, String family, boolean changes, Optional<Catch> caught) {}
