package org.bnoracle.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bnoracle.accuracy.AlgorithmClass;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.operation.Attribute;
import org.bnoracle.operation.Feature;
import org.bnoracle.operation.Operation;
import org.bnoracle.operation.Slot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HelloTest {
  private static final String START = "{\"protocol\": 1, \"name\": \"n\", \"version\": \"v\", ";
  private static final String ALL = START + "\"operations\": {\"training-forward\": {\"formats\": [\"f32\"]}}";

  @Test
  void everyFieldIsRead() {
    Hello hello = Protocol.hello(START + """
        "operations": {"training-forward": {"formats": ["f32", "f16"], "outputs": ["y", "running_mean"]},
                       "inference-backward": {"formats": ["bf16"]}},
        "conventions": {"channel_axis": [1], "variance_convention": ["population"], "epsilon": [0.250, 1e0],
                        "epsilon_format": ["f32"]},
        "capabilities": ["state", "empty"],
        "compute_format": {"f16": "f32"}, "algorithm_class": "two-pass", "subnormals": "flushed", "encodings": ["decimal"]}
        """);
    assertEquals("n", hello.name());
    assertEquals("v", hello.version());
    assertEquals(Map.of(
        Operation.TRAINING_FORWARD, new Hello.Support(List.of(BinaryFormat.F32, BinaryFormat.F16), List.of(Slot.Y, Slot.RUNNING_MEAN)),
        Operation.INFERENCE_BACKWARD, Hello.Support.of(Operation.INFERENCE_BACKWARD, BinaryFormat.BF16)), hello.operations());
    assertEquals(Map.of(
        Attribute.CHANNEL_AXIS, List.of("1"), Attribute.VARIANCE_CONVENTION, List.of("population"),
        Attribute.EPSILON, List.of("0.25", "1.0"), Attribute.EPSILON_FORMAT, List.of("f32")), hello.conventions());
    assertEquals(Set.of(Feature.STATE, Feature.EMPTY), hello.capabilities());
    assertEquals(Map.of(BinaryFormat.F16, BinaryFormat.F32), hello.arithmetic().formats());
    assertEquals(Optional.of(AlgorithmClass.TWO_PASS), hello.arithmetic().algorithmClass());
    assertTrue(hello.arithmetic().flushesSubnormals());
  }

  @Test
  void withoutCapabilitiesASubjectTakesAll() {
    assertEquals(Feature.usual(), Protocol.hello(ALL + "}").capabilities());
    assertEquals(Set.of(), Protocol.hello(ALL + ", \"capabilities\": []}").capabilities());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
    "\"protocol\": 1, | \"protocol\": 2, | hello:1:102: protocol must be 1, was 2",
    "\"protocol\": 1, | `` | hello:1:88: protocol must be 1, was 0",
    "\"name\": \"n\", | `` | hello:1:90: a hello needs name, version and at least one of the operations",
    "\"version\": \"v\", | `` | hello:1:87: a hello needs name, version and at least one of the operations",
    "\"training-forward\": {\"formats\": [\"f32\"]} | `` | hello:1:62: a hello needs name, version and at least one of the operations",
    "training-forward | training | hello:1:73: /operations/training: unknown operation 'training', choose from <operations>",
    "f32 | f31 | hello:1:94: /operations/training-forward/formats/0: unknown format 'f31', choose from f64, f32, f16, bf16",
    "[\"f32\"] | [] | hello:1:95: /operations/training-forward: training-forward needs formats",
    "\"formats\" | \"outputs\": [\"dx\"], \"formats\" | hello:1:94: /operations/training-forward/outputs/0: 'dx' is not one of: y, mean, variance, inverse_std, running_mean, running_variance",
    "\"formats\" | \"format\" | hello:1:92: /operations/training-forward/format: unknown field 'format', expected one of: formats, outputs",
    "\"name\" | \"title\" | hello:1:26: /title: unknown field 'title', expected one of: protocol, name, version, operations, conventions, capabilities, compute_format, algorithm_class, subnormals, encodings",
    "\"name\" | \"capabilities\": [\"magic\"], \"name\" | hello:1:34: /capabilities/0: 'magic' is not one of: <features>",
    "\"name\" | \"conventions\": {\"axis\": [1]}, \"name\" | hello:1:41: /conventions/axis: 'axis' is not one of: <attributes>",
    "\"name\" | \"conventions\": {\"channel_axis\": [\"one\"]}, \"name\" | hello:1:50: /conventions/channel_axis/0: a whole number is expected, was 'one'",
    "\"name\" | \"conventions\": {\"epsilon_format\": [\"f8\"]}, \"name\" | hello:1:52: /conventions/epsilon_format/0: unknown format 'f8', choose from f64, f32, f16, bf16",
    "\"name\" | \"conventions\": {\"variance_convention\": [\"biased\"]}, \"name\" | hello:1:57: /conventions/variance_convention/0: must be population or sample, was 'biased'",
    "\"name\" | \"conventions\": {\"epsilon\": [[]]}, \"name\" | hello:1:45: /conventions/epsilon/0: a single value is expected",
    "\"name\" | \"name\": \"m\", \"name\" | hello:1:36: malformed JSON: Duplicate field 'name'"
  })
  void aBadHelloIsRefused(String part, String replacement, String message) {
    String line = Sample.change(ALL + "}", part, replacement);
    assertEquals(Sample.withNames(message), assertThrows(DocumentException.class, () -> Protocol.hello(line)).getMessage());
  }
}
