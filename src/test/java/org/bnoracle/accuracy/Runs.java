package org.bnoracle.accuracy;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.bnoracle.equations.OnlineText;
import org.bnoracle.equations.Text;
import org.bnoracle.operation.Case;
import org.bnoracle.operation.Slot;

/** Simulated runs of a member of a class, and the region where its results must lie. */
final class Runs {
  private final Case question;
  private final Implementation member;
  private final Machine machine;
  private final Candidate candidate;

  Runs(Case question, Implementation member, Machine machine) {
    this.question = question;
    this.member = member;
    this.machine = machine;
    this.candidate = Candidate.all(question, 0, List.of(member), machine).get(0);
  }

  Region region(Slot slot) {
    return candidate.region(slot);
  }

  /** The stored results of one run. */
  Map<Slot, double[]> run(long seed, RoughArithmetic.Order order) {
    RoughArithmetic arithmetic = new RoughArithmetic(machine, seed, order);
    Text text = member.online() ? new OnlineText(member.spelling(), seed) : member.spelling();
    Map<Slot, double[]> results = new EnumMap<>(Slot.class);
    question.operation().compute(text.over(arithmetic), question.channel(0, arithmetic)).forEach((slot, numbers) ->
        results.put(slot, numbers.stream().mapToDouble(n -> question.formatOf(slot).nearest(n.value())).toArray()));
    return results;
  }

  /** How many elements were compared; those that nothing is claimed of are left out. */
  long check(long seed, RoughArithmetic.Order order) {
    long[] compared = {0};
    run(seed, order).forEach((slot, results) -> {
      Region region = region(slot);
      boolean[] claimed = new boolean[results.length];
      for (int i = 0; i < results.length; i++) {
        claimed[i] = Double.isFinite(region.error(i).size());
        compared[0] += claimed[i] ? 1 : 0;
      }
      if (!candidate.holds(slot, results, i -> claimed[i])) {
        throw new AssertionError(describe(slot, region, results, claimed, seed, order));
      }
    });
    return compared[0];
  }

  private String describe(Slot slot, Region region, double[] results, boolean[] claimed, long seed, RoughArithmetic.Order order) {
    List<String> outside = new ArrayList<>();
    for (int i = 0; i < results.length; i++) {
      double error = results[i] - region.value(i).hi();
      if (claimed[i] && !region.error(i).has(error)) {
        outside.add("%d: %s, value %s, error %s, %s".formatted(i, results[i], region.value(i), error, region.error(i)));
      }
    }
    return "%s of %s outside %s, seed %d %s: %s%n%s".formatted(slot, member, machine, seed, order,
        outside.isEmpty() ? "only together" : outside.subList(0, Math.min(3, outside.size())), question.inputs());
  }
}
