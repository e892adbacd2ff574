package org.bnoracle.exchange;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.tensor.Shape;
import org.bnoracle.tensor.Tensor;

/** Tensors as the bit patterns of their values, one after the other, little-endian. */
public final class RawBits {
  private RawBits() {}

  /** @throws IllegalArgumentException if the tensor has more than 2^31 bytes */
  public static byte[] of(Tensor tensor) {
    BinaryFormat format = tensor.format();
    long length = (long) tensor.size() * format.bytes();
    if (length > Integer.MAX_VALUE - Long.BYTES) {
      throw new IllegalArgumentException("a tensor of %d bytes is too large to be written at once".formatted(length));
    }
    ByteBuffer bytes = ByteBuffer.allocate((int) length).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < tensor.size(); i++) {
      put(bytes, format, format.toBits(tensor.get(i)));
    }
    return bytes.array();
  }

  private static void put(ByteBuffer bytes, BinaryFormat format, long bits) {
    switch (format.bytes()) {
      case Long.BYTES -> bytes.putLong(bits);
      case Integer.BYTES -> bytes.putInt((int) bits);
      default -> bytes.putShort((short) bits);
    }
  }

  /** @throws IllegalArgumentException if there are more or fewer bytes than the shape needs */
  public static Tensor tensor(BinaryFormat format, Shape shape, ByteBuffer bytes) {
    long expected = (long) shape.size() * format.bytes();
    if (bytes.remaining() != expected) {
      throw new IllegalArgumentException(
          "%s in %s has %d bytes, found %d".formatted(shape, format, expected, bytes.remaining()));
    }
    bytes.order(ByteOrder.LITTLE_ENDIAN);
    double[] data = new double[shape.size()];
    for (int i = 0; i < data.length; i++) {
      data[i] = format.fromBits(next(bytes, format));
    }
    return new Tensor(format, shape, data);
  }

  private static long next(ByteBuffer bytes, BinaryFormat format) {
    return switch (format.bytes()) {
      case Long.BYTES -> bytes.getLong();
      case Integer.BYTES -> bytes.getInt();
      default -> bytes.getShort();
    };
  }
}
