package org.bnoracle.power;

import java.util.List;
import org.bnoracle.catalogue.Suite;
import org.bnoracle.faults.Fault;
import org.bnoracle.operation.Operation;

/**
 * What a suite catches.
 *
 * @param suite its name
 * @param cases how many it has
 * @param merits of the families, in the order of the suite
 */
public record Power(String suite, int cases, FaultMatrix faults, MutantResults mutants, List<Merit> merits) {
  /** @param progress is called {@link #steps} times, from any thread */
  public static Power of(String suite, List<Suite.Part> parts, Runnable progress) {
    Traps traps = new Traps(parts);
    FaultMatrix faults = FaultMatrix.of(traps, fault -> progress.run());
    MutantResults mutants = MutantResults.of(traps, progress);
    return new Power(suite, traps.size(), faults, mutants, Merit.all(traps, faults, mutants));
  }

  /** How often progress is made. */
  public static int steps() {
    return Fault.values().length + Operation.values().length;
  }

  /** Whether all that must be caught is, and nothing else. */
  public boolean isComplete() {
    return faults.isComplete() && mutants.surviving().isEmpty();
  }
}
