package org.bnoracle.document;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bnoracle.equations.Label;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.operation.Attribute;
import org.bnoracle.operation.Attributes;
import org.bnoracle.operation.Case;
import org.bnoracle.operation.InvalidCaseException;
import org.bnoracle.operation.Operation;
import org.bnoracle.operation.Slot;
import org.bnoracle.oracle.Output;
import org.bnoracle.tensor.Tensor;

/** Cases in the vector form. */
final class CaseJson {
  private static final List<String> FIELDS = List.of("id", "comment", "flags", "attributes", "inputs", "outputs");

  private static final String SEPARATOR = ", ";

  private final JsonInput in;
  private final String place;
  private String id;
  private String comment = "";
  private List<String> flags = List.of();
  private final Map<Attribute, String> attributeTexts = new EnumMap<>(Attribute.class);
  private final Map<Attribute, String> attributePlaces = new EnumMap<>(Attribute.class);
  private final Map<Slot, Tensor> inputs = new EnumMap<>(Slot.class);
  private final Map<Slot, Output> outputs = new LinkedHashMap<>();

  private CaseJson(JsonInput in, String defaultId) {
    this.in = in;
    this.place = in.place();
    this.id = defaultId;
  }

  /** Reads a case whose operation may be known only later. */
  static CaseJson read(JsonInput in, String defaultId) throws IOException {
    CaseJson draft = new CaseJson(in, defaultId);
    draft.readFields();
    return draft;
  }

  String id() {
    return id;
  }

  /** Where the case stands, for complaints. */
  String place() {
    return place;
  }

  private void readFields() throws IOException {
    in.object(name -> {
      switch (name) {
        case "id" -> id = in.string();
        case "comment" -> comment = in.string();
        case "flags" -> flags = in.strings();
        case "attributes" -> in.object(this::readAttribute);
        case "inputs" -> in.object(slot -> inputs.put(slot(slot), TensorJson.readTensor(in)));
        case "outputs" -> in.object(slot -> outputs.put(slot(slot), TensorJson.readOutput(in)));
        default -> throw in.unknownField(name, FIELDS);
      }
    });
  }

  private Slot slot(String name) {
    return Slot.named(name)
        .orElseThrow(() -> in.unknownField(name, Stream.of(Slot.values()).map(Slot::label).toList()));
  }

  private void readAttribute(String name) throws IOException {
    Attribute attribute = Attribute.named(name)
        .orElseThrow(() -> in.unknownField(name, Stream.of(Attribute.values()).map(Attribute::label).toList()));
    attributePlaces.put(attribute, in.place());
    attributeTexts.put(attribute, switch (attribute.kind()) {
      case AXIS, COUNT -> Integer.toString(in.wholeNumber());
      case NUMBER -> in.number();
      case FORMAT, CHOICE -> in.string();
      case SIZES -> sizes();
      case OUTPUTS -> String.join(SEPARATOR, in.strings());
      case FLAG -> in.scalar();
    });
  }

  private String sizes() throws IOException {
    List<String> sizes = new ArrayList<>();
    in.array(() -> sizes.add(Integer.toString(in.wholeNumber())));
    return String.join(SEPARATOR, sizes);
  }

  /** The case as one of this operation, with its outputs. */
  Vector vector(Operation operation) {
    try {
      return new Vector(new Case(id, comment, flags, operation, attributes(), inputs), outputs);
    } catch (InvalidCaseException e) {
      throw new DocumentException(place.substring(0, place.length() - 2) + "/" + e.place() + ": " + e.getMessage(), e);
    }
  }

  /** Values are read last, because the numbers among them are written in the epsilon_format. */
  private Attributes attributes() {
    Map<Attribute, Object> values = new EnumMap<>(Attribute.class);
    BinaryFormat numbers = attributeTexts.containsKey(Attribute.EPSILON_FORMAT)
        ? (BinaryFormat) attribute(Attribute.EPSILON_FORMAT, BinaryFormat.F64)
        : BinaryFormat.F64;
    attributeTexts.keySet().forEach(attribute -> values.put(attribute, attribute(attribute, numbers)));
    return new Attributes(values);
  }

