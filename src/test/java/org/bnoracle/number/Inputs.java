package org.bnoracle.number;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.function.BiFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;
import net.jqwik.api.domains.DomainContextBase;
import net.jqwik.api.Provide;
import org.apache.commons.math3.fraction.BigFraction;

/** The random inputs of this package's properties. */
final class Inputs extends DomainContextBase {
  /** Three numbers of one field, and the count of its channel. */
  record Three(QuadraticField field, Twin a, Twin b, Twin c, long count) {}

  static Arbitrary<BinaryFormat> formats() {
    return Arbitraries.of(
        BinaryFormat.F64, BinaryFormat.F32, BinaryFormat.F16, BinaryFormat.BF16, SmallFormat.TINY, SmallFormat.COARSE);
  }

  /** Bits of every kind, and many doubles of the range of the smaller formats. */
  static Arbitrary<Double> doubles() {
    Arbitrary<Double> anyBits = uniformLongs().map(Double::longBitsToDouble).filter(Double::isFinite);
    Arbitrary<Double> middle = Combinators.combine(uniformLongs(), Arbitraries.integers().between(-160, 130))
        .as((bits, exponent) -> Math.scalb((bits >> 11) * 0x1p-53, exponent));
    Arbitrary<Double> few = Combinators.combine(
        Arbitraries.longs().between(-4100, 4100), Arbitraries.integers().between(-30, 10))
        .as((units, exponent) -> Math.scalb((double) units, exponent));
    return Arbitraries.oneOf(anyBits, middle, few);
  }

  /** A value of the format from zero upwards, the midpoint above it, or a number 2^-1000 to 2^-1 of an ulp off. */
  static Arbitrary<BigDecimal> hardFor(BinaryFormat format) {
    Arbitrary<Double> values = doubles().map(x -> Math.abs(format.nearest(x))).filter(Double::isFinite);
    Arbitrary<Integer> distances = Arbitraries.integers().between(1, 1000);
    return Combinators.combine(values, Arbitraries.of(0, 1), Arbitraries.of(-1, 0, 1), distances).as((value, half, side, k) -> {
      BigDecimal ulp = new BigDecimal(format.ulp(value));
      BigDecimal offset = Dyadic.of(half, -1).add(Dyadic.of(side, -k));
      return new BigDecimal(value).add(ulp.multiply(offset));
    }).withoutEdgeCases();
  }

  static Arbitrary<BigDecimal> decimals() {
    return Combinators.combine(
        Arbitraries.bigIntegers().between(BigInteger.TEN.pow(40).negate(), BigInteger.TEN.pow(40)),
        Arbitraries.integers().between(-330, 380)).as(BigDecimal::new).withoutEdgeCases();
  }

  static Arbitrary<BigDecimal> smallDecimals() {
    Arbitrary<BigDecimal> decimal = Combinators.combine(
        Arbitraries.longs().between(-100_000, 100_000), Arbitraries.integers().between(-3, 8)).as(BigDecimal::valueOf);
    Arbitrary<BigDecimal> binary = Combinators.combine(
        Arbitraries.longs().between(-100_000, 100_000), Arbitraries.integers().between(-70, 70)).as(Dyadic::of);
    return Arbitraries.oneOf(decimal, binary).withoutEdgeCases();
  }

  static Arbitrary<BigDecimal> positiveDecimals() {
    return smallDecimals().map(BigDecimal::abs).filter(x -> x.signum() > 0);
  }

  /** Numbers of one field each, reached by random operations; also in fields whose radicand is a square. */
  @Provide
  Arbitrary<Three> threes() {
    Arbitrary<Long> counts = Arbitraries.of(1L, 2L, 3L, 6L, 7L, 8L, 12L, 1000L);
    Arbitrary<BigDecimal> radicands = Arbitraries.oneOf(positiveDecimals(), positiveDecimals().map(x -> x.multiply(x)));
    return Combinators.combine(counts, radicands, Arbitraries.integers().between(0, 2), recipe(), recipe(), recipe())
        .as((count, radicand, divisions, a, b, c) -> {
          QuadraticField field = new QuadraticField(count);
          Twin root = rootOf(field, radicand, divisions, count);
          return new Three(
              field, follow(a, field, root, count), follow(b, field, root, count), follow(c, field, root, count), count);
        }).withoutEdgeCases();
  }

  /** The square root of radicand / count^divisions. */
  private static Twin rootOf(QuadraticField field, BigDecimal radicand, int divisions, long count) {
    QuadraticNumber square = field.of(radicand);
    BigFraction v = Dyadic.fraction(radicand);
    for (int i = 0; i < divisions; i++) {
      square = square.over(count);
      v = v.divide(new BigFraction(count));
    }
    return new Twin(square.sqrt(), Surd.root(v));
  }

  private enum Step {
    PLUS((a, b) -> a.plus(b.operand)),
    MINUS((a, b) -> a.minus(b.operand)),
    TIMES((a, b) -> a.times(b.operand)),
    SQUARE((a, b) -> a.times(a)),
    NEGATE((a, b) -> a.negate()),
    PLUS_ROOT((a, b) -> a.plus(b.root)),
    TIMES_ROOT((a, b) -> a.times(b.root)),
    TIMES_RECIPROCAL_OF_ROOT((a, b) -> a.times(Twin.reciprocalOf(b.root))),
    OVER_COUNT((a, b) -> a.over(b.count)),
    OVER_FOUR((a, b) -> a.over(4)),
    OVER_SIX((a, b) -> a.over(6));

    private final BiFunction<Twin, Surroundings, Twin> rule;

    Step(BiFunction<Twin, Surroundings, Twin> rule) {
      this.rule = rule;
    }
  }

  private record Surroundings(Twin operand, Twin root, long count) {}

  private record Recipe(BigDecimal start, List<Tuple.Tuple2<Step, BigDecimal>> steps) {}

  private static Arbitrary<Recipe> recipe() {
    Arbitrary<Tuple.Tuple2<Step, BigDecimal>> step = Combinators.combine(Arbitraries.of(Step.class), smallDecimals()).as(Tuple::of);
    return Combinators.combine(smallDecimals(), step.list().ofMaxSize(6)).as(Recipe::new);
  }

  private static Twin follow(Recipe recipe, QuadraticField field, Twin root, long count) {
    BigFraction v = root.naive().v();
    Twin result = Twin.of(field, recipe.start(), v);
    for (Tuple.Tuple2<Step, BigDecimal> step : recipe.steps()) {
      Twin operand = Twin.of(field, step.get2(), v);
      result = step.get1().rule.apply(result, new Surroundings(operand, root, count));
    }
    return result;
  }

  private static Arbitrary<Long> uniformLongs() {
    return Arbitraries.longs().withDistribution(RandomDistribution.uniform());
  }
}
