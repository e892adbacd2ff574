package org.bnoracle.blocked;

import java.util.function.IntFunction;
import org.bnoracle.tensor.ChannelView;

/** Inference backward, BN-16 to BN-18: dx = gamma r dy in one pass, and the sums of the other gradients in another. */
public final class InferenceBackward {
  private final Engine engine;
  private final ChannelView view;
  private final Layout layout;
  private final Parameters parameters;
  private final IntFunction<ExactChannel> exact;

  /** @param exact the exact evaluation of a channel by its number */
  public InferenceBackward(Engine engine, ChannelView view, Parameters parameters, IntFunction<ExactChannel> exact) {
    this.engine = engine;
    this.view = view;
    this.layout = Layout.of(view, engine.kernels.lanes());
    this.parameters = parameters;
    this.exact = exact;
  }

  /**
   * Computes the gradients. Tensors have the view's size, which is not 0.
   *
   * @param mean the running mean, one a channel
   * @param variance the running variance
   * @param dx another array than x's and dy's
   */
  public void run(Elements x, Elements dy, double[] mean, double[] variance, Elements dx, GradientResults gradients) {
    Reference[] references = new Reference[view.channels()];
    for (int channel = 0; channel < references.length; channel++) {
      references[channel] = new Reference(exact, channel, engine.tally());
    }
    Regions.each(engine, layout, () -> new Visit(engine, layout, x, dy, dx), (region, team) -> {
      StatisticsPasses passes = new StatisticsPasses(layout, region, team, view.count(), parameters.epsilon()).run(true);
      team.eachNumber(layout.channels(), k -> {
        int channel = layout.channel(region, k);
        finish(passes, k, channel, mean[channel], variance[channel], dy, references[channel], gradients);
      });
    });
    Regions.each(engine, layout, () -> new Visit(engine, layout, dy, null, dx), (region, team) -> {
      ChannelElements[] channels = new ChannelElements[layout.channels()];
      team.eachNumber(channels.length, k -> {
        int channel = layout.channel(region, k);
        channels[k] = elements(channel, variance[channel], dx, references[channel]);
      });
      MapPass.affine(layout, region, team, channels, dx.format());
    });
  }

  private void finish(
      StatisticsPasses passes, int k, int channel, double mean, double variance, Elements dy, Reference reference,
      GradientResults gradients) {
    Results results = new Results(engine.mode, parameters.format(), reference);
    ChannelStatistics found = passes.statistics[k];
    GradientScale scale = passes.scales[k];
    DoubleDouble sum = scale.sum(passes.sums[k]);
    DoubleDouble products = scale.products(passes.sums[k], found);
    int exponent = found.frame().exponent();
    DoubleDouble offset = DoubleDouble.sum(mean, -found.frame().pivot()).scaled(exponent);
    DoubleDouble dgamma = inverseRoot(variance).times(products.minus(offset.times(sum)));
    gradients.dgamma()[channel] =
        results.rounded(ChannelResult.DGAMMA, dgamma, -scale.exponent() - exponent);
    gradients.dbeta()[channel] = results.rounded(
        ChannelResult.DBETA, sum, -scale.exponent(),
        () -> sum.asMultipleOf(Quantum.of(view, channel, dy) + scale.exponent()));
  }

  private DoubleDouble inverseRoot(double variance) {
    return parameters.isOrdinary(variance)
        ? DoubleDouble.sum(variance, parameters.epsilon()).inverseRoot()
        : DoubleDouble.UNKNOWN;
  }

  private ChannelElements elements(int channel, double variance, Elements dx, Reference reference) {
    ChannelElements special = new SpecialChannel(AffineMap.UNKNOWN, Frame.PLAIN, DoubleDouble.ZERO, reference);
    double gamma = parameters.gamma(channel);
    return parameters.isOrdinary(variance) && Double.isFinite(gamma)
        ? new ForwardChannel(
            Frame.PLAIN, Double.POSITIVE_INFINITY, DoubleDouble.ZERO, inverseRoot(variance), gamma, 0, dx.format(), reference,
            special)
        : special;
  }
}