  private Object attribute(Attribute attribute, BinaryFormat numbers) {
    try {
      return value(attribute, attributeTexts.get(attribute), numbers);
    } catch (IllegalArgumentException e) {
      throw new DocumentException(attributePlaces.get(attribute) + e.getMessage(), e);
    }
  }

  /**
   * The value that an attribute's text means; {@link #text} turns it back.
   *
   * @param numbers the format of numbers
   * @throws IllegalArgumentException if the attribute has no such value
   */
  static Object value(Attribute attribute, String text, BinaryFormat numbers) {
    return switch (attribute.kind()) {
      case AXIS, COUNT -> wholeNumber(text);
      case NUMBER -> Literal.read(text, numbers);
      case FORMAT -> BinaryFormat.named(text);
      case CHOICE -> choice(attribute, text);
      case SIZES -> Stream.of(text.split(SEPARATOR)).filter(size -> !size.isEmpty()).map(CaseJson::wholeNumber).toList();
      case OUTPUTS -> Stream.of(text.split(SEPARATOR)).filter(name -> !name.isEmpty()).map(CaseJson::output).toList();
      case FLAG -> flag(text);
    };
  }

  private static Integer wholeNumber(String text) {
    try {
      return Integer.valueOf(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("a whole number is expected, was '" + text + "'", e);
    }
  }

  private static Slot output(String name) {
    return Slot.named(name).orElseThrow(() -> new IllegalArgumentException("there is no output '" + name + "'"));
  }

  private static Boolean flag(String text) {
    if (!text.equals("true") && !text.equals("false")) {
      throw new IllegalArgumentException("must be true or false, was '" + text + "'");
    }
    return Boolean.valueOf(text);
  }

  private static Enum<?> choice(Attribute attribute, String text) {
    return attribute.choices().stream().filter(choice -> Label.of(choice).equals(text)).findFirst()
        .orElseThrow(() -> new IllegalArgumentException("must be %s, was '%s'".formatted(
            String.join(" or ", attribute.choices().stream().map(Label::of).toList()), text)));
  }

  static void write(JsonGenerator out, Vector vector) throws IOException {
    Case question = vector.question();
    out.writeStartObject();
    out.writeStringField("id", question.id());
    if (!question.comment().isEmpty()) {
      out.writeStringField("comment", question.comment());
    }
    if (!question.flags().isEmpty()) {
      out.writeFieldName("flags");
      out.writeArray(question.flags().toArray(String[]::new), 0, question.flags().size());
    }
    writeQuestion(out, question, TensorWriter.DOCUMENT);
    if (!vector.outputs().isEmpty()) {
      out.writeFieldName("outputs");
      TensorWriter.DOCUMENT.writeOutputs(out, vector.outputs());
    }
    out.writeEndObject();
  }

  /** The fields attributes and inputs. */
  static void writeQuestion(JsonGenerator out, Case question, TensorWriter tensors) throws IOException {
    writeAttributes(out, question);
    out.writeFieldName("inputs");
    tensors.write(out, question.inputs());
  }

  static void writeAttributes(JsonGenerator out, Case question) throws IOException {
    out.writeObjectFieldStart("attributes");
    for (Map.Entry<Attribute, Object> attribute : question.attributes().values().entrySet()) {
      out.writeFieldName(attribute.getKey().label());
      writeAttribute(out, attribute.getValue());
    }
    out.writeEndObject();
  }

  private static void writeAttribute(JsonGenerator out, Object value) throws IOException {
    if (value instanceof Number) {
      out.writeNumber(text(value));
    } else if (value instanceof Boolean flag) {
      out.writeBoolean(flag);
    } else if (value instanceof List<?> list) {
      writeList(out, list);
    } else {
      out.writeString(text(value));
    }
  }

  /** Sizes or outputs. */
  private static void writeList(JsonGenerator out, List<?> list) throws IOException {
    out.writeStartArray();
    for (Object element : list) {
      writeAttribute(out, element);
    }
    out.writeEndArray();
  }

  /** An attribute's value as documents write it. */
  static String text(Object value) {
    if (value instanceof Double number) {
      return Literal.write(number);
    }
    if (value instanceof List<?> list) {
      return String.join(SEPARATOR, list.stream().map(CaseJson::text).toList());
    }
    if (value instanceof Slot output) {
      return output.label();
    }
    return value instanceof Enum<?> choice ? Label.of(choice) : value.toString();
  }
}
