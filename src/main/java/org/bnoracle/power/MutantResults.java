package org.bnoracle.power;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bnoracle.operation.Operation;

/** What becomes of the mutants of the paper's text: each runs as a subject through a suite. */
public record MutantResults(List<Result> all) {
  /**
   * What becomes of a mutant.
   *
   * @param equivalent whether it gives the same as the paper's text in exact arithmetic, certified by equal polynomials for
   *     channels of up to {@value Mutants#MOST_VALUES} values
   * @param caught by the smallest case that does; an equivalent may round otherwise
   */
  public record Result(Mutant mutant, boolean equivalent, Optional<Catch> caught) {}

  /** @param progress is called after each operation, from any thread */
  static MutantResults of(Traps traps, Runnable progress) {
    return new MutantResults(Arrays.stream(Operation.values()).flatMap(operation -> {
      Mutants mutants = new Mutants(operation, traps.of(operation));
      List<Result> results = mutants.all().parallelStream()
          .map(mutant -> new Result(mutant, mutants.isEquivalent(mutant), mutants.caught(mutant))).toList();
      progress.run();
      return results.stream();
    }).toList());
  }

  /** Those of one operation. */
  public MutantResults of(Operation operation) {
    return new MutantResults(all.stream().filter(result -> result.mutant.operation() == operation).toList());
  }

  /** Those that are certified to be equivalent. */
  public List<Result> equivalent() {
    return all.stream().filter(Result::equivalent).toList();
  }

  /** Those that are caught, equivalents aside. */
  public List<Result> caught() {
    return all.stream().filter(result -> !result.equivalent && result.caught.isPresent()).toList();
  }

  /** Those that neither are caught nor have a certificate. */
  public List<Result> surviving() {
    return all.stream().filter(result -> !result.equivalent && result.caught.isEmpty()).toList();
  }
}
