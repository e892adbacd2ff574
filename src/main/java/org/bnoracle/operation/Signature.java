package org.bnoracle.operation;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Inputs, attributes and outputs of an operation.
 *
 * @param attributes the attributes of every case
 * @param inputs the inputs that every case has; the first one gives shape and format
 * @param outputs the outputs that every case has
 * @param options what a case may have besides
 */
public record Signature(List<Attribute> attributes, List<Slot> inputs, List<Slot> outputs, List<Option> options) {
  private static final List<Attribute> USUAL =
      List.of(Attribute.CHANNEL_AXIS, Attribute.EPSILON, Attribute.EPSILON_FORMAT, Attribute.STATISTICS_FORMAT,
          Attribute.STRIDES, Attribute.IN_PLACE, Attribute.REPEAT);

  /** With the usual attributes. */
  Signature(List<Slot> inputs, List<Slot> outputs, List<Option> options) {
    this(USUAL, inputs, outputs, options);
  }

  /** The same with another attribute. */
  Signature with(Attribute attribute) {
    return new Signature(Stream.concat(attributes.stream(), Stream.of(attribute)).toList(), inputs, outputs, options);
  }

  /** The same with an activation, and the options that it brings. */
  Signature activated(Option... more) {
    List<Option> all = Stream.concat(options.stream(), Stream.of(more)).toList();
    return new Signature(attributes, inputs, outputs, all).with(Attribute.ACTIVATION);
  }

  /**
   * Inputs that a case has all or none of, and the attributes and outputs that come with them.
   *
   * @param since the activation that a case must have for it, this or one that does more
   */
  public record Option(List<Slot> inputs, List<Attribute> attributes, List<Slot> outputs, Activation since) {
    static Option of(Slot... inputs) {
      return new Option(List.of(inputs), List.of(), List.of(), Activation.NONE);
    }

    /** For cases with this activation, or one that does more. */
    Option since(Activation activation) {
      return new Option(inputs, attributes, outputs, activation);
    }
  }

  /** The input that gives shape and format. */
  public Slot data() {
    return inputs.get(0);
  }

  /** All inputs that a case may have, in the order of documents. */
  public List<Slot> allInputs() {
    return Stream.concat(inputs.stream(), options.stream().flatMap(o -> o.inputs.stream())).toList();
  }

  /** The inputs that a case with that activation may have. */
  public List<Slot> inputsGiven(Activation activation) {
    return Stream.concat(inputs.stream(), options.stream().filter(o -> activation.compareTo(o.since) >= 0)
        .flatMap(o -> o.inputs.stream())).toList();
  }

  /** All outputs that a case may have, in the order of documents. */
  public List<Slot> allOutputs() {
    return Stream.concat(outputs.stream(), options.stream().flatMap(o -> o.outputs.stream())).toList();
  }

  /** All attributes that a case may have, in the order of documents. */
  public List<Attribute> allAttributes() {
    return Stream.concat(attributes.stream(), options.stream().flatMap(o -> o.attributes.stream())).toList();
  }

  /** The outputs of a case with these inputs. */
  public List<Slot> outputsGiven(Set<Slot> given) {
    return Stream.concat(outputs.stream(), taken(given).flatMap(o -> o.outputs.stream())).toList();
  }

  /** The attributes of a case with these inputs. */
  public List<Attribute> attributesGiven(Set<Slot> given) {
    return Stream.concat(attributes.stream(), taken(given).flatMap(o -> o.attributes.stream())).toList();
  }

  private Stream<Option> taken(Set<Slot> given) {
    return options.stream().filter(o -> given.containsAll(o.inputs));
  }
}
