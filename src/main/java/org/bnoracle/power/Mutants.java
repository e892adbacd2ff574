package org.bnoracle.power;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.bnoracle.accuracy.TextProgram;
import org.bnoracle.equations.Arithmetic;
import org.bnoracle.equations.Equations;
import org.bnoracle.equations.Text;
import org.bnoracle.operation.Attribute;
import org.bnoracle.operation.Case;
import org.bnoracle.operation.Operation;
import org.bnoracle.operation.Slot;

/** All mutants of the paper's text of one operation, and what becomes of them. */
final class Mutants {
  /** Certificates are for up to as many values. */
  static final int MOST_VALUES = 6;

  private final Operation operation;
  private final List<Trap> traps;
  private final Map<Kind, List<Site>> traces = new ConcurrentHashMap<>();
  private List<SymbolicCase> symbolic;

  Mutants(Operation operation, List<Trap> traps) {
    this.operation = operation;
    this.traps = traps;
  }

  /** What decides on the operations that a text carries out. */
  private record Kind(Set<Slot> inputs, List<Slot> outputs, Map<Attribute, Object> settings, int m) {
    private static final List<Attribute> SETTINGS =
        List.of(Attribute.BATCH_INDEX, Attribute.VARIANCE_CONVENTION, Attribute.ACTIVATION, Attribute.BATCH_SIZES);

    static Kind of(Case question) {
      Map<Attribute, Object> settings = new LinkedHashMap<>(question.attributes().only(SETTINGS).values());
      settings.computeIfPresent(Attribute.BATCH_INDEX, (attribute, index) -> 1);
      return new Kind(question.inputs().keySet(), question.outputs(), settings, question.view().count());
    }

    /** The same for any number of values. */
    Kind ofAnySize() {
      Map<Attribute, Object> others = new LinkedHashMap<>(settings);
      others.remove(Attribute.BATCH_SIZES);
      return new Kind(inputs, outputs, others, Math.min(m, 2));
    }
  }

  /** One for every form that every site may have instead of its own. */
  List<Mutant> all() {
    Set<Site> sites = new LinkedHashSet<>();
    representatives().forEach(trap -> sites.addAll(trace(trap)));
    Map<String, Integer> namesakes = new HashMap<>();
    List<Mutant> mutants = new ArrayList<>();
    for (Site site : sites) {
      int number = namesakes.merge(site.label(), 1, Integer::sum);
      String place = number == 1 ? site.label() : "%s (%d)".formatted(site.label(), number);
      site.form().mutations().forEach(form -> mutants.add(new Mutant(operation, site, place, form)));
    }
    return mutants;
  }

  /** The smallest case of each kind. */
  private List<Trap> representatives() {
    Map<Kind, Trap> smallest = new LinkedHashMap<>();
    traps.forEach(trap -> smallest.putIfAbsent(Kind.of(trap.question()).ofAnySize(), trap));
    return List.copyOf(smallest.values());
  }

  private List<Site> trace(Trap trap) {
    return traces.computeIfAbsent(Kind.of(trap.question()), kind -> {
      List<List<Site>> byChannel = new ArrayList<>();
      trap.bite(new TextProgram(new TracedText(byChannel)));
      return byChannel.isEmpty() ? List.of() : byChannel.get(0);
    });
  }

  private record TracedText(List<List<Site>> byChannel) implements Text {
    @Override
    public <T> Equations<T> over(Arithmetic<T> arithmetic) {
      List<Site> trace = new ArrayList<>();
      byChannel.add(trace);
      return new Equations<>(new TracingArithmetic<>(arithmetic, trace));
    }
  }

  private record MutatedText(List<Site> trace, Mutant mutant) implements Text {
    @Override
    public <T> Equations<T> over(Arithmetic<T> arithmetic) {
      return new Equations<>(new MutatedArithmetic<>(arithmetic, trace, mutant));
    }
  }

  /** The smallest case that catches a mutant. */
  Optional<Catch> caught(Mutant mutant) {
    return traps.stream().filter(trap -> trace(trap).contains(mutant.site()))
        .flatMap(trap -> trap.bite(new TextProgram(new MutatedText(trace(trap), mutant))).caught().stream()).findFirst();
  }

  /** Whether a mutant gives the same as the text for all data of up to {@value #MOST_VALUES} values: the same polynomials. */
  boolean isEquivalent(Mutant mutant) {
    List<SymbolicCase> questions = symbolic().stream().filter(question -> question.has(mutant.site())).toList();
    return !questions.isEmpty() && questions.stream().allMatch(question -> question.cannotTell(mutant));
  }

  /** A layer has weights, and the sample variance needs two values. */
  private int leastValues() {
    return switch (operation) {
      case POPULATION -> 2;
      case FOLD -> 1;
      default -> 0;
    };
  }

  private synchronized List<SymbolicCase> symbolic() {
    if (symbolic == null) {
      symbolic = representatives().stream().map(Trap::question).flatMap(question ->
          IntStream.rangeClosed(leastValues(), MOST_VALUES).mapToObj(m -> new SymbolicCase(question, m))).toList();
    }
    return symbolic;
  }
}
