package org.bnoracle.faults;

import java.util.Set;
import org.bnoracle.operation.Case;

/** What a faulty driver makes of a case before it computes anything. */
final class Driver {
  private Driver() {}

  static Case changed(Case question, Set<Fault> faults) {
    return new Case(question.id(), question.comment(), question.flags(), question.operation(),
        FaultySettings.of(question, faults), FaultyInputs.of(question, faults));
  }
}
