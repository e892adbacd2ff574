package org.bnoracle.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChannelViewTest {
  @Test
  void theValuesOfAChannelAreInRowMajorOrder() {
    ChannelView view = new ChannelView(new Shape(2, 3, 2), 1);
    int[][] expected = {{0, 1, 6, 7}, {2, 3, 8, 9}, {4, 5, 10, 11}};
    for (int c = 0; c < view.channels(); c++) {
      for (int i = 0; i < view.count(); i++) {
        assertEquals(expected[c][i], view.index(c, i), "channel " + c + " value " + i);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 3, Integer.MIN_VALUE, Integer.MAX_VALUE})
  void anAxisOutsideTheShapeIsRefused(int axis) {
    Exception e = assertThrows(IllegalArgumentException.class, () -> new ChannelView(new Shape(2, 3, 4), axis));
    assertEquals("must be 0 to 2 for the shape [2, 3, 4], was " + axis, e.getMessage());
  }

  @Test
  void anEmptyShapeHasChannelsWithoutValuesOrNone() {
    assertEquals(3, new ChannelView(new Shape(0, 3, 2), 1).channels());
    assertEquals(0, new ChannelView(new Shape(0, 3, 2), 1).count());
    assertEquals(0, new ChannelView(new Shape(2, 3, 0), 1).count());
    assertEquals(0, new ChannelView(new Shape(2, 0, 4), 1).channels());
    assertEquals(8, new ChannelView(new Shape(2, 0, 4), 1).count());
  }

  @Test
  void groupsOfSamplesHaveTheirOwnChannels() {
    ChannelView view = new ChannelView(new Shape(4, 3, 2), 1, 2);
    assertEquals(6, view.channels());
    assertEquals(4, view.count());
    assertEquals(2, view.positions());
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 3, 5})
  void groupsThatDoNotDivideTheSamplesAreRefused(int groups) {
    Exception e = assertThrows(IllegalArgumentException.class, () -> new ChannelView(new Shape(4, 3, 2), 1, groups));
    assertEquals("groups must divide 4, was " + groups, e.getMessage());
  }
}
