package org.bnoracle.document;

import static org.bnoracle.document.SchemaNodes.closed;
import static org.bnoracle.document.SchemaNodes.format;
import static org.bnoracle.document.SchemaNodes.property;
import static org.bnoracle.document.SchemaNodes.root;
import static org.bnoracle.document.SchemaNodes.value;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bnoracle.equations.Label;
import org.bnoracle.operation.Activation;
import org.bnoracle.operation.Attribute;
import org.bnoracle.operation.Operation;
import org.bnoracle.operation.Signature;
import org.bnoracle.operation.Slot;

/** A closed JSON Schema; that of an operation's vectors derives from its signature. */
public final class Schema {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final JsonSchemaFactory VALIDATORS = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

  private final ObjectNode root;

  Schema(ObjectNode root) {
    this.root = root;
  }

  /** The schema's path below the folder of the vectors. */
  public static String path(Operation operation) {
    return "schema/" + operation.label() + ".schema.json";
  }

  public static Schema of(Operation operation) {
    Signature signature = operation.signature();
    ObjectNode root = root("Golden vectors of " + operation.label());
    property(root, "format", true).put("const", VectorFile.FORMAT);
    property(root, "operation", true).put("const", operation.label());
    property(root, "family", false).put("type", "string");
    property(root, "generator", true).put("type", "string");
    property(root, "flags", false).put("type", "object").set("additionalProperties", flag());
    ObjectNode cases = property(root, "cases", true).put("type", "array").put("minItems", 1);
    cases.set("items", vector(signature));
    root.set("$defs", definitions());
    return new Schema(root);
  }

  private static ObjectNode flag() {
    ObjectNode flag = closed("What a case is sensitive to");
    property(flag, "bug_class", false).put("type", "integer").put("minimum", 1);
    property(flag, "fault", true).put("type", "string");
    property(flag, "effect", true).put("type", "string");
    property(flag, "references", true).put("type", "array").putObject("items").put("type", "string");
    return flag;
  }

  private static ObjectNode vector(Signature signature) {
    boolean isMasked = signature.allAttributes().contains(Attribute.MASK);
    ObjectNode vector = closed("A case and its correctly rounded outputs");
    property(vector, "id", true).put("type", "string");
    property(vector, "comment", false).put("type", "string");
    property(vector, "flags", false).put("type", "array").putObject("items").put("type", "string");
    property(vector, "attributes", true).setAll(attributes(signature));
    property(vector, "inputs", true).setAll(slots("Inputs", signature.allInputs(), signature.inputs(), "tensor"));
    property(vector, "outputs", true).setAll(slots("Outputs", signature.allOutputs(), isMasked ? List.of() : signature.outputs(), "output"));
    if (isMasked) {
      addMask(signature, vector.withArray("/allOf").addObject());
    }
    addDependencies(signature, isMasked, vector);
    addActivations(signature, vector);
    return vector;
  }

  /** Inputs of an option come all or none. */
  private static void addDependencies(Signature signature, boolean isMasked, ObjectNode vector) {
    ObjectNode dependent = MAPPER.createObjectNode();
    for (Signature.Option option : signature.options()) {
      List<String> names = labels(option.inputs(), Slot::label);
      if (names.size() > 1) {
        names.forEach(name -> names.stream().filter(n -> !n.equals(name)).forEach(dependent.withArray("/" + name)::add));
      }
    }
    if (!dependent.isEmpty()) {
      ((ObjectNode) vector.at("/properties/inputs")).set("dependentRequired", dependent);
    }
    signature.options().stream().filter(o -> !o.attributes().isEmpty() || !o.outputs().isEmpty())
        .forEach(option -> addCompanions(option, isMasked, vector.withArray("/allOf").addObject()));
  }

  /** Without a mask all outputs are wanted. */
  private static void addMask(Signature signature, ObjectNode rule) {
    rule.withArray("/if/properties/attributes/required").add(Attribute.MASK.label());
    signature.outputs().forEach(slot -> rule.withArray("/else/properties/outputs/required").add(slot.label()));
  }

  /** Some inputs come only with an activation, and one activation not without its own. */
  private static void addActivations(Signature signature, ObjectNode vector) {
    for (Signature.Option option : signature.options()) {
      if (option.since() != Activation.NONE) {
        ObjectNode rule = vector.withArray("/allOf").addObject();
        activated(rule, option.since().andMore());
        option.inputs().forEach(slot -> rule.withObject("/else/properties/inputs/properties").put(slot.label(), false));
      }
    }
    for (Activation activation : Activation.values()) {
      activation.operand().filter(signature.allInputs()::contains).ifPresent(operand -> {
        ObjectNode rule = vector.withArray("/allOf").addObject();
        activated(rule, List.of(activation));
        rule.withArray("/then/properties/inputs/required").add(operand.label());
      });
    }
  }

