package org.bnoracle.blocked;

import org.bnoracle.number.BinaryFormat;

/**
 * y = gamma (x - mean) r + beta of one channel, BN-4 and BN-5. What the kernel leaves open is looked at again by itself; then
 * with gamma and beta scaled up or down, which reaches results that are subnormal or overflow; then exactly.
 */
final class ForwardChannel implements ChannelElements {
  /** Powers of two that bring the smallest and the largest results near 1. */
  static final int[] RAISED = {700, -700};

  private final Frame frame;
  private final double reach;
  private final DoubleDouble offset;
  private final DoubleDouble r;
  private final double gamma;
  private final double beta;
  private final BinaryFormat format;
  private final Reference reference;
  private final ChannelElements special;
  private final AffineMap map;

  /**
   * @param frame gives d = (x - pivot) 2^exponent
   * @param reach no |d| is larger; infinite if that is not known
   * @param offset (mean - pivot) 2^exponent
   * @param r 1/√v 2^-exponent
   * @param format of y
   * @param special decides elements whose x is not finite
   */
  ForwardChannel(
      Frame frame, double reach, DoubleDouble offset, DoubleDouble r, double gamma, double beta, BinaryFormat format,
      Reference reference, ChannelElements special) {
    this.frame = frame;
    this.reach = reach;
    this.offset = offset;
    this.r = r;
    this.gamma = gamma;
    this.beta = beta;
    this.format = format;
    this.reference = reference;
    this.special = special;
    this.map = gamma == 0 ? AffineMap.constant(format.nearest(beta)) : map(0);
  }

  @Override
  public AffineMap map() {
    return map;
  }

  private AffineMap map(int raised) {
    DoubleDouble s = r.times(DoubleDouble.of(gamma).scaled(raised));
    return AffineMap.of(frame, reach, offset, s, DoubleDouble.of(beta).scaled(raised), raised);
  }

  @Override
  public double element(int i, double x, double dy) {
    if (!Double.isFinite(x)) {
      return special.element(i, x, dy);
    }
    double y = map.nearest(x, format);
    for (int raised : RAISED) {
      if (Double.isNaN(y)) {
        y = map(raised).nearest(x, format);
      }
    }
    return Double.isNaN(y) ? reference.element(i) : y;
  }
}
