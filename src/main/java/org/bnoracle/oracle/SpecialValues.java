package org.bnoracle.oracle;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.bnoracle.equations.Spelling;
import org.bnoracle.equations.Text;
import org.bnoracle.equations.Equations;
import org.bnoracle.equations.ExactArithmetic;
import org.bnoracle.number.ExtendedReal;
import org.bnoracle.number.Special;
import org.bnoracle.operation.Activation;
import org.bnoracle.operation.Case;
import org.bnoracle.operation.Channel;
import org.bnoracle.operation.Slot;

/**
 * Which values are right where the exact result is not a number. The published value is always that of the paper's
 * text in the reals extended by IEEE 754's infinities and NaN (BN-30); this class knows where sane implementations
 * differ. r is 1/√(variance + epsilon).
 *
 * <ul>
 *   <li>BN-31: an infinite sum (mean, dbeta, a running statistic) may be NaN: compensated and reordered sums subtract
 *       infinities.
 *   <li>BN-32: in training with a non-finite x or with v = 0, y, dx and dgamma of the channel are NaN, nothing else.
 *   <li>BN-33: where gamma r is infinite, an infinite y, dx, weight or bias may be NaN: y = s x + t subtracts infinities.
 *   <li>BN-34: in training with a number r and a non-finite dy, gamma or upstream gradient, dx is NaN or what the
 *       closed form gives.
 *   <li>BN-35: with a non-finite term and r not NaN, dgamma is any non-finite value; except by BN-32.
 *   <li>BN-36: with v &lt; 0, r is NaN, and so is all that it enters.
 *   <li>BN-37: in the double backward and the tangent, with a non-finite input and r a number, a sum over the channel is
 *       any non-finite value, and so is all that it enters; in inference grad_x and grad_dy are the IEEE 754 value or NaN.
 *   <li>BN-38: with an activation, where gamma r is infinite in inference, a NaN dx may be 0: what is masked need not be
 *       multiplied.
 * </ul>
 */
final class SpecialValues {
  private static final Text CLOSED_FORM = Spelling.PAPER.with(Spelling.InputGradient.CLOSED);

  private static final List<Double> NON_FINITE = List.of(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);

  private final Case question;
  private final int channel;
  private final ExactArithmetic arithmetic;
  private final Channel<ExtendedReal> in;
  private ExtendedReal inverseStd;
  private List<ExtendedReal> closedForm;

  SpecialValues(Case question, int channel) {
    this.question = question;
    this.channel = channel;
    this.arithmetic = new ExactArithmetic(question.view().count());
    this.in = question.channel(channel, arithmetic);
  }

  /** The right values for element i of an output in this channel, the published one first. */
  List<Double> accepted(Slot slot, int i, double published) {
    return switch (slot) {
      case MEAN, DBETA, RUNNING_MEAN, RUNNING_VARIANCE, MEAN_DOT -> orNan(published);
      case DGAMMA, GRAD_GAMMA, Y_DOT -> rDecides() ? List.of(published) : distinct(published, NON_FINITE);
      case GRAD_X, GRAD_DY -> acceptedSecondGradient(published);
      case VARIANCE_DOT -> inverseStd() == Special.NAN ? List.of(published) : distinct(published, NON_FINITE);
      case Y, WEIGHT, BIAS -> isScaleInfinite() ? orNan(published) : List.of(published);
      case DX -> acceptedGradient(i, published);
      default -> List.of(published);
    };
  }

  private List<Double> acceptedGradient(int i, double published) {
    if (question.trains()) {
      return rDecides() ? List.of(published) : distinct(published, List.of(Double.NaN, closedForm(i)));
    }
    boolean isMasked = in.attributes().activation() != Activation.NONE && Double.isNaN(published);
    if (!isScaleInfinite()) {
      return List.of(published);
    }
    return isMasked ? distinct(published, List.of(0.0)) : orNan(published);
  }

  private List<Double> acceptedSecondGradient(double published) {
    if (rDecides()) {
      return List.of(published);
    }
    return question.trains() ? distinct(published, NON_FINITE) : orNan(published);
  }

  /** Whether r alone makes everything NaN that it enters: BN-32, BN-36. */
  private boolean rDecides() {
    ExtendedReal r = inverseStd();
    return r == Special.NAN || question.trains() && !r.isFinite();
  }

  private boolean isScaleInfinite() {
    ExtendedReal scale = arithmetic.multiply(in.value(Slot.GAMMA, 1), inverseStd());
    return scale == Special.POSITIVE_INFINITY || scale == Special.NEGATIVE_INFINITY;
  }

  private ExtendedReal inverseStd() {
    if (inverseStd == null) {
      inverseStd = in.inverseStd(new Equations<>(arithmetic));
    }
    return inverseStd;
  }

  private double closedForm(int i) {
    if (closedForm == null) {
      closedForm = Oracle.exactly(CLOSED_FORM, question, channel).get(Slot.DX);
    }
    return closedForm.get(i) instanceof Special special ? special.value() : Double.NaN;
  }

  private static List<Double> orNan(double published) {
    return distinct(published, List.of(Double.NaN));
  }

  private static List<Double> distinct(double published, List<Double> others) {
    return Stream.concat(DoubleStream.of(published).boxed(), others.stream()).distinct().toList();
  }
}
