package org.bnoracle.formal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bnoracle.equations.Spelling;
import org.bnoracle.equations.Text;
import org.bnoracle.faults.EquivalentChange;
import org.bnoracle.operation.Operation;

/**
 * The Coq files that say what the Java text computes: that it is what the specification says, for every operation and m up
 * to 6; that other spellings of the equations are too; and that faulty texts are not.
 */
final class GeneratedProofs {
  private static final int MOST = 6;
  private static final int SPELLED = 3;
  private static final double SHIFT = 0.75;
  private static final String HEAD = "(** Written by GeneratedProofsTest from the Java text: %s. *)\nFrom BN Require Import Terms.\n"
      + "Local Open Scope R_scope.\n";

  private GeneratedProofs() {}

  /** The files by name. */
  static Map<String, String> files() {
    Map<String, String> files = new TreeMap<>();
    for (Operation operation : Operation.values()) {
      files.put("Java" + camel(operation.name()) + ".v", equations(operation));
    }
    files.put("JavaSpellings.v", spellings());
    files.put("JavaFaults.v", faults());
    return files;
  }

  private static String camel(String name) {
    return Arrays.stream(name.split("_")).map(w -> w.charAt(0) + w.substring(1).toLowerCase(Locale.ROOT)).collect(Collectors.joining());
  }

  private static String equations(Operation operation) {
    String theorems = IntStream.rangeClosed(1, MOST).boxed().flatMap(m -> SpecifiedCase.of(m).stream())
        .filter(about -> about.question().operation() == operation)
        .map(about -> theorem(about.name(), Statement.about(about, Programs.PAPER).proposition(), about.tactic()))
        .collect(Collectors.joining());
    return HEAD.formatted(operation.label() + " is that of the specification") + theorems;
  }

  private static String theorem(String name, String proposition, String tactic) {
    return "\nTheorem %s : %s.\nProof. %s. Qed.\n".formatted(name, proposition, tactic);
  }

  /** Each other text once for each case whose term it changes. */
  private static String spellings() {
    Set<String> seen = new HashSet<>();
    StringBuilder file = new StringBuilder(HEAD.formatted("other spellings of the equations are the specification's too"));
    texts().forEach((name, text) -> {
      boolean ofStatistics = name.startsWith("mean_") || name.startsWith("variance_");
      for (SpecifiedCase about : ofStatistics ? SpecifiedCase.withStatistics(SPELLED) : SpecifiedCase.plain(SPELLED)) {
        SpecifiedCase shifted = about.with(SHIFT, "shift");
        Statement statement = Statement.about(shifted, Programs.of(text));
        if (!statement.equals(Statement.about(shifted, Programs.PAPER)) && seen.add(statement.program())) {
          file.append(theorem(name + "_" + about.name(), statement.proposition(), "expanded"));
        }
      }
    });
    return file.toString();
  }

  private static Map<String, Text> texts() {
    Map<String, Text> texts = new LinkedHashMap<>();
    Spelling shifted = Spelling.PAPER.shiftedBy(SHIFT);
    add(texts, "mean", Spelling.Mean.values(), shifted::with);
    add(texts, "variance", Spelling.Variance.values(), shifted::with);
    add(texts, "output", Spelling.Output.values(), Spelling.PAPER::with);
    add(texts, "update", Spelling.Update.values(), Spelling.PAPER::with);
    add(texts, "dx", Spelling.InputGradient.values(), Spelling.PAPER::with);
    add(texts, "dgamma", Spelling.ScaleGradient.values(), Spelling.PAPER::with);
    texts.put("equivalent_change", new EquivalentChange());
    return texts;
  }

  /** The first form is the paper's. */
  private static <F extends Enum<F>> void add(Map<String, Text> texts, String what, F[] forms, Function<F, Text> with) {
    Arrays.stream(forms).skip(1).forEach(form -> texts.put(what + "_" + form.name().toLowerCase(Locale.ROOT), with.apply(form)));
  }

  private static String faults() {
    List<String> theorems = new ArrayList<>();
    for (Refutation refutation : Refutation.all()) {
      theorems.add(theorem(refutation.name(), refutation.proposition(), "intros H. different (H " + refutation.point() + ")"));
    }
    return Stream.concat(Stream.of(HEAD.formatted("faults are not what the specification says")), theorems.stream())
        .collect(Collectors.joining());
  }
}
