package org.bnoracle.document;

import java.util.Map;
import org.bnoracle.operation.Case;
import org.bnoracle.operation.Slot;
import org.bnoracle.oracle.Output;

/**
 * A case and its published outputs.
 *
 * @param outputs in the order of documents; empty where they are still to be computed
 */
public record Vector(Case question, Map<Slot, Output> outputs) {}
