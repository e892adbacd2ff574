package org.bnoracle.tensor;

/**
 * A tensor seen as channels: with N elements' worth of axes before the channel axis, C channels and S positions after
 * it, element (n, c, s) lies at index (n C + c) S + s. Value i of channel c is the one with n = i / S, s = i mod S.
 *
 * <p>In groups, as the weight of a grouped transposed convolution has them, the N elements are cut into as many equal runs,
 * and each run has C channels of its own: channel g C + c is the one of run g at place c.
 */
public final class ChannelView {
  private final int channels;
  private final int positions;
  private final int count;
  private final int perGroup;
  private final int groups;

  /** @throws IllegalArgumentException if the shape has no such axis */
  public ChannelView(Shape shape, int channelAxis) {
    this(shape, channelAxis, 1);
  }

  /**
   * @param groups a divisor of the number of elements before the channel axis
   * @throws IllegalArgumentException if the shape has no such axis, or cannot be cut into so many groups
   */
  public ChannelView(Shape shape, int channelAxis, int groups) {
    if (channelAxis < 0 || channelAxis >= shape.rank()) {
      throw new IllegalArgumentException(
          "must be 0 to %d for the shape %s, was %d".formatted(shape.rank() - 1, shape, channelAxis));
    }
    this.channels = shape.dimension(channelAxis);
    this.positions = shape.product(channelAxis + 1, shape.rank());
    int before = shape.product(0, channelAxis);
    if (groups < 1 || before % groups != 0) {
      throw new IllegalArgumentException("groups must divide %d, was %d".formatted(before, groups));
    }
    this.groups = groups;
    this.perGroup = before / groups;
    this.count = perGroup * positions;
  }

  /** C, times the number of groups. */
  public int channels() {
    return channels * groups;
  }

  /** S. */
  public int positions() {
    return positions;
  }

  /** m, N S over the number of groups: the number of values of one channel. */
  public int count() {
    return count;
  }

  /** The index of value i of a channel in the tensor's data. */
  public int index(int channel, int i) {
    int n = channel / channels * perGroup + i / positions;
    return (n * channels + channel % channels) * positions + i % positions;
  }

  /** The channel of the element at an index. */
  public int channelOf(int index) {
    int n = index / positions / channels;
    return n / perGroup * channels + index / positions % channels;
  }

  /** The place of the element at an index among the values of its channel. */
  public int placeOf(int index) {
    return index / positions / channels % perGroup * positions + index % positions;
  }
}
