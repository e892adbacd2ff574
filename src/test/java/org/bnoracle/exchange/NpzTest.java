package org.bnoracle.exchange;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TimeZone;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.tensor.Shape;
import org.bnoracle.tensor.Tensor;
import org.junit.jupiter.api.Test;

class NpzTest {
  private static final Map<String, Tensor> TENSORS = new LinkedHashMap<>(Map.of("0001/inputs/x", new Tensor(BinaryFormat.BF16, new Shape(2), -0.0, 1)));

  @Test
  void entriesAreNumPyFiles() throws IOException {
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(Npz.bytes(TENSORS)))) {
      ZipEntry entry = zip.getNextEntry();
      assertEquals("0001/inputs/x.npy", entry.getName());
      assertEquals(LocalDateTime.of(1980, 2, 1, 0, 0), entry.getTimeLocal());
      assertEquals(TENSORS.get("0001/inputs/x"), Npy.tensor(zip.readAllBytes(), BinaryFormat.BF16));
      assertNull(zip.getNextEntry());
    }
  }

  @Test
  void bytesDoNotDependOnTheTimeZone() {
    byte[] here = Npz.bytes(TENSORS);
    TimeZone before = TimeZone.getDefault();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
      assertArrayEquals(here, Npz.bytes(TENSORS));
    } finally {
      TimeZone.setDefault(before);
    }
  }
}
