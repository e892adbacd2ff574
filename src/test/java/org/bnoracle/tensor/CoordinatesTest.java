package org.bnoracle.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoordinatesTest {
  @Test
  void coordinatesCountInRowMajorOrder() {
    Shape shape = new Shape(2, 3, 4);
    int expected = 0;
    for (int a = 0; a < 2; a++) {
      for (int b = 0; b < 3; b++) {
        for (int c = 0; c < 4; c++) {
          assertEquals(expected++, shape.index(a, b, c));
        }
      }
    }
  }

  @Test
  void otherCoordinatesAreRefused() {
    Shape shape = new Shape(2, 3);
    assertEquals("[1] has 1 coordinates, the shape [2, 3] needs 2",
        assertThrows(IllegalArgumentException.class, () -> shape.index(1)).getMessage());
    assertEquals("[0, 3] lies outside the shape [2, 3]",
        assertThrows(IllegalArgumentException.class, () -> shape.index(0, 3)).getMessage());
    assertThrows(IllegalArgumentException.class, () -> shape.index(-1, 0));
  }

  @ParameterizedTest
  @CsvSource({"0", "1", "2", "3"})
  void anIndexKnowsItsChannelAndPlace(int axis) {
    ChannelView view = new ChannelView(new Shape(2, 3, 5, 4), axis);
    for (int channel = 0; channel < view.channels(); channel++) {
      for (int i = 0; i < view.count(); i++) {
        int index = view.index(channel, i);
        assertEquals(channel, view.channelOf(index));
        assertEquals(i, view.placeOf(index));
      }
    }
  }
}
