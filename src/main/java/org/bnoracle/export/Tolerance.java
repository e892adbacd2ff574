package org.bnoracle.export;

import java.util.Collection;
import java.util.Comparator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bnoracle.accuracy.PublishedBounds;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.oracle.Output;

/**
 * What a test allows that compares by |got - golden| ≤ absolute + relative |golden|, over all outputs alike. No result
 * within the published bounds fails: the absolute part is the least for the relative one, which is the power of two that
 * makes the largest excess over a bound the least.
 */
record Tolerance(double relative, double absolute) {
  private static final int LEAST_EXPONENT = -60;

  /** @param outputs with bounds that are finite, or NaN where the value is special */
  static Tolerance of(Collection<Output.Values> outputs) {
    Element[] elements = outputs.stream().flatMap(Tolerance::elements).toArray(Element[]::new);
    Tolerance best = IntStream.rangeClosed(LEAST_EXPONENT, 0).mapToDouble(k -> k == LEAST_EXPONENT ? 0 : Math.scalb(1, k))
        .mapToObj(relative -> least(elements, relative)).min(Comparator.comparingDouble(t -> t.excess(elements))).orElseThrow();
    return best.roundedUp(outputs);
  }

  private record Element(double golden, double bound, double halfUlp) {}

  /** Special values are compared as such by every test. */
  private static Stream<Element> elements(Output.Values values) {
    BinaryFormat format = values.tensor().format();
    return IntStream.range(0, values.tensor().size()).filter(i -> !Double.isNaN(values.bound().orElseThrow().get(i)))
        .mapToObj(i -> new Element(
            Math.abs(values.tensor().get(i)), values.bound().orElseThrow().get(i), format.ulp(values.tensor().get(i)) / 2));
  }

  private static Tolerance least(Element[] elements, double relative) {
    return new Tolerance(relative, Stream.of(elements).mapToDouble(e -> e.bound - relative * e.golden).reduce(0, Math::max));
  }

  private double excess(Element[] elements) {
    return Stream.of(elements).mapToDouble(e -> (absolute + relative * e.golden) / Math.max(e.bound, e.halfUlp)).max().orElse(0);
  }

  /** A test computes both sides in the outputs' format: room for five roundings, and one more below the normal numbers. */
  private Tolerance roundedUp(Collection<Output.Values> outputs) {
    double unit = outputs.stream().mapToDouble(o -> Math.scalb(1, -o.tensor().format().precision())).max().orElse(0);
    double least = outputs.stream().mapToDouble(o -> o.tensor().format().minValue()).max().orElse(0);
    double factor = 1 + 8 * unit;
    return new Tolerance(PublishedBounds.decimal(relative * factor), PublishedBounds.decimal(absolute * factor + least));
  }
}
