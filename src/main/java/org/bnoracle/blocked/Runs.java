package org.bnoracle.blocked;

import org.bnoracle.tensor.ChannelView;

/**
 * Channel after channel: the values of one lie in runs, one for each position of the axes before the channel's. Long runs of
 * whole rows are visited where they are; others are packed into blocks, the last row of which may be padded.
 */
final class Runs implements Layout {
  private static final int BLOCK = 8192;
  private static final int LONG = 256;

  private final ChannelView view;
  private final int lanes;
  private final boolean direct;
  private final int perRun;

  Runs(ChannelView view, int lanes) {
    this.view = view;
    this.lanes = lanes;
    this.direct = view.positions() >= LONG && view.positions() % lanes == 0;
    this.perRun = direct ? ceiling(view.positions(), BLOCK) : 0;
  }

  private static int ceiling(int a, int b) {
    return a / b + (a % b == 0 ? 0 : 1);
  }

  @Override
  public int regions() {
    return view.channels();
  }

  @Override
  public int channels() {
    return 1;
  }

  @Override
  public int channel(int region, int k) {
    return region;
  }

  @Override
  public int blocks() {
    return direct ? view.count() / view.positions() * perRun : ceiling(view.count(), BLOCK);
  }

  @Override
  public int start(int block) {
    return direct ? block / perRun * view.positions() + block % perRun * BLOCK : block * BLOCK;
  }

  @Override
  public int length(int block) {
    int rest = direct ? view.positions() - block % perRun * BLOCK : view.count() - block * BLOCK;
    return Math.min(rest, BLOCK);
  }

  @Override
  public int values(int block) {
    return length(block);
  }

  @Override
  public int width() {
    return lanes;
  }

  @Override
  public int channelOfLane(int lane) {
    return 0;
  }

  @Override
  public int firstLane(int k) {
    return 0;
  }

  @Override
  public int lanesPerChannel() {
    return lanes;
  }

  @Override
  public int offset(int lane) {
    return 0;
  }

  @Override
  public int stride() {
    return lanes;
  }

  @Override
  public int rows(int length) {
    return ceiling(length, lanes);
  }

  @Override
  public int place(int row, int lane, int length) {
    int place = row * lanes + lane;
    return place < length ? place : -1;
  }

  @Override
  public boolean isDirect() {
    return direct;
  }

  @Override
  public boolean isScattered() {
    return false;
  }

  @Override
  public void pieces(int region, int block, Piece use) {
    int start = start(block);
    int end = start + length(block);
    int run = view.positions();
    if (run == 1) {
      use.use(view.index(region, start), view.channels(), 0, end - start);
      return;
    }
    for (int i = start; i < end; i += run - i % run) {
      use.use(view.index(region, i), 1, i - start, Math.min(run - i % run, end - i));
    }
  }
}
