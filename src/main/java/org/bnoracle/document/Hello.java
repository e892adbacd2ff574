package org.bnoracle.document;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bnoracle.accuracy.AlgorithmClass;
import org.bnoracle.accuracy.Settings;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.operation.Attribute;
import org.bnoracle.operation.Attributes;
import org.bnoracle.operation.Case;
import org.bnoracle.operation.Feature;
import org.bnoracle.operation.Operation;
import org.bnoracle.operation.Slot;

/**
 * What a subject says of itself.
 *
 * @param operations what it implements
 * @param conventions attribute → the values that it can work with, as documents write them; others may have any value
 * @param capabilities the features of cases that it can take
 * @param encodings what it reads
 * @param arithmetic what it says of its arithmetic
 */
public record Hello(
    String name, String version, Map<Operation, Support> operations, Map<Attribute, List<String>> conventions,
    Set<Feature> capabilities, Set<Encoding> encodings, Arithmetic arithmetic) {

  /**
   * How a subject computes.
   *
   * @param formats format of x → format that it computes in, where it says so
   * @param algorithmClass the class of algorithms that it claims to belong to
   * @param flushesSubnormals whether it takes subnormal numbers as zero
   */
  public record Arithmetic(Map<BinaryFormat, BinaryFormat> formats, Optional<AlgorithmClass> algorithmClass, boolean flushesSubnormals) {
    /** Nothing declared. */
    public static final Arithmetic UNDECLARED = new Arithmetic(Map.of(), Optional.empty(), false);

    /** What bounds assume of it, for data of a format. */
    public Settings settings(BinaryFormat data) {
      return new Settings(formats.getOrDefault(data, Settings.usualFormat(data)), flushesSubnormals, algorithmClass);
    }
  }

  /** The formats of x that an operation takes, and the outputs that it gives. */
  public record Support(List<BinaryFormat> formats, List<Slot> outputs) {
    /** All outputs of the operation. */
    public static Support of(Operation operation, BinaryFormat... formats) {
      return new Support(List.of(formats), operation.signature().allOutputs());
    }
  }

  public Hello {
    operations = operations.isEmpty() ? Map.of() : new EnumMap<>(operations);
  }

  /** A subject that takes every case of these operations. */
  public static Hello of(String name, String version, Map<Operation, Support> operations) {
    return new Hello(name, version, operations, Map.of(), EnumSet.allOf(Feature.class), EnumSet.of(Encoding.DECIMAL), Arithmetic.UNDECLARED);
  }

  /** The outputs that the subject owes for a case that it takes. */
  public List<Slot> outputsFor(Case question) {
    List<Slot> given = operations.get(question.operation()).outputs();
    return question.outputs().stream().filter(given::contains).toList();
  }

  /** Why the subject does not take a case; empty if it does. */
  public Optional<String> excludes(Case question) {
    Support support = operations.get(question.operation());
    if (support == null) {
      return Optional.of("operation " + question.operation().label());
    }
    if (!support.formats().contains(question.data().format())) {
      return Optional.of("format " + question.data().format());
    }
    return Feature.of(question).stream().filter(f -> !capabilities.contains(f)).map(Feature::label).findFirst()
        .or(() -> excludesAttribute(question.attributes()));
  }

  private Optional<String> excludesAttribute(Attributes attributes) {
    return attributes.values().entrySet().stream()
        .filter(entry -> conventions.containsKey(entry.getKey()))
        .filter(entry -> !takes(entry.getKey(), entry.getValue(), attributes))
        .map(entry -> entry.getKey().label() + " " + CaseJson.text(entry.getValue()))
        .findFirst();
  }

  private boolean takes(Attribute attribute, Object value, Attributes attributes) {
    List<String> taken = conventions.get(attribute);
    return attribute == Attribute.EPSILON_FORMAT
        ? taken.stream().map(BinaryFormat::named).anyMatch(format -> holdsNumbers(format, attributes))
        : taken.contains(CaseJson.text(value));
  }

  private static boolean holdsNumbers(BinaryFormat format, Attributes attributes) {
    return attributes.values().values().stream().allMatch(v -> !(v instanceof Double number) || format.holds(number));
  }
}
