package org.bnoracle.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.bnoracle.number.BinaryFormat;
import org.junit.jupiter.api.Test;

class TensorTest {
  private static Tensor tensor(double... data) {
    return new Tensor(BinaryFormat.F16, new Shape(data.length), data);
  }

  @Test
  void aTensorKeepsWhatItIsGiven() {
    Tensor tensor = new Tensor(BinaryFormat.F32, new Shape(2, 1), 1.5, -0.0);
    assertEquals(BinaryFormat.F32, tensor.format());
    assertEquals(new Shape(2, 1), tensor.shape());
    assertEquals(2, tensor.size());
    assertEquals(1.5, tensor.get(0));
    assertEquals(-0.0, tensor.get(1));
    assertEquals("f32 [2, 1] [1.5, -0.0]", tensor.toString());
  }

  @Test
  void theDataFillTheShape() {
    Exception e = assertThrows(
        IllegalArgumentException.class, () -> new Tensor(BinaryFormat.F64, new Shape(2, 3), 1, 2, 3, 4, 5));
    assertEquals("the shape [2, 3] has 6 elements, the data 5", e.getMessage());
  }

  @Test
  void aValueOutsideTheFormatIsNamed() {
    Exception e = assertThrows(IllegalArgumentException.class, () -> tensor(65504, 65505));
    assertEquals("f16 cannot hold element 1, 65505.0", e.getMessage());
  }

  @Test
  void specialValuesAndEmptyShapesAreAllowed() {
    assertEquals(3, tensor(Double.NaN, Double.NEGATIVE_INFINITY, 0x1p-24).size());
    assertEquals(0, new Tensor(BinaryFormat.BF16, new Shape(3, 0)).size());
  }

  @Test
  void tensorsAreEqualByFormatShapeAndBits() {
    Tensor tensor = tensor(1, Double.NaN, -0.0);
    assertEquals(tensor, tensor(1, Double.longBitsToDouble(0x7ff8000000000001L), -0.0));
    assertEquals(tensor.hashCode(), tensor(1, Double.NaN, -0.0).hashCode());
    assertNotEquals(tensor, tensor(1, Double.NaN, 0.0));
    assertNotEquals(tensor, new Tensor(BinaryFormat.F32, new Shape(3), 1, Double.NaN, -0.0));
    assertNotEquals(tensor, new Tensor(BinaryFormat.F16, new Shape(1, 3), 1, Double.NaN, -0.0));
    assertNotEquals(tensor, new Shape(3));
  }

  @Test
  void theHashDependsOnShapeAndData() {
    assertNotEquals(tensor(1, 2).hashCode(), tensor(2, 1).hashCode());
    assertNotEquals(tensor(1, 2).hashCode(), new Tensor(BinaryFormat.F16, new Shape(1, 2), 1, 2).hashCode());
  }

  @Test
  void aTensorWithAnotherValueIsAnother() {
    Tensor tensor = tensor(1, 2, 3);
    assertEquals(tensor(1, -0.5, 3), tensor.with(1, -0.5));
    assertEquals(tensor(1, 2, 3), tensor);
  }
}
