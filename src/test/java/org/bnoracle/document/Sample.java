package org.bnoracle.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bnoracle.operation.Attribute;
import org.bnoracle.operation.Case;
import org.bnoracle.operation.Feature;
import org.bnoracle.operation.Operation;
import org.bnoracle.operation.Slot;

/** A small good document, and the means to spoil it. */
final class Sample {
  static final String DOCUMENT = """
      {
        "format": 1,
        "operation": "training-forward",
        "family": "own",
        "generator": "hand",
        "flags": {"Odd": {"fault": "f", "effect": "e", "references": []}},
        "cases": [{
          "id": "a",
          "comment": "none",
          "flags": ["Odd"],
          "attributes": {"channel_axis": 1, "epsilon": 0.25, "epsilon_format": "f32",
            "momentum": 0.5, "variance_convention": "sample"},
          "inputs": {
            "x": {"format": "f32", "shape": [2, 3], "data": [1, 2, 3, 4, 5, 6]},
            "gamma": {"format": "f16", "shape": [3], "data": [1, 2, 3]},
            "running_mean": {"format": "f32", "shape": [3], "data": [0, 0, 0]},
            "running_variance": {"format": "f32", "shape": [3], "data": [1, 1, 1]}
          }
        }]
      }
      """;

  static final String BACKWARD = """
      {
        "operation": "training-backward",
        "cases": [{
          "attributes": {"channel_axis": 0, "epsilon": 1, "epsilon_format": "f64"},
          "inputs": {
            "x": {"format": "f64", "shape": [2], "data": [1, 2]},
            "dy": {"format": "f64", "shape": [2], "data": [3, 4]}
          }
        }]
      }
      """;

  private Sample() {}

  /** The text with its first occurrence of a part replaced. */
  static String change(String text, String part, String replacement) {
    if (!text.contains(part)) {
      throw new IllegalArgumentException("the sample has no " + part);
    }
    int at = text.indexOf(part);
    return text.substring(0, at) + replacement + text.substring(at + part.length());
  }

  static VectorFile read(String text) {
    return Vectors.read(text.getBytes(UTF_8), "my.json");
  }

  static Case question() {
    return read(DOCUMENT).vectors().get(0).question();
  }

  /** The message with all names of a kind in place of such as &lt;operations&gt;. */
  static String withNames(String message) {
    return message.replace("<operations>", joined(Operation.values(), Operation::label))
        .replace("<features>", joined(Feature.values(), Feature::label))
        .replace("<attributes>", joined(Attribute.values(), Attribute::label))
        .replace("<slots>", joined(Slot.values(), Slot::label));
  }

  private static <E> String joined(E[] all, Function<E, String> label) {
    return Stream.of(all).map(label).collect(Collectors.joining(", "));
  }
}
