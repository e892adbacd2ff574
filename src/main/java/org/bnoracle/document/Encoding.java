package org.bnoracle.document;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.bnoracle.exchange.Npy;
import org.bnoracle.exchange.RawBits;
import org.bnoracle.tensor.Tensor;

/** How the data of a tensor are written, the best for large tensors last. */
public enum Encoding {
  /** An array of decimal numbers. */
  DECIMAL {
    @Override
    void write(JsonGenerator out, String name, Tensor tensor, Path folder) throws IOException {
      out.writeStartArray();
      for (int i = 0; i < tensor.size(); i++) {
        TensorJson.writeNumber(out, tensor.get(i));
      }
      out.writeEndArray();
    }
  },
  /** Little-endian bits in base64. */
  BASE64 {
    @Override
    void write(JsonGenerator out, String name, Tensor tensor, Path folder) throws IOException {
      out.writeStartObject();
      out.writeStringField("base64", Base64.getEncoder().encodeToString(RawBits.of(tensor)));
      out.writeEndObject();
    }
  },
  /** A NumPy file in the document's folder. */
  NPY {
    @Override
    void write(JsonGenerator out, String name, Tensor tensor, Path folder) throws IOException {
      String file = name + ".npy";
      Files.write(folder.resolve(file), Npy.bytes(tensor));
      out.writeStartObject();
      out.writeStringField("file", file);
      out.writeEndObject();
    }
  };

  /** Tensors of more elements are written in the best encoding that the reader knows. */
  static final int LARGE = 100_000;

  abstract void write(JsonGenerator out, String name, Tensor tensor, Path folder) throws IOException;

  /** The encoding of that name; empty if there is none. */
  public static Optional<Encoding> named(String name) {
    return Arrays.stream(values()).filter(e -> e.label().equals(name)).findFirst();
  }

  /** The name in documents. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The encoding of a tensor for a reader who knows these. */
  static Encoding of(Tensor tensor, Set<Encoding> known) {
    return tensor.size() > LARGE ? known.stream().max(Comparator.naturalOrder()).orElse(DECIMAL) : DECIMAL;
  }
}
