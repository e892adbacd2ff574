package org.bnoracle.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;

class ChannelViewProperties {
  @Property
  void theChannelsShareOutTheTensor(@ForAll("views") Tuple2<Shape, Integer> of) {
    Shape shape = of.get1();
    int axis = of.get2();
    ChannelView view = new ChannelView(shape, axis);
    assertEquals(shape.dimension(axis), view.channels());
    assertEquals(shape.size(), view.channels() * view.count());
    assertEquals(IntStream.range(0, shape.size()).boxed().toList(), indices(view).sorted().boxed().toList());
  }

  @Property
  void aChannelIsTheCoordinateOfItsAxis(@ForAll("views") Tuple2<Shape, Integer> of) {
    Shape shape = of.get1();
    int axis = of.get2();
    ChannelView view = new ChannelView(shape, axis);
    int step = IntStream.range(axis + 1, shape.rank()).map(shape::dimension).reduce(1, (a, b) -> a * b);
    for (int c = 0; c < view.channels(); c++) {
      int previous = -1;
      for (int i = 0; i < view.count(); i++) {
        int index = view.index(c, i);
        assertEquals(c, index / step % view.channels());
        assertTrue(index > previous);
        previous = index;
      }
    }
  }

  /** A grouped view is that of the groups' parts, one after the other. */
  @Property
  void aGroupIsAPartOfTheTensor(@ForAll @IntRange(min = 1, max = 3) int groups, @ForAll @IntRange(max = 3) int perGroup,
      @ForAll @IntRange(max = 3) int channels, @ForAll @IntRange(max = 3) int positions) {
    ChannelView whole = new ChannelView(new Shape(groups * perGroup, channels, positions), 1, groups);
    ChannelView part = new ChannelView(new Shape(perGroup, channels, positions), 1);
    assertEquals(groups * channels, whole.channels());
    assertEquals(part.count(), whole.count());
    for (int c = 0; c < whole.channels(); c++) {
      for (int i = 0; i < whole.count(); i++) {
        int index = whole.index(c, i);
        assertEquals(c / channels * perGroup * channels * positions + part.index(c % channels, i), index);
        assertEquals(c, whole.channelOf(index));
        assertEquals(i, whole.placeOf(index));
      }
    }
  }

  /** A shape and an axis of it. */
  @Provide
  Arbitrary<Tuple2<Shape, Integer>> views() {
    return Arbitraries.integers().between(0, 4).array(int[].class).ofMinSize(1).ofMaxSize(6).map(Shape::new)
        .flatMap(shape -> Arbitraries.integers().between(0, shape.rank() - 1).map(axis -> Tuple.of(shape, axis)));
  }

  private static IntStream indices(ChannelView view) {
    return IntStream.range(0, view.channels()).flatMap(c -> IntStream.range(0, view.count()).map(i -> view.index(c, i)));
  }
}
