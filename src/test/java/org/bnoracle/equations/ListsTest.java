package org.bnoracle.equations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.RandomAccess;
import org.junit.jupiter.api.Test;

class ListsTest {
  @Test
  void elementsAreComputedWhenAskedForAndNotKept() {
    List<Integer> asked = new ArrayList<>();
    List<Integer> squares = Lists.tabulate(4, i -> {
      asked.add(i);
      return i * i;
    });
    assertEquals(List.of(), asked);
    assertEquals(9, squares.get(3));
    assertEquals(4, squares.get(2));
    assertEquals(9, squares.get(3));
    assertEquals(List.of(3, 2, 3), asked);
    assertInstanceOf(RandomAccess.class, squares);
  }

  @Test
  void mapAndZipGoElementByElement() {
    assertEquals(List.of(0, 1, 4, 9), Lists.tabulate(4, i -> i * i));
    assertEquals(List.of(11, 12), Lists.map(List.of(1, 2), i -> i + 10));
    assertEquals(List.of(-9, -18), Lists.zip(List.of(1, 2), List.of(10, 20), (x, y) -> x - y));
    assertEquals(List.of(), Lists.map(List.<Integer>of(), i -> i));
  }

  @Test
  void zippedListsMustBeEquallyLong() {
    List<Integer> two = List.of(1, 2);
    List<Integer> one = List.of(1);
    Exception e = assertThrows(IllegalArgumentException.class, () -> Lists.zip(two, one, Integer::sum));
    assertEquals("lists of one channel must be equally long, were 2 and 1", e.getMessage());
  }
}
