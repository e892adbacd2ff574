package org.bnoracle.blocked;

/** A channel all elements of which have the same result. */
record ConstantChannel(double value) implements ChannelElements {
  @Override
  public AffineMap map() {
    return AffineMap.constant(value);
  }

  @Override
  public double element(int i, double x, double dy) {
    return value;
  }
}
