package org.bnoracle.blocked;

import java.util.Arrays;

/** One input's values, block by block, as doubles in rows: in their own array where they lie so, else packed or widened. */
final class Reader {
  private final Layout layout;
  private final Elements elements;
  private final CacheLines lines = new CacheLines();
  private double[] packed = new double[0];
  /** Where the block's rows are. */
  double[] values;
  /** Where they begin. */
  int base;
  private int used;
  private int size;
  private int region = -1;
  private int block = -1;

  Reader(Layout layout, Elements elements) {
    this.layout = layout;
    this.elements = elements;
  }

  /** Turns to a block. The last row may end in anything. A block that it has packed last is there already. */
  void load(int nextRegion, int nextBlock) {
    if (region == nextRegion && block == nextBlock) {
      return;
    }
    region = nextRegion;
    block = nextBlock;
    size = layout.size(block);
    used = layout.values(block);
    if (layout.isDirect() && elements instanceof Doubles doubles) {
      values = doubles.values();
      layout.pieces(region, block, (index, stride, at, length) -> base = index);
      if (layout.isScattered()) {
        lines.read(values, base, size);
      }
      return;
    }
    if (packed.length < size) {
      packed = new double[size];
    }
    values = packed;
    base = 0;
    layout.pieces(region, block, (index, stride, at, length) -> elements.read(index, stride, length, packed, at));
  }

  /** Fills up the last row. */
  void pad(double value) {
    Arrays.fill(values, base + used, base + size, value);
  }

  /** Fills up the last row with what the block begins with. */
  void padWithFirst() {
    pad(values[base]);
  }
}
