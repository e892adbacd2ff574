package org.bnoracle.exchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.bnoracle.tensor.Tensor;

/** NumPy's archives: a ZIP file of .npy files, not compressed, the same bytes at any time and place. */
public final class Npz {
  // At the first moment that ZIP knows, Java would add the time in UTC, which depends on the place.
  private static final LocalDateTime ALWAYS = LocalDateTime.of(1980, 2, 1, 0, 0);

  private Npz() {}

  /** @param tensors by key; a key may have slashes */
  public static byte[] bytes(Map<String, Tensor> tensors) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.setMethod(ZipOutputStream.STORED);
      for (Map.Entry<String, Tensor> tensor : tensors.entrySet()) {
        byte[] file = Npy.bytes(tensor.getValue());
        zip.putNextEntry(entry(tensor.getKey() + ".npy", file));
        zip.write(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static ZipEntry entry(String name, byte[] file) {
    CRC32 checksum = new CRC32();
    checksum.update(file);
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(ALWAYS);
    entry.setSize(file.length);
    entry.setCompressedSize(file.length);
    entry.setCrc(checksum.getValue());
    return entry;
  }
}
