package org.bnoracle.power;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bnoracle.catalogue.Sequence;
import org.bnoracle.faults.Fault;
import org.bnoracle.oracle.DecimalOpinion;
import org.bnoracle.oracle.Evaluation;
import org.bnoracle.oracle.Output;

/**
 * What a family is there for.
 *
 * @param cases how many it has
 * @param faults those that it catches and no smaller family does, by the number of values of x
 * @param mutants how many it catches that no smaller family does
 * @param sequences how many there are of cases that follow each other
 * @param values how many results it has
 * @param special how many of its results are no numbers: NaN, infinite, or without a value
 * @param hard how many of its results decimals of {@value #DIGITS} digits cannot round
 */
public record Merit(String family, int cases, List<Fault> faults, long mutants, long sequences, long values, long special, long hard) {
  static final int DIGITS = 40;
  private static final int PART = 50;

  static List<Merit> all(Traps traps, FaultMatrix faults, MutantResults mutants) {
    List<String> bySize = traps.families();
    Map<String, Long> mutantsByFamily = new HashMap<>();
    mutants.caught().forEach(result -> mutantsByFamily.merge(result.caught().orElseThrow().family(), 1L, Long::sum));
    Set<String> firstSteps = Sequence.published().stream().map(sequence -> sequence.ids().get(0)).collect(Collectors.toSet());
    return traps.families().parallelStream().map(family -> {
      List<Trap> cases = traps.of(family);
      return new Merit(family, cases.size(),
          faults.rows().stream().filter(row -> smallest(row, bySize).equals(Optional.of(family))).map(FaultMatrix.Row::fault).toList(),
          mutantsByFamily.getOrDefault(family, 0L), cases.stream().filter(trap -> firstSteps.contains(trap.question().id())).count(),
          cases.stream().mapToLong(trap -> values(trap.evaluation())).sum(),
          cases.stream().mapToLong(trap -> special(trap.evaluation())).sum(), cases.stream().mapToLong(Merit::hard).sum());
    }).toList();
  }

  /** Whether special values are more than an accident. */
  public boolean isSpecial() {
    return special * PART >= values;
  }

  /** Whether results that are hard to round are more than an accident. */
  public boolean isHard() {
    return hard * PART >= values;
  }

  /** Whether the family earns its place. */
  public boolean isEarned() {
    return !faults.isEmpty() || mutants > 0 || isSpecial() || isHard() || sequences > 0;
  }

  /** The smallest family that a fault is wrong in, or else unstable. */
  private static Optional<String> smallest(FaultMatrix.Row row, List<String> bySize) {
    List<Cell> wrong = row.cells().stream().filter(cell -> cell.caught().filter(Catch::isWrong).isPresent()).toList();
    Stream<Cell> caught = wrong.isEmpty() ? row.cells().stream().filter(cell -> cell.caught().isPresent()) : wrong.stream();
    return caught.map(Cell::family).min(Comparator.comparing(bySize::indexOf));
  }

  private static long values(Evaluation evaluation) {
    return evaluation.residuals().values().stream().mapToLong(residuals -> residuals.length).sum();
  }

  private static long special(Evaluation evaluation) {
    return evaluation.outputs().values().stream().mapToLong(output -> output instanceof Output.Values values
        ? IntStream.range(0, values.tensor().size()).filter(i -> !Double.isFinite(values.tensor().get(i))).count()
        : 1).sum();
  }

  /** Terms that cancel to an exact zero are no rounding. */
  private static long hard(Trap trap) {
    DecimalOpinion opinion = new DecimalOpinion(DIGITS);
    opinion.consider(trap.question(), trap.evaluation().outputs());
    long zeros = trap.evaluation().outputs().entrySet().stream().filter(output -> output.getValue() instanceof Output.Values).mapToLong(output -> {
      Output.Values values = (Output.Values) output.getValue();
      double[] residuals = trap.evaluation().residuals().get(output.getKey());
      return IntStream.range(0, residuals.length).filter(i -> values.tensor().get(i) == 0 && residuals[i] == 0).count();
    }).sum();
    return Math.max(0, opinion.indeterminate() - zeros);
  }
}
