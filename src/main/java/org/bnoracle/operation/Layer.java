package org.bnoracle.operation;

import java.util.Optional;
import org.bnoracle.equations.Label;
import org.bnoracle.tensor.ChannelView;
import org.bnoracle.tensor.Shape;

/** A layer whose output channels are normalized, and into whose weight the normalization can be folded. */
public enum Layer {
  /** Weight (out, in). */
  LINEAR(0),
  /** Weight (out, in/groups, kernel…). */
  CONVOLUTION(0),
  /** Weight (in, out/groups, kernel…): group g of the output takes group g of the input. */
  TRANSPOSED_CONVOLUTION(1);

  private static final int LEAST_CONVOLUTION_RANK = 3;

  private final int channelAxis;

  Layer(int channelAxis) {
    this.channelAxis = channelAxis;
  }

  /** The weights of each output channel; the shape must be one of this layer's. */
  ChannelView view(Shape weight, int groups) {
    return new ChannelView(weight, channelAxis, this == TRANSPOSED_CONVOLUTION ? groups : 1);
  }

  /** Why a weight of that shape is none of this layer's; empty if it is one. */
  Optional<String> objection(Shape weight, int groups) {
    String name = Label.of(this);
    if (this == LINEAR) {
      return weight.rank() == 2 && groups == 1
          ? Optional.empty()
          : Optional.of("a linear layer has a weight of rank 2 and one group, was %s and %d".formatted(weight, groups));
    }
    if (weight.rank() < LEAST_CONVOLUTION_RANK) {
      return Optional.of("a %s has a weight of rank 3 to 6, was %s".formatted(name, weight));
    }
    return groups >= 1 && weight.dimension(0) % groups == 0
        ? Optional.empty()
        : Optional.of("the first dimension of %s must be a multiple of groups, was %d".formatted(weight, groups));
  }
}
