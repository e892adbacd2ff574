package org.bnoracle.faults;

import static org.bnoracle.faults.Fault.MASKED_PATHS_SKIPPED;
import static org.bnoracle.faults.Fault.NO_MEAN_GRADIENT;
import static org.bnoracle.faults.Fault.NO_VARIANCE_GRADIENT;
import static org.bnoracle.faults.Fault.STATE_NEEDS_GAMMA;
import static org.bnoracle.faults.Fault.STATE_NOT_UPDATED;

import java.util.EnumSet;
import java.util.Set;
import org.bnoracle.operation.Case;
import org.bnoracle.operation.Slot;

/** Faults that are others on some occasions. */
final class Occasion {
  private Occasion() {}

  /** The faults that show in a case. */
  static Set<Fault> shown(Set<Fault> faults, Case question) {
    if (!faults.contains(MASKED_PATHS_SKIPPED) && !faults.contains(STATE_NEEDS_GAMMA)) {
      return faults;
    }
    Set<Fault> shown = EnumSet.copyOf(faults);
    if (faults.contains(STATE_NEEDS_GAMMA) && !question.inputs().containsKey(Slot.GAMMA)) {
      shown.add(STATE_NOT_UPDATED);
    }
    if (faults.contains(MASKED_PATHS_SKIPPED) && question.operation().signature().allOutputs().contains(Slot.DX)) {
      if (!question.outputs().contains(Slot.DGAMMA)) {
        shown.add(NO_VARIANCE_GRADIENT);
      }
      if (!question.outputs().contains(Slot.DBETA)) {
        shown.add(NO_MEAN_GRADIENT);
      }
    }
    return shown;
  }
}
