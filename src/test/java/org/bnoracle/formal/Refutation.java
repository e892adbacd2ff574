package org.bnoracle.formal;

import static org.bnoracle.faults.Fault.ACTIVATION_GRADIENT_AT_ZERO;
import static org.bnoracle.faults.Fault.BESSEL_BY_SHARD;
import static org.bnoracle.faults.Fault.MEAN_OF_MEANS;
import static org.bnoracle.faults.Fault.MEAN_OF_SHARD_MEANS;
import static org.bnoracle.faults.Fault.NORMALIZED_FROM_Y;
import static org.bnoracle.faults.Fault.ONE_PASS;
import static org.bnoracle.faults.Fault.ONE_PASS_CLAMPED;
import static org.bnoracle.faults.Fault.POPULATION_BY_SIZE;
import static org.bnoracle.faults.Fault.REARRANGED;
import static org.bnoracle.faults.Fault.SHARD_GRADIENT_MEANS;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bnoracle.faults.Fault;

/**
 * That a faulty program does not compute what the specification says, and a point at which it does not.
 *
 * @param statement what is refuted
 */
record Refutation(Fault fault, Statement statement) {
  private static final Map<String, String> CHANNEL = Map.of(
      "epsilon", "(7/4)", "gamma", "(-2)", "beta", "(-3)", "momentum", "(23/135)", "running_mean", "2", "running_variance", "(9/64)",
      "dmean", "5", "dvariance", "7");
  private static final List<String> X_OF_2 = List.of("(5/2)", "(-1/2)");
  private static final List<String> X_OF_MORE = List.of("(5/2)", "(5/2)", "(-2)", "0", "1");
  private static final List<String> OTHER = List.of("1", "3", "8");

  /** Real numbers do not tell them from the paper; or they divide by 0. */
  private static final Set<Fault> APART = EnumSet.of(
      ONE_PASS, ONE_PASS_CLAMPED, REARRANGED, NORMALIZED_FROM_Y, BESSEL_BY_SHARD, ACTIVATION_GRADIENT_AT_ZERO);
  /** The fewest values that tell them from the paper, if not 2. */
  private static final Map<Fault, Integer> LEAST = Map.of(
      MEAN_OF_MEANS, 3, MEAN_OF_SHARD_MEANS, 3, SHARD_GRADIENT_MEANS, 3, POPULATION_BY_SIZE, 5);

  /** Of every fault that changes a term; others round, move or lose values. */
  static List<Refutation> all() {
    return Arrays.stream(Fault.values()).filter(fault -> !APART.contains(fault)).flatMap(fault -> of(fault).stream()).toList();
  }

  /** At the first case whose term the fault changes. */
  private static Optional<Refutation> of(Fault fault) {
    return SpecifiedCase.of(LEAST.getOrDefault(fault, 2)).stream()
        .flatMap(about -> term(about, fault).stream()).filter(statement -> !statement.equals(Statement.about(statement.about(), Programs.PAPER)))
        .findFirst().map(statement -> new Refutation(fault, statement));
  }

  /** Empty where the faulty program rounds, or computes with numbers before the equations see them. */
  private static Optional<Statement> term(SpecifiedCase about, Fault fault) {
    try {
      return Optional.of(Statement.about(about, Programs.with(fault)));
    } catch (TermArithmetic.NoTermException e) {
      return Optional.empty();
    }
  }

  String name() {
    return fault.label().replace('-', '_') + "_in_" + statement.about().name();
  }

  String proposition() {
    return "~ (" + statement.proposition() + ")";
  }

  /** Values of the symbols at which the roots are rational. */
  String point() {
    return statement.about().symbols().values().stream().map(this::value).collect(Collectors.joining(" "));
  }

  private String value(String symbol) {
    if (!Character.isDigit(symbol.charAt(symbol.length() - 1))) {
      return CHANNEL.getOrDefault(symbol, "11");
    }
    int i = symbol.charAt(symbol.length() - 1) - '0';
    if (symbol.startsWith("x") && !symbol.startsWith("x_")) {
      return (statement.about().question().data().size() == 2 ? X_OF_2 : X_OF_MORE).get(i);
    }
    return OTHER.get(i);
  }
}
