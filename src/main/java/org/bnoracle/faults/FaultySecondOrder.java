package org.bnoracle.faults;

import static org.bnoracle.faults.Fault.SECOND_STATISTICS_CONSTANT;
import static org.bnoracle.faults.Fault.TANGENT_STATISTICS_CONSTANT;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.bnoracle.equations.ComparingArithmetic;
import org.bnoracle.equations.Equations;
import org.bnoracle.equations.Gradients;
import org.bnoracle.equations.SecondGradients;
import org.bnoracle.operation.Channel;
import org.bnoracle.operation.Slot;

/** The double backward and the tangent of a channel, with faults. */
final class FaultySecondOrder<T> {
  private final FaultyChannel<T> c;
  private final Channel<T> in;
  private final ComparingArithmetic<T> a;
  private final Equations<T> equations;

  FaultySecondOrder(FaultyChannel<T> c) {
    this.c = c;
    this.in = c.in();
    this.a = c.a();
    this.equations = c.equations();
  }

  Map<Slot, List<T>> doubleBackward() {
    if (!c.has(SECOND_STATISTICS_CONSTANT) || !c.question().trains()) {
      return c.question().operation().compute(equations, in);
    }
    List<T> x = in.values(Slot.X);
    FaultyStatistics<T> statistics = new FaultyStatistics<>(c, x);
    Gradients<T> upstream = new Gradients<>(in.values(Slot.DDX), in.value(Slot.DDGAMMA, 0), in.value(Slot.DDBETA, 0));
    SecondGradients<T> second = equations.doubleBackward().inference(
        x, in.values(Slot.DY), statistics.mean(), statistics.r(), c.gamma(), upstream);
    return Map.of(Slot.GRAD_X, second.gradX(), Slot.GRAD_GAMMA, List.of(second.gradGamma()), Slot.GRAD_DY, second.gradDy());
  }

  Map<Slot, List<T>> tangent() {
    Map<Slot, List<T>> out = new EnumMap<>(c.question().operation().compute(equations, in));
    if (c.has(TANGENT_STATISTICS_CONSTANT)) {
      List<T> x = in.values(Slot.X);
      FaultyStatistics<T> statistics = new FaultyStatistics<>(c, x);
      T r = statistics.r();
      T none = a.of(0);
      out.put(Slot.Y_DOT, equations.outputTangent(equations.normalized(x, statistics.mean(), r),
          equations.normalizedTangent(x, in.values(Slot.X_DOT), statistics.mean(), r, none, none),
          c.gamma(), in.value(Slot.GAMMA_DOT, 0), in.value(Slot.BETA_DOT, 0)));
    }
    return out;
  }
}
