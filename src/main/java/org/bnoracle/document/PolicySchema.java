package org.bnoracle.document;

import static org.bnoracle.document.SchemaNodes.closed;
import static org.bnoracle.document.SchemaNodes.format;
import static org.bnoracle.document.SchemaNodes.names;
import static org.bnoracle.document.SchemaNodes.property;
import static org.bnoracle.document.SchemaNodes.root;
import static org.bnoracle.document.SchemaNodes.value;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.bnoracle.accuracy.Grade;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.operation.Attribute;
import org.bnoracle.operation.Operation;

/** The closed JSON Schema of a gate's policy. */
public final class PolicySchema {
  private PolicySchema() {}

  /** @param reasons flags and features for which a case may be passed over */
  public static Schema of(Collection<String> families, Collection<String> outputs, Collection<String> reasons) {
    ObjectNode root = root("What a subject must achieve: the policy of bn-oracle conform --gate");
    property(root, "$schema", false).put("type", "string");
    grade(property(root, "required", false), "the worst grade that an output may have where no rule says otherwise");
    property(root, "rules", false).put("type", "array").put("description", "the last one about an output counts")
        .set("items", rule(families, outputs));
    names(property(root, "refused", false), reasons)
        .put("description", "flags and features: only cases with one of them may be refused; any may where this is absent");
    names(property(root, "unsupported", false), reasons)
        .put("description", "the same for cases that the subject does not implement");
    property(root, "conventions", false).setAll(conventions());
    format(root.putObject("$defs"));
    return new Schema(root);
  }

  private static ObjectNode rule(Collection<String> families, Collection<String> outputs) {
    ObjectNode rule = closed("The worst grade that some outputs may have; a field that is absent stands for all");
    oneOrMore(property(rule, "operation", false), Stream.of(Operation.values()).map(Operation::label).toList());
    oneOrMore(property(rule, "format", false), BinaryFormat.ALL.stream().map(BinaryFormat::name).toList());
    oneOrMore(property(rule, "family", false), families);
    oneOrMore(property(rule, "output", false), outputs);
    grade(property(rule, "required", true), "a grade");
    return rule;
  }

  private static void grade(ObjectNode node, String description) {
    ArrayNode grades = node.put("description", description).putArray("enum");
    List.of(Grade.values()).forEach(grade -> grades.add(grade.label()));
  }

  private static void oneOrMore(ObjectNode node, Collection<String> known) {
    ArrayNode ways = node.putArray("anyOf");
    known.forEach(ways.addObject().putArray("enum")::add);
    names(ways.addObject(), known).put("minItems", 1);
  }

  private static ObjectNode conventions() {
    ObjectNode conventions =
        closed("The attributes that the hello may limit, and the values that it must take all the same");
    for (Attribute attribute : Attribute.values()) {
      value(property(conventions, attribute.label(), false).put("type", "array").putObject("items"), attribute);
    }
    return conventions;
  }
}
