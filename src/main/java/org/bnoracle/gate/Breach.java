package org.bnoracle.gate;

import java.util.Optional;
import org.bnoracle.conformance.Report;

/**
 * Something that keeps a run from passing.
 *
 * @param what the same words for all cases with the same fault
 * @param detail what is particular to this one; may be empty
 * @param where the case; empty where it is a matter of the whole run
 */
public record Breach(String what, String detail, Optional<Report.Result> where) {
  static Breach of(String what) {
    return new Breach(what, "", Optional.empty());
  }

  static Breach in(Report.Result result, String what, String detail) {
    return new Breach(what, detail, Optional.of(result));
  }
}
