package org.bnoracle.blocked;

import org.bnoracle.tensor.ChannelView;

/**
 * All channels together: they lie side by side, position after position, and are the lanes. Where their number is not a
 * multiple of a vector's lanes, the last group begins earlier and repeats some channels.
 */
final class Interleaved implements Layout {
  private static final int BLOCK = 1 << 15;
  private static final int FEWEST_ROWS = 8;
  /** So many groups lie in cache lines that are fetched together. */
  private static final int NEIGHBOURS = 2;

  private final int channels;
  private final int count;
  private final int lanes;
  private final int rowsPerBlock;

  Interleaved(ChannelView view, int lanes) {
    this.channels = view.channels();
    this.count = view.count();
    this.lanes = lanes;
    this.rowsPerBlock = Math.max(FEWEST_ROWS, BLOCK / channels);
  }

  @Override
  public int regions() {
    return 1;
  }

  @Override
  public int channels() {
    return channels;
  }

  @Override
  public int channel(int region, int k) {
    return k;
  }

  @Override
  public int blocks() {
    return count / rowsPerBlock + (count % rowsPerBlock == 0 ? 0 : 1);
  }

  @Override
  public int start(int block) {
    return block * rowsPerBlock;
  }

  @Override
  public int length(int block) {
    return Math.min(count - start(block), rowsPerBlock);
  }

  @Override
  public int values(int block) {
    return length(block) * channels;
  }

  @Override
  public int width() {
    return (channels + lanes - 1) / lanes * lanes;
  }

  @Override
  public int channelOfLane(int lane) {
    return offset(lane - lane % lanes) + lane % lanes;
  }

  @Override
  public int firstLane(int k) {
    int lastGroup = width() - lanes;
    return k < lastGroup ? k : lastGroup + k - (channels - lanes);
  }

  @Override
  public int lanesPerChannel() {
    return 1;
  }

  @Override
  public int offset(int lane) {
    return Math.min(lane, channels - lanes);
  }

  @Override
  public int stride() {
    return channels;
  }

  @Override
  public int rows(int length) {
    return length;
  }

  @Override
  public int place(int row, int lane, int length) {
    return row;
  }

  @Override
  public boolean isDirect() {
    return true;
  }

  @Override
  public boolean isScattered() {
    return channels > NEIGHBOURS * lanes;
  }

  @Override
  public void pieces(int region, int block, Piece use) {
    use.use(start(block) * channels, 1, 0, length(block) * channels);
  }
}
