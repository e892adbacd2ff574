package org.bnoracle.blocked;

import org.bnoracle.number.BinaryFormat;

/**
 * dx of one channel, BN-12 to BN-15 put together: with c_1 = Σdy/m and c_2 = Σ dy_k (x_k - mean) / (m v) it is
 * dx = gamma r (dy - c_1 - (x - mean) c_2) + 2 dvariance (x - mean)/m + dmean/m. What the kernel leaves open is looked at as
 * in {@link ForwardChannel}.
 */
final class BackwardChannel implements ChannelElements {
  private final ChannelGradients found;
  private final BinaryFormat format;
  private final Reference reference;
  private final CombinedMap map;

  BackwardChannel(ChannelGradients found, BinaryFormat format, Reference reference) {
    this.found = found;
    this.format = format;
    this.reference = reference;
    this.map = found.map(0);
  }

  @Override
  public CombinedMap map() {
    return map;
  }

  @Override
  public double element(int i, double x, double dy) {
    double dx = map.nearest(x, dy, format);
    for (int raised : ForwardChannel.RAISED) {
      if (Double.isNaN(dx)) {
        dx = found.map(raised).nearest(x, dy, format);
      }
    }
    return Double.isNaN(dx) ? reference.element(i) : dx;
  }
}
