package org.bnoracle.blocked;

import org.bnoracle.tensor.ChannelView;

/**
 * How the channels of a tensor are visited: in regions, a region block by block, a block in groups of lanes, rows in a group.
 * A region is as many channels as a pass must take together; a block is small enough for a cache.
 */
sealed interface Layout permits Runs, Interleaved {
  /** Where channels lie side by side and fill a vector, they are the lanes; else each channel is a region of its own. */
  static Layout of(ChannelView view, int lanes) {
    return view.positions() == 1 && view.channels() >= lanes ? new Interleaved(view, lanes) : new Runs(view, lanes);
  }

  int regions();

  /** The number of channels of a region. */
  int channels();

  /** The channel in the tensor of the k-th one of a region. */
  int channel(int region, int k);

  int blocks();

  /** The first of a block's values in each channel. */
  int start(int block);

  /** The number of a block's values in each channel. */
  int length(int block);

  /** The number of a block's values in all channels of the region. */
  int values(int block);

  /** The same with padding. */
  default int size(int block) {
    return rows(length(block)) * stride();
  }

  /** Lanes over all groups. */
  int width();

  /** Which of the region's channels a lane holds. */
  int channelOfLane(int lane);

  /** The first of the lanes whose sums together are those of the k-th channel. */
  int firstLane(int k);

  /** The number of these lanes. */
  int lanesPerChannel();

  /** Where the group of lanes that begins with this one begins in a row. */
  int offset(int lane);

  /** From one row to the next. */
  int stride();

  int rows(int length);

  /** Which value of a block of that length a row has at a lane of its group; -1 where the row is padded. */
  int place(int row, int lane, int length);

  /** Whether a block's rows lie in memory as the kernels want them. */
  boolean isDirect();

  /** Whether a group of lanes has its rows far apart, with those of other groups between them. */
  boolean isScattered();

  /** Where a block lies in memory, as pieces of values that are equally far apart. */
  void pieces(int region, int block, Piece use);

  /** {@code length} values from {@code index} on, {@code stride} apart, are at {@code at} in the block's rows. */
  interface Piece {
    void use(int index, int stride, int at, int length);
  }
}
