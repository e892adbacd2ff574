package org.bnoracle.power;

import java.util.List;
import org.bnoracle.equations.Arithmetic;
import org.bnoracle.power.Form.Operands;

/** An arithmetic that writes down the sites of the operations that it carries out. */
final class TracingArithmetic<T> extends InterceptedArithmetic<T> {
  private final List<Site> trace;

  TracingArithmetic(Arithmetic<T> base, List<Site> trace) {
    super(base);
    this.trace = trace;
  }

  @Override
  protected T intercept(Form form, Operands<T> operands) {
    trace.add(Site.here(form));
    return form.of(a, operands);
  }
}
