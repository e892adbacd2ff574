package org.bnoracle.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.bnoracle.document.FormatValues.Value;
import org.bnoracle.number.BinaryFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LiteralTest {
  private static final Map<String, Integer> DIGITS_TO_PRINT = Map.of("f64", 17, "f32", 9, "f16", 5, "bf16", 4);

  @Provide
  Arbitrary<Value> values() {
    return FormatValues.any();
  }

  @Property(tries = 2000)
  void whatIsWrittenIsReadBack(@ForAll("values") Value value) {
    assertEquals(value.number(), Literal.read(Literal.write(value.number()), value.format()));
  }

  @Property(tries = 2000)
  void aReaderOfDoublesGetsTheValue(@ForAll("values") Value value) {
    assertEquals(value.number(), Double.parseDouble(Literal.write(value.number())));
  }

  @Property(tries = 2000)
  void theDigitsThatTheProtocolAsksForMeanTheValue(@ForAll("values") Value value) {
    MathContext digits = new MathContext(DIGITS_TO_PRINT.get(value.format().name()), RoundingMode.HALF_EVEN);
    String text = new BigDecimal(value.number()).round(digits).toString();
    assertEquals(value.number() + 0.0, Literal.read(text, value.format()) + 0.0, text);
  }

  @Property(tries = 2000)
  void everyFloatIsReadAsJavaPrintsIt(@ForAll float number) {
    assertEquals(number, Literal.read(Float.toString(number), BinaryFormat.F32));
  }

  @Property
  void exactExpansionsAreReadWhateverTheirLength(@ForAll("values") Value value) {
    String text = new BigDecimal(value.number()).toPlainString();
    assertEquals(value.number() + 0.0, Literal.read(text, value.format()) + 0.0, text);
  }

  @ParameterizedTest
  @CsvSource({
    "0.1, f64, 0.1", "0.1, f32, 0.10000000149011612", "0.1, f16, 0.0999755859375", "0.1, bf16, 0.10009765625",
    "1, f32, 1", "-17.50, f16, -17.5", "1E+2, bf16, 100", "3000, f16, 3000", "65504, f16, 65504",
    "16777216, f32, 16777216", "9007199254740992, f64, 9007199254740992", "1e-45, f32, 1.401298464324817E-45",
    "4.9E-324, f64, 4.9E-324", "3.4028235e38, f32, 3.4028234663852886E38"
  })
  void aNumberMeansTheNearestValueWithinAUnitOfItsLastDigit(String text, String format, double value) {
    assertEquals(value, Literal.read(text, BinaryFormat.named(format)));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "16777217 | f32 | f32 cannot hold 16777217; the nearest value is 1.6777216E7",
    "16777217.0 | f32 | f32 cannot hold 16777217.0; the nearest value is 1.6777216E7",
    "3001 | f16 | f16 cannot hold 3001; the nearest value is 3000.0",
    "257 | bf16 | bf16 cannot hold 257; the nearest value is 256.0",
    "9007199254740993 | f64 | f64 cannot hold 9007199254740993; the nearest value is 9.007199254740992E15",
    "1e39 | f32 | f32 cannot hold 1e39; the largest value is 3.4028234663852886E38",
    "65520 | f16 | f16 cannot hold 65520; the largest value is 65504.0",
    "-1e39 | bf16 | bf16 cannot hold -1e39; the largest value is 3.3895313892515355E38",
    "1e400 | f64 | f64 cannot hold 1e400; write \"Infinity\" if infinity is meant",
    "1e-60 | f32 | f32 cannot hold 1e-60; the nearest value is 0.0",
    "1e-400 | f64 | f64 cannot hold 1e-400; the smallest positive value is 4.9E-324",
    "-1e-400 | f16 | f16 cannot hold -1e-400; the smallest positive value is 5.960464477539063E-8"
  })
  void aNumberThatWouldHideARoundingIsRefused(String text, String format, String message) {
    NumberFormatException refusal =
        assertThrows(NumberFormatException.class, () -> Literal.read(text, BinaryFormat.named(format)));
    assertEquals(message, refusal.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "0.0", "0e999999999999", "0E-999999999999", "0.000e5"})
  void zeroIsZeroWhateverItsExponent(String text) {
    for (BinaryFormat format : BinaryFormat.ALL) {
      assertEquals(0.0, Literal.read(text, format));
      assertEquals(-0.0, Literal.read("-" + text, format));
    }
  }

  @Test
  void negativeZeroKeepsItsSign() {
    assertEquals("-0.0", Literal.write(-0.0));
    assertEquals("0.0", Literal.write(0.0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"NaN", "Infinity", "-Infinity"})
  void specialValuesHaveNames(String text) {
    for (BinaryFormat format : BinaryFormat.ALL) {
      assertEquals(text, Literal.write(Literal.read(text, format)));
    }
  }

  @Test
  void manyDigitsAreReadExactly() {
    String third = "0." + "3".repeat(800);
    assertEquals(1.0 / 3, Literal.read("0.33333333333333331", BinaryFormat.F64));
    NumberFormatException refusal = assertThrows(NumberFormatException.class, () -> Literal.read(third, BinaryFormat.F64));
    assertEquals("f64 cannot hold " + third + "; the nearest value is 0.3333333333333333", refusal.getMessage());
    assertEquals(0.5, Literal.read("0.5" + "0".repeat(800), BinaryFormat.F16));
  }
}
