package org.bnoracle.blocked;

/** What one thread visits blocks with: readers, a writer, and the sums so far. */
final class Visit {
  private final Engine engine;
  private final Layout layout;
  private final Reader x;
  private final Reader dy;
  private final Writer out;
  private final double[] partial;
  final Anchors anchors;
  final Columns totals;
  final Columns ranges;

  /** @param dy null where there is none */
  Visit(Engine engine, Layout layout, Elements x, Elements dy, Elements out) {
    this.engine = engine;
    this.layout = layout;
    this.x = new Reader(layout, x);
    this.dy = dy == null ? null : new Reader(layout, dy);
    this.out = Writer.to(layout, out);
    this.partial = new double[5 * engine.kernels.lanes()];
    this.anchors = new Anchors(layout.width(), engine.kernels.lanes());
    this.totals = new Columns(Sums.COLUMNS, layout.width());
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
      for (int row = 0; row < rows; row += Kernels.CHUNK) {
        sum(layout.offset(lane) + row * layout.stride(), Math.min(rows - row, Kernels.CHUNK), frames, lane);
      }
    }
  }

  private void sum(int offset, int rows, Columns frames, int lane) {
    Kernels kernels = engine.kernels;
    int lanes = kernels.lanes();
    int stride = layout.stride();
    boolean fits;
    do {
      fits = kernels.moments(x.values, x.base + offset, stride, rows, frames, anchors.columns, lane, partial);
    } while (!fits && anchors.raise(partial, 2 * lanes, lane));
    kernels.accumulate(partial, 0, totals, Sums.FIRST, lane);
    kernels.accumulate(partial, 2 * lanes, totals, Sums.SQUARES, lane);
    if (dy == null) {
      return;
    }
    do {
      fits = kernels.crossMoments(
          x.values, x.base + offset, dy.values, dy.base + offset, stride, rows, frames, anchors.columns, lane, partial);
    } while (!fits && anchors.raiseGradients(partial, 4 * lanes, lane));
    kernels.accumulate(partial, 0, totals, Sums.GRADIENTS, lane);
    kernels.accumulate(partial, 2 * lanes, totals, Sums.PRODUCTS, lane);
    for (int i = 0; i < lanes; i++) {
      totals.values[Sums.GRADIENT_SQUARES * totals.width + lane + i] += partial[4 * lanes + i];
    }
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
      engine.kernels.range(
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
