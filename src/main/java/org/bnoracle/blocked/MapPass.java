package org.bnoracle.blocked;

import java.util.Arrays;
import java.util.List;
import org.bnoracle.number.BinaryFormat;

/** Computes the elements of a region, last block first: those that the pass before has left in the cache. */
final class MapPass {
  private MapPass() {}

  /** The channels have affine maps. */
  static void affine(Layout layout, int region, Team team, ChannelElements[] channels, BinaryFormat format) {
    List<AffineMap> maps = Arrays.stream(channels).map(channel -> (AffineMap) channel.map()).toList();
    boolean isLinear = maps.stream().allMatch(AffineMap::isLinear);
    boolean isAnchored = maps.stream().allMatch(AffineMap::isAnchored);
    Columns map = new Columns(AffineMap.COLUMNS, layout.width());
    team.eachNumber(layout.width(), lane -> {
      AffineMap affine = maps.get(layout.channelOfLane(lane));
      (isLinear ? affine.linear() : affine).into(map, lane, format);
    });
    run(layout, region, team, isLinear ? MapKind.LINEAR : isAnchored ? MapKind.ANCHORED : MapKind.AFFINE, map, channels);
  }

  /** The channels have combined maps. */
  static void combined(Layout layout, int region, Team team, ChannelElements[] channels, BinaryFormat format) {
    Columns map = new Columns(CombinedMap.COLUMNS, layout.width());
    team.eachNumber(layout.width(), lane -> channels[layout.channelOfLane(lane)].map().into(map, lane, format));
    run(layout, region, team, MapKind.COMBINED, map, channels);
  }

  private static void run(
      Layout layout, int region, Team team, MapKind kind, Columns map, ChannelElements[] channels) {
    int last = layout.blocks() - 1;
    team.each(layout.blocks(), (visit, block) -> visit.map(region, last - block, kind, map, channels));
  }
}
