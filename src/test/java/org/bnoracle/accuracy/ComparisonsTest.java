package org.bnoracle.accuracy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.commons.numbers.core.DD;
import org.bnoracle.number.BinaryFormat;
import org.junit.jupiter.api.Test;

/** An activation near 0: certain signs cost nothing, uncertain ones allow both. */
class ComparisonsTest {
  private static final Machine MACHINE = new Machine(BinaryFormat.F32, BinaryFormat.F32, 8, false, BinaryFormat.F16);
  private final BoundedArithmetic arithmetic = new BoundedArithmetic(MACHINE);
  private final Bounded five = Bounded.exact(5);

  private static Bounded around(double value, double size) {
    return new Bounded(DD.of(value), 0, 0, Range.symmetric(size));
  }

  @Test
  void aCertainSignChangesNothing() {
    Bounded positive = around(2, 1);
    assertSame(positive, arithmetic.relu(positive));
    assertEquals(Bounded.exact(0), arithmetic.relu(around(-2, 1)));
    assertSame(five, arithmetic.reluGradient(positive, five));
    assertEquals(Bounded.exact(0), arithmetic.reluGradient(around(-2, 1), five));
    assertEquals(Bounded.exact(0), arithmetic.reluGradient(Bounded.exact(0), five));
  }

  @Test
  void anUncertainSignAllowsBothBranches() {
    assertRange(1, 2, arithmetic.relu(around(1, 2)));
    assertRange(0, 1, arithmetic.relu(around(-1, 2)));
    assertEquals(Range.symmetric(5), arithmetic.reluGradient(around(1, 2), five).own());
    assertEquals(Range.symmetric(5), arithmetic.reluGradient(around(-1, 2), five).own());
  }

  /** Half of the smallest f16 is stored as 0. */
  @Test
  void aSignMayBeTakenFromWhatIsStored() {
    assertEquals(Range.symmetric(5), arithmetic.reluGradient(Bounded.exact(0x1p-25), five).own());
    assertSame(five, arithmetic.reluGradient(Bounded.exact(0x1.8p-25), five));
  }

  @Test
  void whatIsUnboundedStaysSo() {
    assertSame(Bounded.UNBOUNDED, arithmetic.relu(Bounded.UNBOUNDED));
    assertSame(Bounded.UNBOUNDED, arithmetic.reluGradient(Bounded.UNBOUNDED, five));
    assertSame(Bounded.UNBOUNDED, arithmetic.reluGradient(five, Bounded.UNBOUNDED));
  }

  /** Above, a margin for the rounding of bounds is added. */
  private static void assertRange(double below, double above, Bounded number) {
    assertEquals(below, number.own().below());
    assertTrue(number.own().above() >= above && number.own().above() <= above * (1 + 0x1p-18), number.toString());
  }
}
