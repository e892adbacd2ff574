package org.bnoracle.document;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bnoracle.accuracy.AlgorithmClass;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.operation.Attribute;
import org.bnoracle.operation.Feature;
import org.bnoracle.operation.Operation;
import org.bnoracle.operation.Slot;

/** What a subject says of itself. */
final class HelloJson {
  private static final List<String> FIELDS = List.of(
      "protocol", "name", "version", "operations", "conventions", "capabilities", "compute_format", "algorithm_class",
      "subnormals", "encodings");
  private static final List<String> SUPPORT_FIELDS = List.of("formats", "outputs");

  private final JsonInput in;
  private final Map<String, String> texts = new HashMap<>();
  private final Map<Operation, Hello.Support> operations = new EnumMap<>(Operation.class);
  private final Map<Attribute, List<String>> conventions = new EnumMap<>(Attribute.class);
  private final Map<BinaryFormat, BinaryFormat> computeFormats = new LinkedHashMap<>();
  private final Set<Feature> capabilities = Feature.usual();
  private final Set<Encoding> encodings = EnumSet.of(Encoding.DECIMAL);
  private AlgorithmClass algorithmClass;
  private int protocol;

  HelloJson(JsonInput in) {
    this.in = in;
  }

  Hello read() throws IOException {
    in.object(this::readField);
    if (protocol != Protocol.VERSION) {
      throw in.error("protocol must be " + Protocol.VERSION + ", was " + protocol);
    }
    if (!texts.containsKey("name") || !texts.containsKey("version") || operations.isEmpty()) {
      throw in.error("a hello needs name, version and at least one of the operations");
    }
    return new Hello(texts.get("name"), texts.get("version"), operations, conventions, capabilities, encodings,
        new Hello.Arithmetic(computeFormats, Optional.ofNullable(algorithmClass), "flushed".equals(texts.get("subnormals"))));
  }

  private void readField(String name) throws IOException {
    switch (name) {
      case "protocol" -> protocol = in.wholeNumber();
      case "name", "version" -> texts.put(name, in.string());
      case "algorithm_class" -> algorithmClass = AlgorithmClass.named(in.oneOf(AlgorithmClass.names())).orElseThrow();
      case "subnormals" -> texts.put(name, in.oneOf(List.of("kept", "flushed")));
      case "operations" -> in.object(this::readSupport);
      case "conventions" -> conventions.putAll(ConventionsJson.read(in));
      case "capabilities" -> readCapabilities();
      case "compute_format" -> in.object(format -> computeFormats.put(format(format), format(in.string())));
      case "encodings" -> readEncodings();
      default -> throw in.unknownField(name, FIELDS);
    }
  }

  private void readSupport(String name) throws IOException {
    Operation operation = in.lookUp(name, Operation::named);
    List<BinaryFormat> formats = new ArrayList<>();
    List<Slot> outputs = new ArrayList<>();
    in.object(field -> {
      switch (field) {
        case "formats" -> in.array(() -> formats.add(format(in.string())));
        case "outputs" -> in.array(() -> outputs.add(output(operation, in.string())));
        default -> throw in.unknownField(field, SUPPORT_FIELDS);
      }
    });
    if (formats.isEmpty()) {
      throw in.error(name + " needs formats");
    }
    operations.put(operation, new Hello.Support(formats, outputs.isEmpty() ? operation.signature().allOutputs() : outputs));
  }

  private void readCapabilities() throws IOException {
    capabilities.clear();
    List<String> known = Stream.of(Feature.values()).map(Feature::label).toList();
    in.array(() -> capabilities.add(Feature.named(in.oneOf(known)).orElseThrow()));
  }

  private void readEncodings() throws IOException {
    List<String> known = Stream.of(Encoding.values()).map(Encoding::label).toList();
    in.array(() -> encodings.add(Encoding.named(in.oneOf(known)).orElseThrow()));
  }

  private Slot output(Operation operation, String name) {
    List<String> known = operation.signature().allOutputs().stream().map(Slot::label).toList();
    return Slot.named(in.known(name, known)).orElseThrow();
  }

  private BinaryFormat format(String name) {
    return in.lookUp(name, BinaryFormat::named);
  }
}
