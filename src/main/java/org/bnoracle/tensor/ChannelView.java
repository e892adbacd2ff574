package org.bnoracle.tensor;

/**
 * A tensor seen as channels: with N elements' worth of axes before the channel axis, C channels and S positions after
 * it, element (n, c, s) lies at index (n C + c) S + s. Value i of channel c is the one with n = i / S, s = i mod S.
 */
public final class ChannelView {
  private final int channels;
  private final int positions;
  private final int count;

  /** @throws IllegalArgumentException if the shape has no such axis */
  public ChannelView(Shape shape, int channelAxis) {
    if (channelAxis < 0 || channelAxis >= shape.rank()) {
      throw new IllegalArgumentException(
          "must be 0 to %d for the shape %s, was %d".formatted(shape.rank() - 1, shape, channelAxis));
    }
    this.channels = shape.dimension(channelAxis);
    this.positions = shape.product(channelAxis + 1, shape.rank());
    this.count = shape.product(0, channelAxis) * positions;
  }

  /** C. */
  public int channels() {
    return channels;
  }

  /** S. */
  public int positions() {
    return positions;
  }

  /** m = N S, the number of values of one channel. */
  public int count() {
    return count;
  }

  /** The index of value i of a channel in the tensor's data. */
  public int index(int channel, int i) {
    return (i / positions * channels + channel) * positions + i % positions;
  }

  /** The channel of the element at an index. */
  public int channelOf(int index) {
    return index / positions % channels;
  }

  /** The place of the element at an index among the values of its channel. */
  public int placeOf(int index) {
    return index / positions / channels * positions + index % positions;
  }
}
