package org.bnoracle.document;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import org.bnoracle.equations.Label;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.operation.Attribute;

/** What schemas are made of: objects that take no other fields than those they name. */
final class SchemaNodes {
  private SchemaNodes() {}

  /** A whole schema. */
  static ObjectNode root(String title) {
    return closed(title).put("$schema", "https://json-schema.org/draft/2020-12/schema");
  }

  static ObjectNode closed(String title) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    object.put("title", title).put("type", "object").put("additionalProperties", false);
    object.putArray("required");
    object.putObject("properties");
    return object;
  }

  static ObjectNode property(ObjectNode object, String name, boolean required) {
    if (required) {
      object.withArray("/required").add(name);
    }
    return ((ObjectNode) object.get("properties")).putObject(name);
  }

  /** An array of names. */
  static ObjectNode names(ObjectNode node, Collection<String> known) {
    node.put("type", "array");
    known.forEach(node.putObject("items").putArray("enum")::add);
    return node;
  }

  /** A value of an attribute. */
  static void value(ObjectNode property, Attribute attribute) {
    switch (attribute.kind()) {
      case AXIS -> property.put("type", "integer").put("minimum", 0).put("maximum", 5);
      case COUNT -> property.put("type", "integer").put("minimum", 1);
      case NUMBER -> property.put("type", "number").put("minimum", 0);
      case FORMAT -> property.put("$ref", "#/$defs/format");
      case CHOICE -> attribute.choices().forEach(choice -> property.withArray("/enum").add(Label.of(choice)));
      case SIZES -> property.put("type", "array").putObject("items").put("type", "integer").put("minimum", 0);
      case OUTPUTS -> property.put("type", "array").put("minItems", 1).put("uniqueItems", true).putObject("items").put("type", "string");
      case FLAG -> property.put("type", "boolean");
    }
  }

  /** The definition that values of attributes may refer to. */
  static void format(ObjectNode definitions) {
    BinaryFormat.ALL.stream().map(BinaryFormat::name).forEach(definitions.putObject("format").putArray("enum")::add);
  }
}
