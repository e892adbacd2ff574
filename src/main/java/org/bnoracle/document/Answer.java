package org.bnoracle.document;

import java.util.Map;
import org.bnoracle.operation.Slot;
import org.bnoracle.tensor.Tensor;

/** What a subject says to a case. */
public sealed interface Answer {
  record Results(Map<Slot, Tensor> outputs) implements Answer {}

  /** The subject does not implement this. */
  record Unsupported(String why) implements Answer {}

  /** The input is invalid by the subject's contract. */
  record Refused(String why) implements Answer {}
}
