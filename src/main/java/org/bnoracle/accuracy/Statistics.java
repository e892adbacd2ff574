package org.bnoracle.accuracy;

import java.util.List;
import org.bnoracle.equations.Equations;
import org.bnoracle.equations.Quantity;
import org.bnoracle.equations.SpelledEquations;
import org.bnoracle.equations.Spelling;
import org.bnoracle.operation.Case;
import org.bnoracle.operation.Channel;
import org.bnoracle.operation.Operation;
import org.bnoracle.operation.Slot;

/**
 * A channel's mean and variance as an implementation computes them. They are computed once for every form of what follows
 * from them, and for every part of what mean and r can be that is looked at.
 *
 * @param focus all that mean and r can be
 */
record Statistics(Bounded mean, Bounded variance, Focus focus) {
  /** Whether a channel of the case has one mean and one variance that are computed from its values. */
  static boolean areComputed(Case question) {
    return question.trains() && question.operation() != Operation.POPULATION && question.view().count() > 0;
  }

  static Statistics of(Case question, int channel, Implementation implementation, Machine machine) {
    BoundedArithmetic arithmetic = new BoundedArithmetic(machine);
    Equations<Bounded> equations = implementation.over(arithmetic);
    Channel<Bounded> in = question.channel(channel, arithmetic);
    List<Bounded> x = in.values(Slot.X);
    Bounded mean = equations.mean(x);
    Bounded variance = equations.variance(x, mean);
    equations.inverseStd(variance, in.epsilon());
    return new Statistics(mean, variance, arithmetic.focus());
  }

  /** The equations in the forms of a spelling, with these statistics instead of its own. */
  Equations<Bounded> over(BoundedArithmetic arithmetic, Spelling spelling) {
    return new SpelledEquations<>(arithmetic, spelling) {
      @Override
      public Bounded mean(List<Bounded> x) {
        return a.named(Quantity.MEAN, mean);
      }

      @Override
      public Bounded variance(List<Bounded> x, Bounded ofX) {
        return a.named(Quantity.VARIANCE, variance);
      }
    };
  }
}
