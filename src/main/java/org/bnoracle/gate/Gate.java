package org.bnoracle.gate;

import java.util.Optional;
import java.util.stream.Stream;
import org.bnoracle.conformance.Report;

/** What a run must meet: a policy, and an earlier run where one is given. */
public record Gate(Policy policy, Optional<Baseline> baseline) {
  /** The default policy alone. */
  public static final Gate DEFAULT = new Gate(Policy.DEFAULT, Optional.empty());

  public Verdict judge(Report report) {
    return new Verdict(report, Stream.concat(
        policy.breaches(report).stream(), baseline.stream().flatMap(b -> b.breaches(report).stream())).toList());
  }
}
