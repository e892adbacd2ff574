package org.bnoracle.equations;

import ch.obermuhlner.math.big.BigDecimalMath;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.List;

/**
 * Decimal intervals that contain the exact result: sums and products are exact, quotients and square roots are rounded
 * outwards at a given number of digits. A road to the same results that shares nothing with
 * {@link ExactArithmetic}. The square root is BigMath's, widened and then checked by squaring.
 */
public final class DecimalArithmetic implements Arithmetic<DecimalInterval> {
  private final MathContext down;
  private final MathContext up;

  /** Rounds quotients and roots outwards to that many significant digits. */
  public DecimalArithmetic(int digits) {
    this.down = new MathContext(digits, RoundingMode.FLOOR);
    this.up = new MathContext(digits, RoundingMode.CEILING);
  }

  /** @throws NumberFormatException for NaN and infinities */
  @Override
  public DecimalInterval of(double exact) {
    return DecimalInterval.of(new BigDecimal(exact));
  }

  @Override
  public DecimalInterval add(DecimalInterval a, DecimalInterval b) {
    return new DecimalInterval(a.low().add(b.low()), a.high().add(b.high()));
  }

  @Override
  public DecimalInterval subtract(DecimalInterval a, DecimalInterval b) {
    return new DecimalInterval(a.low().subtract(b.high()), a.high().subtract(b.low()));
  }

  @Override
  public DecimalInterval multiply(DecimalInterval a, DecimalInterval b) {
    return hull(List.of(
        a.low().multiply(b.low()), a.low().multiply(b.high()), a.high().multiply(b.low()), a.high().multiply(b.high())));
  }

  /** @throws ArithmeticException if b contains zero */
  @Override
  public DecimalInterval divide(DecimalInterval a, DecimalInterval b) {
    if (b.containsZero()) {
      throw new ArithmeticException("division by an interval that contains zero");
    }
    return new DecimalInterval(
        Collections.min(quotients(a, b, down)), Collections.max(quotients(a, b, up)));
  }

  private static List<BigDecimal> quotients(DecimalInterval a, DecimalInterval b, MathContext context) {
    return List.of(
        a.low().divide(b.low(), context), a.low().divide(b.high(), context),
        a.high().divide(b.low(), context), a.high().divide(b.high(), context));
  }

  @Override
  public DecimalInterval square(DecimalInterval a) {
    DecimalInterval ends = hull(List.of(a.low().multiply(a.low()), a.high().multiply(a.high())));
    return a.containsZero() ? new DecimalInterval(BigDecimal.ZERO, ends.high()) : ends;
  }

  @Override
  public DecimalInterval over(DecimalInterval a, long count) {
    return divide(a, of(count));
  }

  /** @throws ArithmeticException if a reaches below zero */
  @Override
  public DecimalInterval sqrt(DecimalInterval a) {
    return new DecimalInterval(rootBelow(a.low()), rootAbove(a.high()));
  }

  private BigDecimal rootBelow(BigDecimal a) {
    BigDecimal root = BigDecimalMath.sqrt(a, down);
    return root.multiply(root).compareTo(a) <= 0 ? root : checked(root.subtract(root.ulp()), a, -1);
  }

  private BigDecimal rootAbove(BigDecimal a) {
    BigDecimal root = BigDecimalMath.sqrt(a, up);
    return root.multiply(root).compareTo(a) >= 0 ? root : checked(root.add(root.ulp()), a, 1);
  }

  private static BigDecimal checked(BigDecimal root, BigDecimal a, int side) {
    if (root.multiply(root).compareTo(a) * side < 0) {
      throw new ArithmeticException("the square root of " + a + " is off by more than one unit in the last place");
    }
    return root;
  }

  @Override
  public DecimalInterval sum(List<DecimalInterval> terms) {
    DecimalInterval sum = of(0);
    for (DecimalInterval term : terms) {
      sum = add(sum, term);
    }
    return sum;
  }

  @Override
  public DecimalInterval relu(DecimalInterval a) {
    return new DecimalInterval(a.low().max(BigDecimal.ZERO), a.high().max(BigDecimal.ZERO));
  }

  @Override
  public DecimalInterval reluGradient(DecimalInterval a, DecimalInterval g) {
    if (a.low().signum() > 0) {
      return g;
    }
    return a.high().signum() > 0 ? hull(List.of(BigDecimal.ZERO, g.low(), g.high())) : of(0);
  }

  private static DecimalInterval hull(List<BigDecimal> numbers) {
    return new DecimalInterval(Collections.min(numbers), Collections.max(numbers));
  }
}
