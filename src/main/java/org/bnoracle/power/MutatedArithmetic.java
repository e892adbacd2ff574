package org.bnoracle.power;

import java.util.List;
import org.bnoracle.equations.Arithmetic;
import org.bnoracle.power.Form.Operands;

/** An arithmetic that makes something else of the operands at one site of the text. */
final class MutatedArithmetic<T> extends InterceptedArithmetic<T> {
  private final List<Site> trace;
  private final Mutant mutant;
  private int next;

  /** @param trace the sites of a text's operations, in the order in which they are carried out */
  MutatedArithmetic(Arithmetic<T> base, List<Site> trace, Mutant mutant) {
    super(base);
    this.trace = trace;
    this.mutant = mutant;
  }

  @Override
  protected T intercept(Form form, Operands<T> operands) {
    boolean isMutated = trace.get(next++).equals(mutant.site());
    return (isMutated ? mutant.form() : form).of(a, operands);
  }
}
