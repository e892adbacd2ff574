package org.bnoracle.document;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.oracle.Output;
import org.bnoracle.tensor.Shape;
import org.bnoracle.tensor.Tensor;

/** Tensors and outputs in the vector form. */
final class TensorJson {
  private static final List<String> INPUT_FIELDS = List.of("format", "shape", "data");
  private static final int FIRST_ALLOCATION = 1 << 12;
  private static final List<String> OUTPUT_FIELDS = List.of("format", "shape", "data", "accept", "undefined");

  private final JsonInput in;
  private String place;
  private BinaryFormat format;
  private Shape shape;
  private final List<String> texts = new ArrayList<>();
  private double[] data;
  private int size;
  private final SortedMap<Integer, List<String>> accept = new TreeMap<>();
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
    return json.undefined != null ? new Output.Undefined(json.undefined) : new Output.Values(json.tensor(), json.accepted());
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

  /** Numbers are converted as they come, or kept as text where the format comes only after them. */
  private void readData() throws IOException {
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

  private int index(String text) {
    try {
      return Integer.parseUnsignedInt(text);
    } catch (NumberFormatException e) {
      throw in.error("an element's index is expected, was '" + text + "'");
    }
  }

  private Tensor tensor() {
    if (format == null || shape == null || data == null) {
      throw new DocumentException(place + "a tensor needs format, shape and data");
    }
    texts.forEach(text -> store(literal(text)));
    if (size != shape.size()) {
      throw new DocumentException(place + "the shape %s has %d elements, data has %d".formatted(shape, shape.size(), size));
    }
    return new Tensor(format, shape, data.length == size ? data : Arrays.copyOf(data, size));
  }

  private SortedMap<Integer, List<Double>> accepted() {
    SortedMap<Integer, List<Double>> accepted = new TreeMap<>();
    accept.forEach((index, values) -> accepted.put(index, values.stream().map(this::literal).toList()));
    return accepted;
  }

  static void write(JsonGenerator out, Tensor tensor) throws IOException {
    out.writeStartObject();
    writeFields(out, tensor);
    out.writeEndObject();
  }

  static void write(JsonGenerator out, Output output) throws IOException {
    out.writeStartObject();
    if (output instanceof Output.Undefined none) {
      out.writeStringField("undefined", none.reason());
    } else if (output instanceof Output.Values values) {
      writeFields(out, values.tensor());
      writeAccept(out, values);
    }
    out.writeEndObject();
  }

  private static void writeFields(JsonGenerator out, Tensor tensor) throws IOException {
    out.writeStringField("format", tensor.format().name());
    out.writeFieldName("shape");
    out.writeArray(tensor.shape().dimensions(), 0, tensor.shape().rank());
    out.writeArrayFieldStart("data");
    for (int i = 0; i < tensor.size(); i++) {
      writeNumber(out, tensor.get(i));
    }
    out.writeEndArray();
  }

  private static void writeAccept(JsonGenerator out, Output.Values values) throws IOException {
    if (values.accept().isEmpty()) {
      return;
    }
    out.writeObjectFieldStart("accept");
    for (int index : values.accept().keySet()) {
      out.writeArrayFieldStart(Integer.toString(index));
      for (double value : values.accepted(index)) {
        writeNumber(out, value);
      }
      out.writeEndArray();
    }
    out.writeEndObject();
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
