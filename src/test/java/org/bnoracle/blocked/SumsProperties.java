package org.bnoracle.blocked;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.bnoracle.tensor.ChannelView;
import org.bnoracle.tensor.Shape;

/** The sums of a channel against exact ones, with both kernels, by one thread and by two, in all layouts. */
class SumsProperties {
  private static final Mode MODE = Mode.CORRECTLY_ROUNDED;

  /** How values of a tensor come about. */
  enum Values {
    ORDINARY,
    /** What comes later is ever larger, so that anchors must follow. */
    GROWING,
    SHRINKING,
    MIXED,
    /** Nothing, and then a few numbers. */
    SPARSE,
    OFFSET;

    double next(SplittableRandom random, double progress) {
      double bell = random.nextDouble() + random.nextDouble() + random.nextDouble() - 1.5;
      return switch (this) {
        case ORDINARY -> bell;
        case GROWING -> bell * Math.scalb(1.0, (int) (60 * progress));
        case SHRINKING -> bell * Math.scalb(1.0, (int) (-60 * progress));
        case MIXED -> bell * Math.scalb(1.0, random.nextInt(-200, 200));
        case SPARSE -> random.nextInt(700) == 0 ? bell : 0;
        case OFFSET -> 1e6 + bell;
      };
    }
  }

  @Provide
  Arbitrary<Shape> shapes() {
    return Arbitraries.of(
        new Shape(1, 1, 1000), new Shape(3, 2, 264), new Shape(2, 3, 4800), new Shape(5, 3, 37), new Shape(700, 17),
        new Shape(200, 3), new Shape(9, 150), new Shape(1, 2, 9001), new Shape(1, 1, 80_001));
  }

  @Provide
  Arbitrary<Engine> engines() {
    return Arbitraries.of(new Engine(1, MODE), new Engine(2, MODE), new Engine(5, MODE), Engine.scalar(1, MODE));
  }

  @Property(tries = 250)
  void areWithinTheirErrors(
      @ForAll("shapes") Shape shape, @ForAll("engines") Engine engine, @ForAll Values ofX, @ForAll Values ofDy,
      @ForAll boolean withGradient, @ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] x = new double[shape.size()];
    double[] dy = new double[shape.size()];
    for (int i = 0; i < x.length; i++) {
      x[i] = ofX.next(random, (double) i / x.length);
      dy[i] = ofDy.next(random, (double) i / x.length);
    }
    ChannelView view = new ChannelView(shape, 1);
    Layout layout = Layout.of(view, engine.kernels.lanes());
    Visit[] visits = new Visit[engine.threads];
    Elements out = Elements.of(new double[x.length]);
    Elements gradient = withGradient ? Elements.of(dy) : null;
    Arrays.setAll(visits, i -> new Visit(engine, layout, Elements.of(x), gradient, out));
    for (int region = 0; region < layout.regions(); region++) {
      StatisticsPasses passes = new StatisticsPasses(layout, region, new Team(visits), view.count(), 0).run(withGradient);
      for (int k = 0; k < layout.channels(); k++) {
        check(
            passes, k, view, layout.channel(region, k), x, withGradient ? dy : null,
            ofX == Values.ORDINARY && ofDy == Values.ORDINARY);
      }
    }
  }

  @Property(tries = 50)
  void ofNumbersWithFewBitsAreExact(@ForAll("shapes") Shape shape, @ForAll("engines") Engine engine, @ForAll long seed) {
    double[] x = new SplittableRandom(seed).doubles(shape.size(), -1, 1).map(value -> (float) value).toArray();
    ChannelView view = new ChannelView(shape, 1);
    Layout layout = Layout.of(view, engine.kernels.lanes());
    Elements elements = Elements.of(x);
    Visit visit = new Visit(engine, layout, elements, null, Elements.of(new double[x.length]));
    for (int region = 0; region < layout.regions(); region++) {
      StatisticsPasses passes = new StatisticsPasses(layout, region, new Team(visit), view.count(), 0).run(false);
      for (int k = 0; k < layout.channels(); k++) {
        int channel = layout.channel(region, k);
        int quantum = Quantum.of(view, channel, elements);
        BigDecimal exact = BigDecimal.ZERO;
        for (int i = 0; i < view.count(); i++) {
          double value = x[view.index(channel, i)];
          exact = exact.add(new BigDecimal(value));
          assertEquals(Math.rint(value / Math.scalb(1.0, quantum)), value / Math.scalb(1.0, quantum));
        }
        DoubleDouble sum = passes.sums[k].first().asMultipleOf(quantum);
        assertEquals(0, sum.error());
        assertEquals(0, new BigDecimal(sum.hi()).add(new BigDecimal(sum.lo())).compareTo(exact));
      }
    }
  }

  /** @param dy null where its sums were not taken */
  private static void check(
      StatisticsPasses passes, int k, ChannelView view, int channel, double[] x, double[] dy, boolean isOrdinary) {
    Frame frame = passes.statistics[k].frame();
    Sums sums = passes.sums[k];
    BigDecimal[] exact = new BigDecimal[4];
    Arrays.fill(exact, BigDecimal.ZERO);
    for (int i = 0; i < view.count(); i++) {
      BigDecimal d = new BigDecimal(x[view.index(channel, i)]).subtract(new BigDecimal(frame.pivot()))
          .multiply(power(frame.exponent()));
      exact[0] = exact[0].add(d);
      exact[1] = exact[1].add(d.multiply(d));
      assertTrue(d.abs().compareTo(new BigDecimal(sums.reach())) <= 0, "reach");
      if (dy != null) {
        BigDecimal g = new BigDecimal(dy[view.index(channel, i)]).multiply(power(passes.scales[k].exponent()));
        exact[2] = exact[2].add(g);
        exact[3] = exact[3].add(g.multiply(d));
        assertTrue(g.abs().compareTo(new BigDecimal(sums.gradientReach())) <= 0, "reach of the gradient");
      }
    }
    assertWithin(sums.first(), exact[0], "Σd");
    assertWithin(sums.squares(), exact[1], "Σd²");
    if (dy != null) {
      assertWithin(sums.gradients(), exact[2], "Σg");
      assertWithin(sums.products(), exact[3], "Σgd");
    }
    if (isOrdinary) {
      assertTrue(sums.squares().error() <= 0x1p-88 * sums.squares().hi(), "the squares' error " + sums.squares());
    }
  }

  private static void assertWithin(DoubleDouble sum, BigDecimal exact, String name) {
    BigDecimal off = new BigDecimal(sum.hi()).add(new BigDecimal(sum.lo())).subtract(exact).abs();
    assertTrue(off.compareTo(new BigDecimal(sum.error())) <= 0, name + " is off by " + off + ": " + sum);
  }

  private static BigDecimal power(int exponent) {
    return new BigDecimal(Math.scalb(1.0, exponent));
  }
}
