package org.bnoracle.number;

import static org.bnoracle.number.BinaryFormat.BF16;
import static org.bnoracle.number.BinaryFormat.F16;
import static org.bnoracle.number.BinaryFormat.F32;
import static org.bnoracle.number.BinaryFormat.F64;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import net.jqwik.api.domains.Domain;

class RoundingProperties {
  private final QuadraticField field = new QuadraticField(1);

  private Rounded rounded(BigDecimal exact, BinaryFormat format) {
    return Rounding.nearest(field.of(exact), format);
  }

  @Property
  void aDecimalIsRoundedAsTheJdkReadsIt(@ForAll("decimals") BigDecimal exact) {
    assertEquals(Double.parseDouble(exact.toString()), rounded(exact, F64).value());
    assertEquals(Float.parseFloat(exact.toString()), rounded(exact, F32).value());
  }

  @Property
  void aNumberBesideAMidpointOfDoublesIsRoundedAsTheJdkReadsIt(@ForAll("hardForDouble") BigDecimal exact) {
    assertEquals(Double.parseDouble(exact.toString()), rounded(exact, F64).value());
  }

  @Property
  void aNumberBesideAMidpointOfSinglesIsRoundedAsTheJdkReadsIt(@ForAll("hardForSingle") BigDecimal exact) {
    assertEquals(Float.parseFloat(exact.toString()), rounded(exact, F32).value());
  }

  @Property
  void aDecimalIsRoundedByTheRule(@ForAll("formats") BinaryFormat format, @ForAll("decimals") BigDecimal exact) {
    Nearest.check(format, exact::compareTo, field.of(exact));
  }

  @Property(tries = 500)
  void aNumberBesideAMidpointIsRoundedByTheRule(@ForAll("hard") Tuple2<BinaryFormat, BigDecimal> hard) {
    Nearest.check(hard.get1(), hard.get2()::compareTo, field.of(hard.get2()));
  }

  @Property
  void roundingKeepsTheOrder(
      @ForAll("formats") BinaryFormat format, @ForAll("decimals") BigDecimal a, @ForAll("decimals") BigDecimal b) {
    assertTrue(rounded(a.min(b), format).value() <= rounded(a.max(b), format).value());
  }

  @Property(tries = 500)
  void aRoundedValueIsExact(@ForAll("formats") BinaryFormat format, @ForAll("doubles") double x) {
    double value = format.nearest(x);
    Rounded rounded = Rounding.nearest(field.of(value), format);
    assertEquals(value + 0.0, rounded.value());
    assertEquals(Double.isFinite(value), rounded.residual() == 0);
  }

  @Property(tries = 500)
  void aDoubleIsRoundedAsTheFormatRoundsIt(@ForAll("formats") BinaryFormat format, @ForAll("doubles") double x) {
    assertEquals(x == 0 ? 0.0 : format.nearest(x), Rounding.nearest(field.of(x), format).value());
  }

  @Property
  void theOppositeNumberHasTheOppositeResult(@ForAll("hard") Tuple2<BinaryFormat, BigDecimal> hard) {
    Rounded result = rounded(hard.get2(), hard.get1());
    Rounded opposite = rounded(hard.get2().negate(), hard.get1());
    assertEquals(result, hard.get2().signum() == 0 ? Rounded.ZERO : opposite.negate());
  }

  @Property
  @Domain(Inputs.class)
  void aNumberWithRootsIsRoundedByTheRule(@ForAll Inputs.Three numbers) {
    for (BinaryFormat format : new BinaryFormat[] {F64, F32, F16, BF16}) {
      Nearest.check(format, numbers.a().naive(), numbers.a().exact());
    }
  }

  @Provide
  Arbitrary<BinaryFormat> formats() {
    return Inputs.formats();
  }

  @Provide
  Arbitrary<Double> doubles() {
    return Inputs.doubles();
  }

  @Provide
  Arbitrary<BigDecimal> decimals() {
    return Inputs.decimals();
  }

  @Provide
  Arbitrary<BigDecimal> hardForDouble() {
    return Inputs.hardFor(F64);
  }

  @Provide
  Arbitrary<BigDecimal> hardForSingle() {
    return Inputs.hardFor(F32);
  }

  @Provide
  Arbitrary<Tuple2<BinaryFormat, BigDecimal>> hard() {
    return Inputs.formats().flatMap(format -> Inputs.hardFor(format).map(exact -> Tuple.of(format, exact)));
  }
}