  private static void activated(ObjectNode rule, List<Activation> activations) {
    rule.withArray("/if/properties/attributes/required").add(Attribute.ACTIVATION.label());
    ArrayNode names = rule.withArray("/if/properties/attributes/properties/activation/enum");
    activations.forEach(activation -> names.add(Label.of(activation)));
  }

  /** With an option's inputs come its attributes and outputs, and without them none of those. */
  private static void addCompanions(Signature.Option option, boolean isMasked, ObjectNode rule) {
    option.inputs().forEach(slot -> rule.withArray("/if/properties/inputs/required").add(slot.label()));
    for (Attribute attribute : option.attributes()) {
      if (attribute.required()) {
        ArrayNode ways = rule.withArray("/then/properties/attributes/allOf").addObject().putArray("oneOf");
        Stream.concat(Stream.of(attribute), attribute.alternative().stream())
            .forEach(way -> ways.addObject().putArray("required").add(way.label()));
      }
      rule.withObject("/else/properties/attributes/properties").put(attribute.label(), false);
    }
    for (Slot output : option.outputs()) {
      if (!isMasked) {
        rule.withArray("/then/properties/outputs/required").add(output.label());
      }
      rule.withObject("/else/properties/outputs/properties").put(output.label(), false);
    }
  }

  private static ObjectNode attributes(Signature signature) {
    ObjectNode attributes = closed("Settings");
    List<Attribute> optional = signature.options().stream().flatMap(o -> o.attributes().stream()).toList();
    for (Attribute attribute : signature.allAttributes()) {
      ObjectNode property = property(attributes, attribute.label(), attribute.required() && !optional.contains(attribute));
      property.put("description", attribute.meaning());
      value(property, attribute);
    }
    return attributes;
  }

  private static ObjectNode slots(String title, List<Slot> all, List<Slot> required, String definition) {
    ObjectNode slots = closed(title);
    for (Slot slot : all) {
      property(slots, slot.label(), required.contains(slot))
          .put("description", slot.meaning()).put("$ref", "#/$defs/" + definition);
    }
    return slots;
  }

  private static ObjectNode definitions() {
    ObjectNode definitions = MAPPER.createObjectNode();
    format(definitions);
    ArrayNode number = definitions.putObject("number").putArray("anyOf");
    number.addObject().put("type", "number");
    number.addObject().putArray("enum").add("NaN").add("Infinity").add("-Infinity");
    definitions.set("tensor", tensor());
    ObjectNode values = tensor();
    ObjectNode accept = property(values, "accept", false).put("type", "object");
    accept.put("description", "by index: all right values, where there is more than one");
    accept.putObject("propertyNames").put("pattern", "^[0-9]+$");
    accept.putObject("additionalProperties").put("type", "array").put("minItems", 2).putObject("items").put("$ref", "#/$defs/number");
    ObjectNode bound = property(values, "bound", false);
    bound.put("description", "how far a sound implementation's result may lie from each value; null: compare as a special value; "
        + "Infinity: not known");
    ArrayNode forms = bound.putArray("anyOf");
    forms.addObject().put("type", "array").putObject("items").putArray("anyOf")
        .add(MAPPER.createObjectNode().put("type", "number").put("minimum", 0)).add(MAPPER.createObjectNode().put("const", "Infinity"))
        .add(MAPPER.createObjectNode().put("type", "null"));
    forms.add(encoded());
    ObjectNode undefined = closed("No value");
    property(undefined, "undefined", true).put("type", "string");
    definitions.putObject("output").putArray("anyOf").add(values).add(undefined);
    return definitions;
  }

  private static ObjectNode tensor() {
    ObjectNode tensor = closed("Values in row-major order");
    property(tensor, "format", true).put("$ref", "#/$defs/format");
    ObjectNode shape = property(tensor, "shape", true).put("type", "array").put("minItems", 1).put("maxItems", 6);
    shape.putObject("items").put("type", "integer").put("minimum", 0);
    ArrayNode data = property(tensor, "data", true).putArray("anyOf");
    data.addObject().put("type", "array").putObject("items").put("$ref", "#/$defs/number");
    data.add(encoded());
    return tensor;
  }

  private static ObjectNode encoded() {
    ObjectNode encoded = closed("Little-endian bits");
    property(encoded, "base64", true).put("type", "string");
    return encoded;
  }

  private static <E> List<String> labels(Collection<E> elements, Function<E, String> label) {
    return elements.stream().map(label).toList();
  }

  /** The schema as a document. */
  public byte[] bytes() throws IOException {
    return JsonOutput.bytes(out -> MAPPER.writeTree(out, root));
  }

  /** What breaks the schema in a document, a line each. */
  public List<String> violations(byte[] document) throws IOException {
    JsonSchema schema = VALIDATORS.getSchema(root);
    JsonNode tree = MAPPER.readTree(document);
    return schema.validate(tree).stream().map(ValidationMessage::getMessage).toList();
  }
}
