package org.bnoracle.diagnosis;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bnoracle.catalogue.Suite;
import org.bnoracle.faults.Fault;
import org.bnoracle.faults.FaultyProgram;
import org.bnoracle.operation.Case;
import org.bnoracle.tensor.Tensor;

/** Whether faults show on cases where others are, too: results differ by more than rounding can change them. */
final class Visible {
  private static final double RELATIVE = 0x1p-8;

  private final List<Case> cases;
  private final Map<Set<Fault>, Simulation> simulations = new HashMap<>();

  Visible(List<Suite.Evaluated> suite) {
    this.cases = suite.stream().filter(part -> !part.part().family().name().equals("large-offset"))
        .flatMap(part -> part.questions().stream()).map(Suite.Question::question).toList();
  }

  /** Whether a program with both differs from one with either, and from one with none. */
  boolean shows(Set<Fault> pair) {
    return pair.stream().map(Set::of).allMatch(one -> differ(pair, one) && differ(one, Set.of()));
  }

  private boolean differ(Set<Fault> some, Set<Fault> others) {
    Simulation a = simulation(some);
    Simulation b = simulation(others);
    return cases.stream().anyMatch(question -> question.outputs().stream()
        .anyMatch(slot -> differ(a.result(question, slot), b.result(question, slot))));
  }

  private Simulation simulation(Set<Fault> faults) {
    return simulations.computeIfAbsent(faults, some -> new Simulation(new FaultyProgram(some)));
  }

  /** By more than rounding, seen beside the largest value; or in what is special. */
  private static boolean differ(Tensor a, Tensor b) {
    double largest = 0;
    double apart = 0;
    for (int i = 0; i < a.size(); i++) {
      if (Double.isFinite(a.get(i)) != Double.isFinite(b.get(i))) {
        return true;
      }
      if (Double.isFinite(a.get(i))) {
        largest = Math.max(largest, Math.max(Math.abs(a.get(i)), Math.abs(b.get(i))));
        apart = Math.max(apart, Math.abs(a.get(i) - b.get(i)));
      }
    }
    return apart > RELATIVE * largest;
  }
}
