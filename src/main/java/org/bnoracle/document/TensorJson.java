package org.bnoracle.document;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bnoracle.exchange.Npy;
import org.bnoracle.exchange.RawBits;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.oracle.Output;
import org.bnoracle.tensor.Shape;
import org.bnoracle.tensor.Tensor;

/** Reads tensors and outputs in the vector form. */
final class TensorJson {
  private static final List<String> INPUT_FIELDS = List.of("format", "shape", "data");
  private static final int FIRST_ALLOCATION = 1 << 12;
  private static final List<String> ENCODED_FIELDS = List.of("base64", "file");
  private static final List<String> OUTPUT_FIELDS = List.of("format", "shape", "data", "accept", "bound", "undefined");

  private final JsonInput in;
  private String place;
  private BinaryFormat format;
  private Shape shape;
  private final List<String> texts = new ArrayList<>();
  private double[] data;
  private int size;
  private byte[] bits;
  private Path file;
  private final SortedMap<Integer, List<String>> accept = new TreeMap<>();
  private List<Double> bound;
  private String undefined;

  private TensorJson(JsonInput in) {
    this.in = in;
  }

  static Tensor readTensor(JsonInput in) throws IOException {
    TensorJson json = new TensorJson(in);
    json.readFields(INPUT_FIELDS);
    return json.tensor();
  }

  static Output readOutput(JsonInput in) throws IOException {
    TensorJson json = new TensorJson(in);
    json.readFields(OUTPUT_FIELDS);
    return json.undefined != null ? new Output.Undefined(json.undefined) : json.values();
  }

  private void readFields(List<String> known) throws IOException {
    place = in.place();
    in.object(name -> {
      if (!known.contains(name)) {
        throw in.unknownField(name, known);
      }
      switch (name) {
        case "format" -> format = in.lookUp(in.string(), BinaryFormat::named);
        case "shape" -> shape = shape();
        case "data" -> readData();
        case "accept" -> readAccept();
        case "bound" -> readBound();
        default -> undefined = in.string();
      }
    });
  }

  private Shape shape() throws IOException {
    List<Integer> dimensions = new ArrayList<>();
    in.array(() -> dimensions.add(in.wholeNumber()));
    try {
      return new Shape(dimensions.stream().mapToInt(Integer::intValue).toArray());
    } catch (IllegalArgumentException e) {
      throw in.error(e.getMessage());
    }
  }

  private void readData() throws IOException {
    if (in.isObject()) {
      in.object(this::readEncoded);
    } else {
      readNumbers();
    }
  }

  private void readEncoded(String name) throws IOException {
    switch (name) {
      case "base64" -> bits = in.base64();
      case "file" -> file = in.file();
      default -> throw in.unknownField(name, ENCODED_FIELDS);
    }
  }

  /** Numbers are converted as they come, or kept as text where the format comes only after them. */
  private void readNumbers() throws IOException {
    data = new double[shape == null ? FIRST_ALLOCATION : Math.min(FIRST_ALLOCATION, shape.size())];
    in.array(() -> {
      if (shape != null && size == shape.size()) {
        throw in.error("the shape %s has only %d elements".formatted(shape, size));
      }
      if (format == null) {
        texts.add(in.number());
      } else {
        store(literal(in.number()));
      }
    });
  }

  private void store(double value) {
    if (size == data.length) {
      data = Arrays.copyOf(data, Math.max(FIRST_ALLOCATION, 2 * size));
    }
    data[size++] = value;
  }

  private double literal(String text) {
    return in.lookUp(text, number -> Literal.read(number, format));
  }

  private void readAccept() throws IOException {
    in.object(index -> {
      List<String> values = new ArrayList<>();
      in.array(() -> values.add(in.number()));
      accept.put(index(index), values);
    });
  }

  private void readBound() throws IOException {
    bound = new ArrayList<>();
    if (in.isObject()) {
      in.object(name -> {
        if (!name.equals("base64")) {
          throw in.unknownField(name, List.of("base64"));
        }
        ByteBuffer bits = ByteBuffer.wrap(in.base64()).order(ByteOrder.LITTLE_ENDIAN);
        while (bits.remaining() >= Double.BYTES) {
          bound.add(bits.getDouble());
        }
      });
    } else {
      in.array(() -> bound.add(in.lookUp(in.numberOrNull(), number -> Literal.read(number, BinaryFormat.F64))));
    }
  }

  private Output.Values values() throws IOException {
    Tensor tensor = tensor();
    if (bound == null) {
      return new Output.Values(tensor, accepted());
    }
    if (bound.size() != tensor.size()) {
      throw new DocumentException(place + "the shape %s has %d elements, bound has %d".formatted(shape, tensor.size(), bound.size()));
    }
    double[] numbers = bound.stream().mapToDouble(Double::doubleValue).toArray();
    return new Output.Values(tensor, accepted(), Optional.of(new Tensor(BinaryFormat.F64, tensor.shape(), numbers)));
  }

  private int index(String text) {
    try {
      return Integer.parseUnsignedInt(text);
    } catch (NumberFormatException e) {
      throw in.error("an element's index is expected, was '" + text + "'");
    }
  }

  private Tensor tensor() throws IOException {
    if (format == null || shape == null || data == null && bits == null && file == null) {
      throw new DocumentException(place + "a tensor needs format, shape and data");
    }
    return data != null ? ofNumbers() : ofBits();
  }

  private Tensor ofNumbers() {
    texts.forEach(text -> store(literal(text)));
    if (size != shape.size()) {
      throw new DocumentException(place + "the shape %s has %d elements, data has %d".formatted(shape, shape.size(), size));
    }
    return new Tensor(format, shape, data.length == size ? data : Arrays.copyOf(data, size));
  }

  private Tensor ofBits() throws IOException {
    try {
      Tensor tensor = bits != null ? RawBits.tensor(format, shape, ByteBuffer.wrap(bits)) : Npy.tensor(Files.readAllBytes(file), format);
      if (!tensor.shape().equals(shape)) {
        throw new IllegalArgumentException("the file has shape %s, expected %s".formatted(tensor.shape(), shape));
      }
      return tensor;
    } catch (IllegalArgumentException e) {
      throw new DocumentException(place + "data: " + e.getMessage(), e);
    }
  }

  private SortedMap<Integer, List<Double>> accepted() {
    SortedMap<Integer, List<Double>> accepted = new TreeMap<>();
    accept.forEach((index, values) -> accepted.put(index, values.stream().map(this::literal).toList()));
    return accepted;
  }

  /** Finite numbers as numbers, the others as strings. */
  static void writeNumber(JsonGenerator out, double value) throws IOException {
    if (Double.isFinite(value)) {
      out.writeNumber(Literal.write(value));
    } else {
      out.writeString(Literal.write(value));
    }
  }
}
