package org.bnoracle.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.tensor.Shape;
import org.bnoracle.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NpyTest {
  private static final Tensor TENSOR =
      new Tensor(BinaryFormat.F32, new Shape(2, 3), 0.5, -0.0, Double.NaN, Double.NEGATIVE_INFINITY, 0x1p-149, 1);

  /** A file with that header, as other programs write it. */
  private static byte[] file(int version, String header, byte[] data) {
    byte[] text = header.getBytes(StandardCharsets.US_ASCII);
    int lengthBytes = version == 1 ? 2 : 4;
    byte[] file = Arrays.copyOf(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', (byte) version, 0, (byte) text.length},
        8 + lengthBytes + text.length + data.length);
    System.arraycopy(text, 0, file, 8 + lengthBytes, text.length);
    System.arraycopy(data, 0, file, 8 + lengthBytes + text.length, data.length);
    return file;
  }

  private static String complaint(byte[] file, BinaryFormat format) {
    return assertThrows(IllegalArgumentException.class, () -> Npy.tensor(file, format)).getMessage();
  }

  @ParameterizedTest
  @CsvSource({"f64, <f8", "f32, <f4", "f16, <f2", "bf16, <u2"})
  void everyFormatHasAType(String name, String type) {
    BinaryFormat format = BinaryFormat.named(name);
    Tensor tensor = new Tensor(format, new Shape(1, 2), format.minValue(), -format.maxValue());
    byte[] file = Npy.bytes(tensor);
    assertEquals(tensor, Npy.tensor(file, format));
    String header = "{'descr': '" + type + "', 'fortran_order': False, 'shape': (1, 2,), }";
    assertEquals(header, new String(file, 10, 118, StandardCharsets.US_ASCII).strip());
    assertEquals('\n', file[127]);
    assertEquals(128 + 2 * format.bytes(), file.length);
  }

  @Test
  void specialValuesAndEmptyTensorsSurvive() {
    assertEquals(TENSOR, Npy.tensor(Npy.bytes(TENSOR), BinaryFormat.F32));
    Tensor empty = new Tensor(BinaryFormat.F64, new Shape(0, 3));
    assertEquals(empty, Npy.tensor(Npy.bytes(empty), BinaryFormat.F64));
  }

  @Test
  void headersOfOtherWritersAreRead() {
    String header = "{\"shape\": (2,), \"fortran_order\": False, \"descr\": \"<f4\"}".replace('"', '\'');
    Tensor two = new Tensor(BinaryFormat.F32, new Shape(2), 1, 2);
    for (int version = 1; version <= 3; version++) {
      assertEquals(two, Npy.tensor(file(version, header, RawBits.of(two)), BinaryFormat.F32));
    }
  }

  @Test
  void bitsOfHalfPrecisionMayComeAsWholeNumbers() {
    Tensor half = new Tensor(BinaryFormat.F16, new Shape(1), 1);
    String header = "{'descr': '<i2', 'fortran_order': False, 'shape': (1,), }";
    assertEquals(half, Npy.tensor(file(1, header, RawBits.of(half)), BinaryFormat.F16));
  }

  @Test
  void otherFilesAreRefused() {
    byte[] data = new byte[8];
    assertEquals("not an .npy file", complaint(new byte[3], BinaryFormat.F32));
    assertEquals("not an .npy file", complaint(new byte[100], BinaryFormat.F32));
    assertEquals("the .npy file is cut short", complaint(Arrays.copyOf(Npy.bytes(TENSOR), 60), BinaryFormat.F32));
    assertEquals("[2, 3] in f32 has 24 bytes, found 23", complaint(Arrays.copyOf(Npy.bytes(TENSOR), 151), BinaryFormat.F32));
    assertEquals("the header of the .npy file is not understood", complaint(file(1, "{}", data), BinaryFormat.F32));
    assertEquals("the .npy file is in Fortran order; save a C-contiguous array",
        complaint(file(1, "{'descr': '<f4', 'fortran_order': True, 'shape': (2,), }", data), BinaryFormat.F32));
    assertEquals("the .npy file holds >f4, expected <f4 for f32",
        complaint(file(1, "{'descr': '>f4', 'fortran_order': False, 'shape': (2,), }", data), BinaryFormat.F32));
    assertEquals("the .npy file holds <f8, expected <f4 for f32",
        complaint(file(1, "{'descr': '<f8', 'fortran_order': False, 'shape': (1,), }", data), BinaryFormat.F32));
  }
}
