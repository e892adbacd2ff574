package org.bnoracle.number;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuadraticFieldTest {
  private final QuadraticField field = new QuadraticField(0);

  @Test
  void aChannelHasNoNegativeCount() {
    Exception e = assertThrows(IllegalArgumentException.class, () -> new QuadraticField(-1));
    assertEquals("a channel has 0 or more values, was -1", e.getMessage());
  }

  @Test
  void anEmptyChannelCanStillDivide() {
    assertEquals(0, field.of(new BigDecimal(12)).over(3).compareTo(4, 0));
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void anInfinityAndNaNStaySpecial(double value) {
    assertEquals(Special.of(value), field.of(value));
    assertFalse(field.of(value).isFinite());
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.0, -0.0, 1, -1.5, Double.MIN_VALUE, -Double.MAX_VALUE, 0x1p-1022, 0x1.fp-1023})
  void aFiniteDoubleIsItsOwnValue(double value) {
    ExtendedReal number = field.of(value);
    assertTrue(number.isFinite());
    assertEquals((int) Math.signum(value), number.signum());
    assertEquals(0, field.of(new BigDecimal(value)).minus((QuadraticNumber) number).signum());
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "0e9, 0", "1.50, 1.5", "-3e5, -300000", "1e-3, 0.001", "1e3, 1000"})
  void aDecimalIsItsOwnValue(BigDecimal written, BigDecimal value) {
    assertEquals(0, value.compareTo(field.of(written).toDecimal(20)));
    assertEquals(0, field.of(written).minus(field.of(value)).signum());
  }

  @Test
  void trailingZerosOfNumbersAreNotKept() {
    assertEquals(BigInteger.ONE, ((QuadraticNumber) field.of(1024.0)).p());
    assertEquals(BigInteger.valueOf(-3), ((QuadraticNumber) field.of(-0.75)).p());
    assertEquals(BigInteger.valueOf(3), field.of(new BigDecimal("0.300")).p());
  }

  @ParameterizedTest
  @ValueSource(strings = {"2", "1e-300", "1e300", "0.1"})
  void theScaledRootHasItsBits(BigDecimal square) {
    field.of(square).sqrt();
    assertTrue(field.scaledRoot().bitLength() >= 160, field.scaledRoot()::toString);
    BigInteger scaledRadicand = field.radicand().shiftLeft(2 * field.rootScale());
    assertTrue(field.scaledRoot().pow(2).compareTo(scaledRadicand) <= 0);
    assertTrue(field.scaledRoot().add(BigInteger.ONE).pow(2).compareTo(scaledRadicand) > 0);
  }
}
