package org.bnoracle.blocked;

import java.util.Arrays;
import java.util.LongSummaryStatistics;
import java.util.stream.IntStream;

/** Takes the sums of a region's channels, again where a channel needs another frame, until all are good enough. */
final class StatisticsPasses {
  private final Layout layout;
  private final int region;
  private final Team team;
  private final long count;
  /** How many chunks a lane has, and the most in one block. */
  private final LongSummaryStatistics chunks;
  private final Columns frames;
  final ChannelStatistics[] statistics;
  final GradientScale[] scales;
  final Sums[] sums;

  StatisticsPasses(Layout layout, int region, Team team, long count, double epsilon) {
    this.layout = layout;
    this.region = region;
    this.team = team;
    this.count = count;
    this.chunks = IntStream.range(0, layout.blocks())
        .mapToLong(block -> ChunkSums.chunks(layout.rows(layout.length(block)))).summaryStatistics();
    this.frames = new Columns(Frame.COLUMNS, layout.width());
    this.statistics = new ChannelStatistics[layout.channels()];
    this.scales = new GradientScale[layout.channels()];
    this.sums = new Sums[layout.channels()];
    Arrays.setAll(statistics, k -> new ChannelStatistics(count, epsilon));
    Arrays.setAll(scales, k -> new GradientScale());
  }

  /** @param withGradient whether there is a dy, whose sums are taken as well */
  StatisticsPasses run(boolean withGradient) {
    boolean ranged = false;
    while (!pass(withGradient)) {
      if (!ranged) {
        range();
        ranged = true;
      }
      if (!refine(withGradient)) {
        break;
      }
    }
    return this;
  }

  /** One pass; whether it was good enough for all. */
  private boolean pass(boolean withGradient) {
    for (int lane = 0; lane < layout.width(); lane++) {
      int k = layout.channelOfLane(lane);
      statistics[k].frame().into(frames, lane);
      frames.set(Frame.GRADIENT_SCALE, lane, Math.scalb(1.0, scales[k].exponent()));
    }
    for (Visit visit : team.visits()) {
      visit.sums.clear();
    }
    double padding = statistics[0].frame().pivot();
    team.each(layout.blocks(), (visit, block) -> visit.sum(region, block, frames, padding));
    long all = chunks.getSum() * layout.lanesPerChannel();
    long lanes = (long) layout.lanesPerChannel() * team.visits().length;
    long additions = LaneTotals.additions(chunks.getSum(), chunks.getMax(), lanes);
    boolean[] good = new boolean[sums.length];
    team.eachNumber(sums.length, k -> {
      sums[k] = Sums.of(totals(k), count, all, additions, reach(k, false), reach(k, true));
      good[k] = statistics[k].accepts(sums[k]) & (!withGradient || scales[k].accepts(sums[k]));
    });
    return IntStream.range(0, good.length).allMatch(k -> good[k]);
  }

  /** The totals of a channel over its lanes and all visits. */
  private double[] totals(int k) {
    double[] totals = new double[Sums.COLUMNS];
    int first = layout.firstLane(k);
    for (Visit visit : team.visits()) {
      for (int lane = first; lane < first + layout.lanesPerChannel(); lane++) {
        visit.sums.totals.addTo(totals, lane);
      }
    }
    return totals;
  }

  /** The largest reach that a channel's d or g has needed. */
  private double reach(int k, boolean ofGradient) {
    double reach = 0;
    int first = layout.firstLane(k);
    for (Visit visit : team.visits()) {
      for (int lane = first; lane < first + layout.lanesPerChannel(); lane++) {
        reach = Math.max(reach, ofGradient ? visit.sums.anchors.gradientReach(lane) : visit.sums.anchors.reach(lane));
      }
    }
    return reach;
  }

  private void range() {
    for (Visit visit : team.visits()) {
      Range.clear(visit.ranges);
    }
    team.each(layout.blocks(), (visit, block) -> visit.range(region, block));
  }

  /** Whether a channel needs another pass. */
  private boolean refine(boolean withGradient) {
    boolean again = false;
    for (int k = 0; k < sums.length; k++) {
      again |= statistics[k].refine(least(k, Range.X), most(k, Range.X + 1));
      if (withGradient) {
        again |= scales[k].refine(least(k, Range.GRADIENT), most(k, Range.GRADIENT + 1));
      }
    }
    return again;
  }

  private double least(int k, int column) {
    double least = Double.POSITIVE_INFINITY;
    int first = layout.firstLane(k);
    for (Visit visit : team.visits()) {
      for (int lane = first; lane < first + layout.lanesPerChannel(); lane++) {
        least = Math.min(least, visit.ranges.get(column, lane));
      }
    }
    return least;
  }

  private double most(int k, int column) {
    double most = Double.NEGATIVE_INFINITY;
    int first = layout.firstLane(k);
    for (Visit visit : team.visits()) {
      for (int lane = first; lane < first + layout.lanesPerChannel(); lane++) {
        most = Math.max(most, visit.ranges.get(column, lane));
      }
    }
    return most;
  }
}
