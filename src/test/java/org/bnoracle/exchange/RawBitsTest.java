package org.bnoracle.exchange;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.tensor.Shape;
import org.bnoracle.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RawBitsTest {
  @ParameterizedTest
  @CsvSource({
    "f64, 000000000000f03f00000000000000c0", "f32, 0000803f000000c0", "f16, 003c00c0", "bf16, 803f00c0"})
  void bitsAreLittleEndian(String format, String hex) {
    Tensor tensor = new Tensor(BinaryFormat.named(format), new Shape(2), 1, -2);
    byte[] bytes = HexFormat.of().parseHex(hex);
    assertArrayEquals(bytes, RawBits.of(tensor));
    assertEquals(tensor, RawBits.tensor(tensor.format(), tensor.shape(), ByteBuffer.wrap(bytes)));
  }

  @Test
  void theLengthMustBeThatOfTheShape() {
    assertEquals("[2] in f32 has 8 bytes, found 7", assertThrows(IllegalArgumentException.class,
        () -> RawBits.tensor(BinaryFormat.F32, new Shape(2), ByteBuffer.wrap(new byte[7]))).getMessage());
  }
}
