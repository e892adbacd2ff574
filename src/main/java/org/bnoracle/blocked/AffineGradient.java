package org.bnoracle.blocked;

import java.math.BigDecimal;
import org.bnoracle.tensor.ChannelView;

/**
 * Whether dy is an affine function of x in a channel of finite numbers, exactly. Then the gradients of mean and variance cancel
 * dy but for epsilon, and no interval decides what is left. Other channels show after a few elements that they are not so.
 */
final class AffineGradient {
  private static final double CLEAR = 0x1p-40;

  private final ChannelView view;
  private final int channel;
  private final Elements x;
  private final Elements dy;

  private AffineGradient(ChannelView view, int channel, Elements x, Elements dy) {
    this.view = view;
    this.channel = channel;
    this.x = x;
    this.dy = dy;
  }

  /** How dy depends on x. */
  enum Dependence {
    CONSTANT,
    AFFINE,
    NONE
  }

  static Dependence of(ChannelView view, int channel, Elements x, Elements dy) {
    return new AffineGradient(view, channel, x, dy).dependence();
  }

  private Dependence dependence() {
    int second = 0;
    for (int i = 1; i < view.count(); i++) {
      if (x(i) == x(0)) {
        if (dy(i) != dy(0)) {
          return Dependence.NONE;
        }
      } else if (second == 0) {
        second = i;
      } else if (!isOnLine(second, i)) {
        return Dependence.NONE;
      }
    }
    return dy(second) == dy(0) ? Dependence.CONSTANT : Dependence.AFFINE;
  }

  /** (dy_i - dy_0)(x_k - x_0) = (dy_k - dy_0)(x_i - x_0). */
  private boolean isOnLine(int k, int i) {
    double left = (dy(i) - dy(0)) * (x(k) - x(0));
    double right = (dy(k) - dy(0)) * (x(i) - x(0));
    double size = Math.abs(left) + Math.abs(right);
    if (size > Double.MIN_NORMAL / CLEAR && size < Double.MAX_VALUE && Math.abs(left - right) > CLEAR * size) {
      return false;
    }
    return between(dy(0), dy(i)).multiply(between(x(0), x(k)))
        .compareTo(between(dy(0), dy(k)).multiply(between(x(0), x(i)))) == 0;
  }

  private static BigDecimal between(double from, double to) {
    return new BigDecimal(to).subtract(new BigDecimal(from));
  }

  private double x(int i) {
    return x.get(view.index(channel, i));
  }

  private double dy(int i) {
    return dy.get(view.index(channel, i));
  }
}
