package org.bnoracle.blocked;

import java.util.function.IntFunction;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.tensor.ChannelView;

/** Training forward, BN-1 to BN-8: two passes over each region, more where numbers are extraordinary. */
public final class TrainingForward {
  private final Engine engine;
  private final ChannelView view;
  private final Layout layout;
  private final Parameters parameters;
  private final IntFunction<ExactChannel> exact;

  /** @param exact the exact evaluation of a channel by its number */
  public TrainingForward(Engine engine, ChannelView view, Parameters parameters, IntFunction<ExactChannel> exact) {
    this.engine = engine;
    this.view = view;
    this.layout = Layout.of(view, engine.kernels.lanes());
    this.parameters = parameters;
    this.exact = exact;
  }

  /**
   * Computes y, the statistics and, if there is an update, the running statistics. Tensors have the view's size, which is not 0.
   *
   * @param y another array than x's
   * @param update null if there are no running statistics
   */
  public void run(Elements x, Elements y, BatchStatistics statistics, RunningUpdate update) {
    Regions.each(engine, layout, () -> new Visit(engine, layout, x, null, y), (region, team) -> {
      StatisticsPasses passes =
          new StatisticsPasses(layout, region, team, view.count(), parameters.epsilon()).run(false);
      ChannelStatistics[] found = passes.statistics;
      ChannelElements[] channels = new ChannelElements[found.length];
      team.eachNumber(found.length, k -> {
        int channel = layout.channel(region, k);
        Reference reference = new Reference(exact, channel, engine.tally());
        DoubleDouble r = found[k].inverseRoot();
        finish(channel, found[k], passes.sums[k].first(), x, r, reference, statistics, update);
        channels[k] = elements(channel, found[k], passes.sums[k].reach(), r, reference, y.format());
      });
      MapPass.affine(layout, region, team, channels, y.format());
    });
  }

  private void finish(
      int channel, ChannelStatistics found, DoubleDouble sum, Elements x, DoubleDouble r, Reference reference,
      BatchStatistics statistics, RunningUpdate update) {
    Results results = new Results(engine.mode, parameters.format(), reference);
    int exponent = found.frame().exponent();
    statistics.mean()[channel] = results.rounded(
        ChannelResult.MEAN, found.mean(), 0, () -> found.meanOf(sum.asMultipleOf(Quantum.of(view, channel, x) + exponent)));
    statistics.variance()[channel] = results.rounded(ChannelResult.VARIANCE, found.variance(), -2 * exponent);
    statistics.inverseStd()[channel] = results.rounded(ChannelResult.INVERSE_STD, r, exponent);
    if (update != null) {
      DoubleDouble variance = found.variance().scaled(-2 * exponent);
      double mean = results.rounded(ChannelResult.RUNNING_MEAN, update.mean(channel, found.mean()), 0);
      update.variance()[channel] =
          results.rounded(ChannelResult.RUNNING_VARIANCE, update.variance(channel, variance, view.count()), 0);
      update.mean()[channel] = mean;
    }
  }

  private ChannelElements elements(
      int channel, ChannelStatistics found, double reach, DoubleDouble r, Reference reference, BinaryFormat format) {
    ChannelElements special = new SpecialChannel(AffineMap.UNKNOWN, found.frame(), found.offset(), reference);
    if (!found.isFinite() || found.isDegenerate() || !parameters.areFinite(channel)) {
      return special;
    }
    double gamma = parameters.gamma(channel);
    double beta = parameters.beta(channel);
    return found.isConstant()
        ? new ConstantChannel(format.nearest(beta))
        : new ForwardChannel(found.frame(), reach, found.offset(), r, gamma, beta, format, reference, special);
  }
}
