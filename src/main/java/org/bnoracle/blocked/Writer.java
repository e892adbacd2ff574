package org.bnoracle.blocked;

/** One output's blocks: written where they lie, or packed and then spread. */
abstract sealed class Writer permits DoubleWriter, FloatWriter {
  final Layout layout;
  private final CacheLines lines = new CacheLines();
  private int region;
  private int block;

  Writer(Layout layout) {
    this.layout = layout;
  }

  static Writer to(Layout layout, Elements elements) {
    return elements instanceof Doubles doubles
        ? new DoubleWriter(layout, doubles.values())
        : new FloatWriter(layout, ((Floats) elements).values());
  }

  /** Turns to a block. */
  final void open(int nextRegion, int nextBlock) {
    region = nextRegion;
    block = nextBlock;
    if (layout.isDirect()) {
      layout.pieces(region, block, (index, stride, at, length) -> place(index));
      if (layout.isScattered()) {
        fetch(layout.size(block), lines);
      }
    } else {
      pack(layout.size(block));
    }
  }

  /** Leaves the block finished. */
  final void close() {
    if (!layout.isDirect()) {
      layout.pieces(region, block, this::spread);
    }
  }

  /** The block's rows are those of the output from an index on. */
  abstract void place(int index);

  /** Brings the block's rows, of that size together, to the cache. */
  abstract void fetch(int size, CacheLines lines);

  /** The block's rows are apart, of that size together. */
  abstract void pack(int size);

  /** Copies packed results to where they belong. */
  abstract void spread(int index, int stride, int at, int length);

  /**
   * Computes the rows of a group of lanes, which begins at an offset in the block's rows.
   *
   * @param dy the second input, null if there is none
   * @return false if a result is left open
   */
  abstract boolean map(Engine engine, MapKind kind, Reader x, Reader dy, int offset, int rows, Columns map, int lane);

  /** Puts a value at a place of the block's rows. */
  abstract void put(int place, double value);
}
