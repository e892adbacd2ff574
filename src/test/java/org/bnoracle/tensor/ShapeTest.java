package org.bnoracle.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class ShapeTest {
  private static void assertRefused(String message, int... dimensions) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, () -> new Shape(dimensions)).getMessage());
  }

  @Test
  void theRankIsOneToSix() {
    assertEquals(1, new Shape(7).rank());
    assertEquals(6, new Shape(1, 1, 1, 1, 1, 1).rank());
    assertRefused("rank must be 1 to 6, was 0");
    assertRefused("rank must be 1 to 6, was 7", 1, 1, 1, 1, 1, 1, 1);
  }

  @Test
  void aNegativeDimensionIsNamed() {
    assertRefused("dimension 2 must be >= 0, was -3 in [4, 8, -3]", 4, 8, -3);
    assertRefused("dimension 0 must be >= 0, was -1 in [-1]", -1);
  }

  @Test
  void aTensorHasFewerElementsThanTwoToThe31() {
    assertRefused("a tensor has fewer than 2^31 elements, was [65536, 65536]", 65536, 65536);
    assertRefused("a tensor has fewer than 2^31 elements, was [65536, 32768]", 65536, 32768);
    assertRefused("a tensor has fewer than 2^31 elements, was [2147483647, 2147483647, 4]", Integer.MAX_VALUE, Integer.MAX_VALUE, 4);
    assertEquals(Integer.MAX_VALUE, new Shape(Integer.MAX_VALUE, 1).size());
  }

  @Test
  void anEmptyDimensionDoesNotExcuseTheOthers() {
    assertRefused("a tensor has fewer than 2^31 elements, was [0, 65536, 65536]", 0, 65536, 65536);
    assertRefused("a tensor has fewer than 2^31 elements, was [65536, 65536, 0]", 65536, 65536, 0);
    assertEquals(0, new Shape(0, 65536, 32767).size());
  }

  @Test
  void theSizeIsTheProductOfTheDimensions() {
    Shape shape = new Shape(2, 3, 4, 5);
    assertEquals(120, shape.size());
    assertEquals(12, shape.product(1, 3));
    assertEquals(1, shape.product(4, 4));
    assertEquals(4, shape.dimension(2));
  }

  @Test
  void shapesAreEqualByTheirDimensions() {
    assertEquals(new Shape(2, 3), new Shape(2, 3));
    assertEquals(new Shape(2, 3).hashCode(), new Shape(2, 3).hashCode());
    assertNotEquals(new Shape(2, 3), new Shape(3, 2));
    assertNotEquals(new Shape(2, 3).hashCode(), new Shape(3, 2).hashCode());
    assertNotEquals(new Shape(2, 3), new Shape(2, 3, 1));
    assertNotEquals(new Shape(2), "[2]");
    assertEquals("[2, 3]", new Shape(2, 3).toString());
  }

  @Test
  void aShapeDoesNotChangeWithTheArrays() {
    int[] given = {2, 3};
    Shape shape = new Shape(given);
    given[0] = 9;
    shape.dimensions()[1] = 9;
    assertArrayEquals(new int[] {2, 3}, shape.dimensions());
  }

  @Test
  void coordinatesAreThoseOfRowMajorOrder() {
    Shape shape = new Shape(2, 3, 4);
    int index = 0;
    for (int i = 0; i < 2; i++) {
      for (int j = 0; j < 3; j++) {
        for (int k = 0; k < 4; k++) {
          assertArrayEquals(new int[] {i, j, k}, shape.coordinates(index++));
        }
      }
    }
  }
}
