package org.bnoracle.catalogue;

import java.util.EnumMap;
import java.util.Map;
import org.bnoracle.operation.Slot;

/** The values of a slot, before they are rounded to its format. */
@FunctionalInterface
interface Filler {
  /** @param i the value's place in its channel; 0 for slots with one value a channel */
  double value(Draw draw, int channel, int i);

  /**
   * Ordinary values that hide nothing: channels of different mean and spread, gamma far from 1 and of both signs,
   * running statistics far from 0 and 1.
   */
  static Map<Slot, Filler> ordinary() {
    Map<Slot, Filler> fillers = new EnumMap<>(Slot.class);
    fillers.put(Slot.X, (draw, channel, i) -> center(channel) + spread(channel) * draw.bell());
    fillers.put(Slot.DY, (draw, channel, i) -> 0.25 + draw.bell());
    fillers.put(Slot.GAMMA, (draw, channel, i) -> (channel % 2 == 0 ? 1 : -1) * draw.between(1.5, 3));
    fillers.put(Slot.BETA, (draw, channel, i) -> draw.sign() * draw.between(0.5, 2));
    fillers.put(Slot.Z, (draw, channel, i) -> 2 * draw.bell());
    fillers.put(Slot.RUNNING_MEAN, (draw, channel, i) -> center(channel) + draw.sign() * draw.between(1, 4));
    fillers.put(Slot.RUNNING_VARIANCE, (draw, channel, i) -> draw.between(2, 9));
    fillers.put(Slot.DMEAN, (draw, channel, i) -> draw.sign() * draw.between(0.5, 2));
    fillers.put(Slot.DVARIANCE, (draw, channel, i) -> draw.sign() * draw.between(0.5, 2));
    fillers.put(Slot.DDX, (draw, channel, i) -> 0.5 + draw.bell());
    fillers.put(Slot.DDGAMMA, (draw, channel, i) -> draw.sign() * draw.between(0.5, 2));
    fillers.put(Slot.DDBETA, (draw, channel, i) -> draw.sign() * draw.between(0.5, 2));
    fillers.put(Slot.X_DOT, (draw, channel, i) -> 0.25 + draw.bell());
    fillers.put(Slot.GAMMA_DOT, (draw, channel, i) -> draw.sign() * draw.between(0.5, 2));
    fillers.put(Slot.BETA_DOT, (draw, channel, i) -> draw.sign() * draw.between(0.5, 2));
    fillers.put(Slot.WEIGHT, (draw, channel, i) -> spread(channel % 3) * draw.bell());
    fillers.put(Slot.BIAS, (draw, channel, i) -> draw.sign() * draw.between(0.5, 2));
    return fillers;
  }

  private static double center(int channel) {
    return 1.5 * channel - 1.25;
  }

  private static double spread(int channel) {
    return 1 + 0.75 * channel;
  }

  /** One of these values a channel, over and over. */
  static Filler cycle(double... values) {
    return (draw, channel, i) -> values[(channel + i) % values.length];
  }

  /** This, but another value at one place. */
  default Filler withAt(int atChannel, int atI, double value) {
    return (draw, channel, i) -> {
      double usual = value(draw, channel, i);
      return channel == atChannel && i == atI ? value : usual;
    };
  }
}
