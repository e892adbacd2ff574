package org.bnoracle.operation;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What follows the normalization in the same operation. */
public enum Activation {
  /** Nothing. */
  NONE,
  /** max(0, y). */
  RELU,
  /** max(0, y + z). */
  ADD_RELU;

  /** The input that it cannot do without; empty if there is none. */
  public Optional<Slot> operand() {
    return this == ADD_RELU ? Optional.of(Slot.Z) : Optional.empty();
  }

  /** This one and those that do more. */
  public List<Activation> andMore() {
    return Arrays.stream(values()).filter(other -> other.compareTo(this) >= 0).toList();
  }
}
