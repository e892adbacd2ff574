package org.bnoracle.formal;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bnoracle.equations.ComparingArithmetic;
import org.bnoracle.operation.Slot;

/**
 * That what a program computes for a case is what the specification says, as a Coq proposition.
 *
 * @param program the term of what is computed
 */
record Statement(SpecifiedCase about, String program) {
  /** A program that answers one channel of a case. */
  interface Program {
    <T> Map<Slot, List<T>> compute(SpecifiedCase about, ComparingArithmetic<T> arithmetic);
  }

  /** The statement about a program, found by running it over symbols. */
  static Statement about(SpecifiedCase about, Program program) {
    TermArithmetic terms = new TermArithmetic(about.symbols());
    List<String> outputs = about.outputs(program.compute(about, terms));
    StringBuilder term = new StringBuilder();
    terms.definitions().forEach((name, value) -> term.append("  let ").append(name).append(" := ").append(value).append(" in\n"));
    return new Statement(about, term.append("  [").append(String.join(";\n   ", outputs)).append("]").toString());
  }

  String proposition() {
    String variables = about.symbols().values().stream().collect(Collectors.joining(" "));
    return "forall %s : R,\n%s\n  = %s".formatted(variables, program, about.specification());
  }
}
