package org.bnoracle.formal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bnoracle.equations.ComparingArithmetic;
import org.bnoracle.equations.Text;
import org.bnoracle.faults.Fault;
import org.bnoracle.faults.FaultyProgram;
import org.bnoracle.operation.Slot;

/** The programs that statements are about. */
final class Programs {
  /** The oracle's. */
  static final Statement.Program PAPER = of(Text.PAPER);

  private Programs() {}

  /** The operations with the equations in some text. */
  static Statement.Program of(Text text) {
    return new Statement.Program() {
      @Override
      public <T> Map<Slot, List<T>> compute(SpecifiedCase about, ComparingArithmetic<T> arithmetic) {
        return about.question().operation().compute(text.over(arithmetic), about.question().channel(0, arithmetic));
      }
    };
  }

  static Statement.Program with(Fault fault) {
    FaultyProgram program = new FaultyProgram(Set.of(fault));
    return new Statement.Program() {
      @Override
      public <T> Map<Slot, List<T>> compute(SpecifiedCase about, ComparingArithmetic<T> arithmetic) {
        return program.compute(program.seen(about.question()).question(), 0, arithmetic);
      }
    };
  }
}
