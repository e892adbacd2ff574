package org.bnoracle.document;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.operation.Attribute;
import org.bnoracle.operation.Case;
import org.bnoracle.operation.Feature;
import org.bnoracle.operation.Operation;
import org.bnoracle.operation.Slot;
import org.bnoracle.tensor.Tensor;

/** The lines of the subject protocol, spec/protocol.md. */
public final class Protocol {
  public static final int VERSION = 1;
  /** The line that asks for a hello. */
  public static final String GREETING = "{\"protocol\": " + VERSION + "}";

  private static final List<String> HELLO_FIELDS = List.of(
      "protocol", "name", "version", "operations", "conventions", "capabilities", "compute_format", "algorithm_class",
      "subnormals", "encodings");
  private static final List<String> SUPPORT_FIELDS = List.of("formats", "outputs");
  private static final List<String> ANSWER_FIELDS = List.of("id", "outputs", "unsupported", "refused");

  private Protocol() {}

  /** The line that sends a case. */
  public static String line(Case question) {
    StringWriter line = new StringWriter();
    try (JsonGenerator out = JsonOutput.line(line)) {
      out.writeStartObject();
      out.writeStringField("id", question.id());
      out.writeStringField("operation", question.operation().label());
      CaseJson.writeQuestion(out, question);
      out.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return line.toString();
  }

  /** @throws DocumentException if the line is not a hello */
  public static Hello hello(String line) {
    return parse(line, "hello", Protocol::hello);
  }

  /**
   * The answer to a case.
   *
   * @throws DocumentException if the line is not an answer to this case that gives the outputs owed
   */
  public static Answer answer(String line, Case question, List<Slot> owed) {
    return parse(line, "answer", in -> answer(in, question, owed));
  }

  private static <R> R parse(String line, String source, JsonInput.DocumentReader<R> reader) {
    return JsonInput.read(line.getBytes(StandardCharsets.UTF_8), source, reader);
  }

  private static Hello hello(JsonInput in) throws IOException {
    Map<String, String> texts = new HashMap<>();
    Map<Operation, Hello.Support> operations = new EnumMap<>(Operation.class);
    Map<Attribute, List<String>> conventions = new EnumMap<>(Attribute.class);
    Set<Feature> capabilities = EnumSet.allOf(Feature.class);
    int[] version = {0};
    in.object(name -> {
      switch (name) {
        case "protocol" -> version[0] = in.wholeNumber();
        case "name", "version", "algorithm_class", "subnormals" -> texts.put(name, in.string());
        case "operations" -> in.object(operation -> readSupport(in, operation, operations));
        case "conventions" -> in.object(attribute -> readConvention(in, attribute, conventions));
        case "capabilities" -> {
          capabilities.clear();
          in.array(() -> capabilities.add(feature(in)));
        }
        case "compute_format", "encodings" -> in.skip();
        default -> throw in.unknownField(name, HELLO_FIELDS);
      }
    });
    if (version[0] != VERSION) {
      throw in.error("protocol must be " + VERSION + ", was " + version[0]);
    }
    if (!texts.containsKey("name") || !texts.containsKey("version") || operations.isEmpty()) {
      throw in.error("a hello needs name, version and at least one of the operations");
    }
    return new Hello(texts.remove("name"), texts.remove("version"), operations, conventions, capabilities, texts);
  }

  private static void readSupport(JsonInput in, String name, Map<Operation, Hello.Support> operations) throws IOException {
    Operation operation = checked(in, () -> Operation.named(name));
    List<BinaryFormat> formats = new ArrayList<>();
    List<Slot> outputs = new ArrayList<>();
    in.object(field -> {
      switch (field) {
        case "formats" -> in.array(() -> {
          String format = in.string();
          formats.add(checked(in, () -> BinaryFormat.named(format)));
        });
        case "outputs" -> in.array(() -> outputs.add(output(in, operation)));
        default -> throw in.unknownField(field, SUPPORT_FIELDS);
      }
    });
    if (formats.isEmpty()) {
      throw in.error(name + " needs formats");
    }
    operations.put(operation, new Hello.Support(formats, outputs.isEmpty() ? operation.signature().allOutputs() : outputs));
  }

  private static Slot output(JsonInput in, Operation operation) throws IOException {
    String name = in.string();
    List<Slot> known = operation.signature().allOutputs();
    return Slot.named(name).filter(known::contains).orElseThrow(() -> in.error(
        "unknown output '%s', %s has: %s".formatted(name, operation.label(), String.join(", ", known.stream().map(Slot::label).toList()))));
  }

  private static void readConvention(JsonInput in, String name, Map<Attribute, List<String>> conventions) throws IOException {
    Attribute attribute = Attribute.named(name).orElseThrow(() -> in.error("unknown attribute '" + name + "'"));
    List<String> values = new ArrayList<>();
    in.array(() -> {
      String text = in.scalar();
      values.add(checked(in, () -> CaseJson.text(CaseJson.value(attribute, text, BinaryFormat.F64))));
    });
    conventions.put(attribute, values);
  }

  private static Feature feature(JsonInput in) throws IOException {
    String name = in.string();
    return Feature.named(name).orElseThrow(() -> in.error("unknown capability '" + name + "'"));
  }

  private static <R> R checked(JsonInput in, java.util.function.Supplier<R> lookUp) {
    try {
      return lookUp.get();
    } catch (IllegalArgumentException e) {
      throw in.error(e.getMessage());
    }
  }

  private static Answer answer(JsonInput in, Case question, List<Slot> owed) throws IOException {
    Map<String, String> texts = new HashMap<>();
    Map<Slot, Tensor> outputs = new EnumMap<>(Slot.class);
    in.object(name -> {
      switch (name) {
        case "id", "unsupported", "refused" -> texts.put(name, in.string());
        case "outputs" -> in.object(slot -> readOutput(in, slot, question, outputs));
        default -> throw in.unknownField(name, ANSWER_FIELDS);
      }
    });
    if (!question.id().equals(texts.get("id"))) {
      throw in.error("wrong id: expected %s, got %s".formatted(question.id(), texts.get("id")));
    }
    if (texts.containsKey("unsupported")) {
      return new Answer.Unsupported(texts.get("unsupported"));
    }
    if (texts.containsKey("refused")) {
      return new Answer.Refused(texts.get("refused"));
    }
    for (Slot slot : owed) {
      if (!outputs.containsKey(slot)) {
        throw in.error("missing output: " + slot.label());
      }
    }
    return new Answer.Results(outputs);
  }

  private static void readOutput(JsonInput in, String name, Case question, Map<Slot, Tensor> outputs) throws IOException {
    Slot slot = Slot.named(name).filter(question.outputs()::contains).orElse(null);
    if (slot == null) {
      in.skip();
      return;
    }
    Tensor tensor = TensorJson.readTensor(in);
    if (!tensor.shape().equals(question.shapeOf(slot))) {
      throw in.error("wrong shape: expected %s, got %s".formatted(question.shapeOf(slot), tensor.shape()));
    }
    if (!tensor.format().equals(question.formatOf(slot))) {
      throw in.error("wrong format: expected %s, got %s".formatted(question.formatOf(slot), tensor.format()));
    }
    outputs.put(slot, tensor);
  }
}
