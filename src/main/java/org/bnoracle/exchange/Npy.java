package org.bnoracle.exchange;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.tensor.Shape;
import org.bnoracle.tensor.Tensor;

/**
 * NumPy's file format, version 1.0, in C order, little-endian: &lt;f8, &lt;f4, &lt;f2, and &lt;u2 for the bits of bf16,
 * which NumPy does not have. (The libraries for Java know neither &lt;f2 nor &lt;u2.) Source: NumPy Enhancement
 * Proposal 1.
 */
public final class Npy {
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
  private static final int PREFIX = MAGIC.length + 2;
  private static final int ALIGNMENT = 64;
  private static final Map<BinaryFormat, String> TYPES =
      Map.of(BinaryFormat.F64, "<f8", BinaryFormat.F32, "<f4", BinaryFormat.F16, "<f2", BinaryFormat.BF16, "<u2");
  private static final Pattern HEADER = Pattern.compile(
      "\\{\\s*(?=.*'descr':\\s*'(?<type>[^']*)')(?=.*'fortran_order':\\s*(?<order>True|False))"
          + "(?=.*'shape':\\s*\\((?<shape>[\\d,\\s]*)\\)).*\\}\\s*");

  private Npy() {}

  /** The tensor as a file. */
  public static byte[] bytes(Tensor tensor) {
    byte[] header = header(tensor).getBytes(StandardCharsets.US_ASCII);
    byte[] bits = RawBits.of(tensor);
    ByteBuffer file = ByteBuffer.allocate(PREFIX + Short.BYTES + header.length + bits.length).order(ByteOrder.LITTLE_ENDIAN);
    return file.put(MAGIC).put((byte) 1).put((byte) 0).putShort((short) header.length).put(header).put(bits).array();
  }

  private static String header(Tensor tensor) {
    String shape = Arrays.stream(tensor.shape().dimensions()).mapToObj(d -> d + ",").collect(Collectors.joining(" "));
    String header = "{'descr': '%s', 'fortran_order': False, 'shape': (%s), }".formatted(TYPES.get(tensor.format()), shape);
    int unpadded = PREFIX + Short.BYTES + header.length() + 1;
    return header + " ".repeat(Math.floorMod(-unpadded, ALIGNMENT)) + "\n";
  }

  /**
   * The tensor in a file.
   *
   * @param format the format that its values must have
   * @throws IllegalArgumentException if the file is no such tensor; the message says why
   */
  public static Tensor tensor(byte[] file, BinaryFormat format) {
    ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    Matcher header = HEADER.matcher(header(bytes));
    require(header.matches(), "the header of the .npy file is not understood");
    require(header.group("order").equals("False"), "the .npy file is in Fortran order; save a C-contiguous array");
    String type = header.group("type");
    require(type.equals(TYPES.get(format)) || isSwappable(type, format),
        "the .npy file holds %s, expected %s for %s".formatted(type, TYPES.get(format), format));
    return RawBits.tensor(format, shape(header.group("shape")), bytes);
  }

  /** Two-byte bits may come as signed or unsigned whole numbers too. */
  private static boolean isSwappable(String type, BinaryFormat format) {
    return format.bytes() == Short.BYTES && (type.equals("<u2") || type.equals("<i2"));
  }

  private static String header(ByteBuffer bytes) {
    byte[] magic = new byte[MAGIC.length];
    require(bytes.remaining() >= PREFIX + Integer.BYTES, "not an .npy file");
    bytes.get(magic);
    require(Arrays.equals(magic, MAGIC), "not an .npy file");
    int version = bytes.getShort() & 0xff;
    int length = version == 1 ? bytes.getShort() & 0xffff : bytes.getInt();
    require(length >= 0 && length <= bytes.remaining(), "the .npy file is cut short");
    byte[] header = new byte[length];
    bytes.get(header);
    return new String(header, StandardCharsets.US_ASCII);
  }

  private static Shape shape(String text) {
    int[] dimensions = Arrays.stream(text.split(",")).map(String::strip).filter(d -> !d.isEmpty())
        .mapToInt(Integer::parseInt).toArray();
    return new Shape(dimensions);
  }

  private static void require(boolean condition, String message) {
    if (!condition) {
      throw new IllegalArgumentException(message);
    }
  }
}
