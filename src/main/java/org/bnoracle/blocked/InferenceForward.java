package org.bnoracle.blocked;

import java.util.function.IntFunction;
import org.bnoracle.tensor.ChannelView;

/** Inference forward, BN-10: one pass. */
public final class InferenceForward {
  private final Engine engine;
  private final Layout layout;
  private final Parameters parameters;
  private final IntFunction<ExactChannel> exact;

  /** @param exact the exact evaluation of a channel by its number */
  public InferenceForward(Engine engine, ChannelView view, Parameters parameters, IntFunction<ExactChannel> exact) {
    this.engine = engine;
    this.layout = Layout.of(view, engine.kernels.lanes());
    this.parameters = parameters;
    this.exact = exact;
  }

  /**
   * Computes y. Tensors have the view's size, which is not 0.
   *
   * @param mean the running mean, one a channel
   * @param variance the running variance
   * @param y another array than x's
   */
  public void run(Elements x, double[] mean, double[] variance, Elements y) {
    Regions.each(engine, layout, () -> new Visit(engine, layout, x, null, y), (region, team) -> {
      ChannelElements[] channels = new ChannelElements[layout.channels()];
      team.eachNumber(channels.length, k -> {
        int channel = layout.channel(region, k);
        Reference reference = new Reference(exact, channel, engine.tally());
        channels[k] = elements(channel, mean[channel], variance[channel], y, reference);
      });
      MapPass.affine(layout, region, team, channels, y.format());
    });
  }

  private ChannelElements elements(int channel, double mean, double variance, Elements y, Reference reference) {
    DoubleDouble offset = DoubleDouble.of(mean);
    ChannelElements special = new SpecialChannel(AffineMap.UNKNOWN, Frame.PLAIN, offset, reference);
    if (!Double.isFinite(mean) || !parameters.isOrdinary(variance) || !parameters.areFinite(channel)) {
      return special;
    }
    DoubleDouble r = DoubleDouble.sum(variance, parameters.epsilon()).inverseRoot();
    return new ForwardChannel(
        Frame.PLAIN, Double.POSITIVE_INFINITY, offset, r, parameters.gamma(channel), parameters.beta(channel), y.format(), reference, special);
  }
}
