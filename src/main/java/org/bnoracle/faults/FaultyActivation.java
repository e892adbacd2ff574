package org.bnoracle.faults;

import static org.bnoracle.faults.Fault.ACTIVATED_BEFORE_SUM;
import static org.bnoracle.faults.Fault.ACTIVATION_DROPPED;
import static org.bnoracle.faults.Fault.ACTIVATION_GRADIENT_AT_ZERO;
import static org.bnoracle.faults.Fault.ACTIVATION_GRADIENT_DROPPED;

import java.util.List;
import org.bnoracle.equations.ComparingArithmetic;
import org.bnoracle.equations.Equations;
import org.bnoracle.equations.Lists;
import org.bnoracle.operation.Activation;
import org.bnoracle.operation.Slot;

/** What follows y in the same operation, with faults. Values start at a place in the channel. */
final class FaultyActivation<T> {
  private final FaultyChannel<T> c;
  private final ComparingArithmetic<T> a;
  private final Equations<T> equations;

  FaultyActivation(FaultyChannel<T> c) {
    this.c = c;
    this.a = c.a();
    this.equations = c.equations();
  }

  private boolean isActivated() {
    return c.question().attributes().activation() != Activation.NONE;
  }

  private List<T> added(List<T> y, int start) {
    return c.in().has(Slot.Z) ? equations.added(y, c.in().values(Slot.Z).subList(start, start + y.size())) : y;
  }

  List<T> of(List<T> y, int start) {
    if (!isActivated()) {
      return y;
    }
    if (c.has(ACTIVATION_DROPPED)) {
      return added(y, start);
    }
    return c.has(ACTIVATED_BEFORE_SUM) ? added(equations.activated(y), start) : equations.activated(added(y, start));
  }

  /** The gradient of y. */
  List<T> gradient(List<T> dy, List<T> y, int start) {
    if (!isActivated() || c.has(ACTIVATION_GRADIENT_DROPPED)) {
      return dy;
    }
    List<T> s = c.has(ACTIVATED_BEFORE_SUM) ? y : added(y, start);
    return c.has(ACTIVATION_GRADIENT_AT_ZERO) ? passedAtZero(s, dy) : equations.gradientOfActivated(s, dy);
  }

  /** All but what passes where -s is above 0. */
  private List<T> passedAtZero(List<T> s, List<T> dy) {
    return Lists.tabulate(s.size(), i -> {
      T negative = a.subtract(a.of(0), s.get(i));
      return a.subtract(dy.get(i), a.reluGradient(negative, dy.get(i)));
    });
  }
}
