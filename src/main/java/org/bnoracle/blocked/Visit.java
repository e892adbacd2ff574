package org.bnoracle.blocked;

/** What one thread visits blocks with: readers, a writer, and the sums so far. */
final class Visit {
  private final Engine engine;
  private final Layout layout;
  private final Reader x;
  private final Reader dy;
  private final Writer out;
  final ChunkSums sums;
  final Columns ranges;

  /** @param dy null where there is none */
  Visit(Engine engine, Layout layout, Elements x, Elements dy, Elements out) {
    this.engine = engine;
    this.layout = layout;
    this.x = new Reader(layout, x);
    this.dy = dy == null ? null : new Reader(layout, dy);
    this.out = Writer.to(layout, out);
    this.sums = new ChunkSums(engine.kernels, layout.width(), dy != null);
    this.ranges = new Columns(Range.COLUMNS, layout.width());
  }

  /**
   * Adds a block's sums to the totals.
   *
   * @param padding an x that adds nothing
   */
  void sum(int region, int block, Columns frames, double padding) {
    x.load(region, block);
    x.pad(padding);
    if (dy != null) {
      dy.load(region, block);
      dy.pad(0);
    }
    int rows = layout.rows(layout.length(block));
    for (int lane = 0; lane < layout.width(); lane += engine.kernels.lanes()) {
      if (dy == null) {
        sums.add(x, layout.offset(lane), layout.stride(), rows, frames, lane);
      } else {
        sums.add(x, dy, layout.offset(lane), layout.stride(), rows, frames, lane);
      }
    }
    sums.totals.count(ChunkSums.chunks(rows));
  }

  /** Takes a block into the ranges. */
  void range(int region, int block) {
    range(x, region, block, Range.X);
    if (dy != null) {
      range(dy, region, block, Range.GRADIENT);
    }
  }

  private void range(Reader reader, int region, int block, int column) {
    reader.load(region, block);
    reader.padWithFirst();
    int rows = layout.rows(layout.length(block));
    for (int lane = 0; lane < layout.width(); lane += engine.kernels.lanes()) {
      engine.kernels.sums().range(
          reader.values, reader.base + layout.offset(lane), layout.stride(), rows, ranges, column, lane);
    }
  }

  /**
   * Computes a block of results.
   *
   * @param channels decide what the kernel leaves open, by the region's channels
   */
  void map(int region, int block, MapKind kind, Columns map, ChannelElements[] channels) {
    x.load(region, block);
    x.padWithFirst();
    if (dy != null) {
      dy.load(region, block);
      dy.pad(0);
    }
    out.open(region, block);
    int rows = layout.rows(layout.length(block));
    for (int lane = 0; lane < layout.width(); lane += engine.kernels.lanes()) {
      boolean decided = out.map(engine, kind, x, dy, layout.offset(lane), rows, map, lane);
      if (!decided || isUnknown(channels, lane)) {
        decide(block, lane, rows, channels);
      }
    }
    out.close();
  }

  private boolean isUnknown(ChannelElements[] channels, int lane) {
    for (int i = 0; i < engine.kernels.lanes(); i++) {
      if (channels[layout.channelOfLane(lane + i)].map().isUnknown()) {
        return true;
      }
    }
    return false;
  }

  private void decide(int block, int lane, int rows, ChannelElements[] channels) {
    int length = layout.length(block);
    for (int row = 0; row < rows; row++) {
      for (int i = 0; i < engine.kernels.lanes(); i++) {
        int place = layout.place(row, i, length);
        if (place >= 0) {
          int at = layout.offset(lane) + row * layout.stride() + i;
          double gradient = dy == null ? 0 : dy.values[dy.base + at];
          ChannelElements channel = channels[layout.channelOfLane(lane + i)];
          out.put(at, channel.element(layout.start(block) + place, x.values[x.base + at], gradient));
        }
      }
    }
  }
}
