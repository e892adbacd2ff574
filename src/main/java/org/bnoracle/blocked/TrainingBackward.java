package org.bnoracle.blocked;

import java.util.function.IntFunction;
import org.bnoracle.blocked.AffineGradient.Dependence;
import org.bnoracle.tensor.ChannelView;

/** Training backward, BN-12 to BN-15: two passes over each region, more where numbers are extraordinary. */
public final class TrainingBackward {
  private final Engine engine;
  private final ChannelView view;
  private final Layout layout;
  private final Parameters parameters;
  private final Upstream upstream;
  private final IntFunction<ExactChannel> exact;

  /**
   * @param upstream null if there are no such gradients
   * @param exact the exact evaluation of a channel by its number
   */
  public TrainingBackward(
      Engine engine, ChannelView view, Parameters parameters, Upstream upstream, IntFunction<ExactChannel> exact) {
    this.engine = engine;
    this.view = view;
    this.layout = Layout.of(view, engine.kernels.lanes());
    this.parameters = parameters;
    this.upstream = upstream;
    this.exact = exact;
  }

  /**
   * Computes the gradients. Tensors have the view's size, which is not 0.
   *
   * @param dx another array than x's and dy's
   */
  public void run(Elements x, Elements dy, Elements dx, GradientResults gradients) {
    Regions.each(engine, layout, () -> new Visit(engine, layout, x, dy, dx), (region, team) -> {
      StatisticsPasses passes =
          new StatisticsPasses(layout, region, team, view.count(), parameters.epsilon()).run(true);
      ChannelElements[] channels = new ChannelElements[layout.channels()];
      team.eachNumber(channels.length, k -> {
        int channel = layout.channel(region, k);
        Reference reference = new Reference(exact, channel, engine.tally());
        ChannelStatistics found = passes.statistics[k];
        boolean isFinite = found.isFinite() && passes.scales[k].isFinite();
        ChannelGradients parts = ChannelGradients.of(
            found, passes.scales[k], passes.sums[k], view.count(),
            isFinite ? AffineGradient.of(view, channel, x, dy) : Dependence.NONE, parameters.gamma(channel), dmean(channel),
            dvariance(channel));
        finish(channel, parts, dy, reference, gradients);
        channels[k] = isFinite && !found.isDegenerate() && isFinite(channel)
            ? new BackwardChannel(parts, dx.format(), reference)
            : new SpecialChannel(CombinedMap.UNKNOWN, found.frame(), found.offset(), reference);
      });
      MapPass.combined(layout, region, team, channels, dx.format());
    });
  }

  private void finish(int channel, ChannelGradients parts, Elements dy, Reference reference, GradientResults gradients) {
    Results results = new Results(engine.mode, parameters.format(), reference);
    int exponent = -parts.gradientExponent();
    gradients.dgamma()[channel] = results.rounded(ChannelResult.DGAMMA, parts.dgamma(), exponent);
    gradients.dbeta()[channel] = results.rounded(
        ChannelResult.DBETA, parts.sum(), exponent,
        () -> parts.sum().asMultipleOf(Quantum.of(view, channel, dy) + parts.gradientExponent()));
  }

  private boolean isFinite(int channel) {
    return parameters.areFinite(channel) && (upstream == null || upstream.areFinite(channel));
  }

  private double dmean(int channel) {
    return upstream == null ? 0 : upstream.dmean()[channel];
  }

  private double dvariance(int channel) {
    return upstream == null ? 0 : upstream.dvariance()[channel];
  }
}
