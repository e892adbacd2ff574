package org.bnoracle.gate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bnoracle.accuracy.Grade;
import org.bnoracle.document.DocumentException;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.operation.Attribute;
import org.bnoracle.operation.Operation;
import org.bnoracle.operation.Slot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyJsonTest {
  private static final Path SCHEMA = Path.of("spec", "policy.schema.json");
  private static final Path EXAMPLE = Path.of("examples", "policy.json");

  private static Policy read(String document) {
    return PolicyJson.read(document.getBytes(UTF_8), "p.json");
  }

  private static List<String> violations(String document) throws IOException {
    return PolicyJson.schema().violations(document.getBytes(UTF_8));
  }

  /** -Dbnoracle.update=true writes it. */
  @Test
  void theSchemaIsTheCommittedOne() throws IOException {
    String schema = new String(PolicyJson.schema().bytes(), UTF_8);
    if (Boolean.getBoolean("bnoracle.update")) {
      Files.writeString(SCHEMA, schema);
    }
    assertEquals(Files.readString(SCHEMA), schema);
  }

  @Test
  void theExampleIsRead() throws IOException {
    String example = Files.readString(EXAMPLE);
    assertEquals(List.of(), violations(example));
    assertEquals(new Policy(Grade.ANY_ORDER,
        List.of(
            new Rule(Set.of(), Set.of(BinaryFormat.F16, BinaryFormat.BF16), Set.of(), Set.of(), Grade.STORED),
            new Rule(Set.of(Operation.TRAINING_FORWARD), Set.of(), Set.of("near-overflow"),
                Set.of(Slot.VARIANCE, Slot.RUNNING_VARIANCE), Grade.WRONG)),
        Optional.of(Set.of("SingleElement")), Optional.of(Set.of("empty", "cumulative-average")),
        Optional.of(Map.of(
            Attribute.CHANNEL_AXIS, List.of("1"), Attribute.VARIANCE_CONVENTION, List.of("sample")))), read(example));
  }

  @Test
  void theReadmeShowsTheExample() throws IOException {
    assertTrue(Files.readString(Path.of("README.md")).contains("```json\n" + Files.readString(EXAMPLE) + "```"));
  }

  @Test
  void nothingSaidIsTheDefault() {
    assertEquals(Policy.DEFAULT, read("{}"));
  }

  @ParameterizedTest
  @EnumSource
  void everyGradeCanBeRequired(Grade grade) throws IOException {
    String document = "{\"required\": \"%s\"}".formatted(grade.label());
    assertEquals(List.of(), violations(document));
    assertEquals(grade, read(document).required());
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "{\"rules\": []}", "{\"refused\": []}", "{\"unsupported\": [\"stateless\", \"GammaSign\"]}", "{\"conventions\": {}}",
    "{\"rules\": [{\"family\": \"sequences, own state\", \"required\": \"tree\"}]}",
    "{\"conventions\": {\"epsilon\": [1e-5, 0], \"epsilon_format\": [\"f32\"], \"channel_axis\": [0, 1], \"batch_index\": [1]}}"
  })
  void whatTheSchemaAllowsIsRead(String document) throws IOException {
    assertEquals(List.of(), violations(document));
    read(document);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
    "[]                                   | p.json:1:1: an object is expected",
    "{\"require\": \"tree\"}              | p.json:1:13: /require: unknown field 'require', expected one of: $schema, required, rules, refused, unsupported, conventions",
    "{\"required\": \"good\"}             | p.json:1:14: /required: unknown grade 'good', choose from correctly-rounded, faithful, tree, any-order, stored, unstable, wrong",
    "{\"required\": 3}                    | p.json:1:14: /required: a string is expected",
    "{\"rules\": {}}                      | p.json:1:11: /rules: an array is expected",
    "{\"rules\": [{\"output\": \"y\"}]}   | p.json:1:26: /rules/0: a rule needs the field required, a grade",
    "{\"rules\": [{\"slot\": \"y\"}]}     | p.json:1:21: /rules/0/slot: unknown field 'slot', expected one of: operation, format, family, output, required",
    "{\"rules\": [{\"format\": \"f31\"}]} | p.json:1:23: /rules/0/format: unknown format 'f31', choose from f64, f32, f16, bf16",
    "{\"rules\": [{\"format\": []}]}      | p.json:1:24: /rules/0/format: names nothing; leave the field out where a rule is about all",
    "{\"rules\": [{\"output\": [\"y\", \"x\"]}]} | `p.json:1:32: /rules/0/output: 'x' is not one of: `",
    "{\"conventions\": {\"axis\": [1]}}   | `p.json:1:26: /conventions/axis: 'axis' is not one of: `",
    "{\"conventions\": {\"channel_axis\": [\"c\"]}} | p.json:1:35: /conventions/channel_axis/0: a whole number is expected, was 'c'",
    "{\"conventions\": {\"channel_axis\": 1}} | p.json:1:34: /conventions/channel_axis: an array is expected"
  })
  void aBadPolicyIsOneComplaint(String document, String complaint) throws IOException {
    String message = assertThrows(DocumentException.class, () -> read(document)).getMessage();
    assertEquals(complaint, complaint.endsWith(": ") ? message.substring(0, complaint.length()) : message);
    assertFalse(violations(document).isEmpty());
  }

  @ParameterizedTest
  @CsvSource({"family, inference, well-scaled", "operation, training, inference-backward"})
  void anUnknownNameInARuleIsAnsweredWithTheKnownOnes(String field, String name, String known) throws IOException {
    String document = "{\"rules\": [{\"%s\": \"%s\", \"required\": \"tree\"}]}".formatted(field, name);
    String complaint = assertThrows(DocumentException.class, () -> read(document)).getMessage();
    assertTrue(complaint.startsWith("p.json:1:") && complaint.contains(name) && complaint.contains(known), complaint);
    assertFalse(violations(document).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"refused", "unsupported"})
  void aReasonIsAFlagOrAFeature(String field) throws IOException {
    String document = "{\"%s\": [\"Empty\"]}".formatted(field);
    String complaint = assertThrows(DocumentException.class, () -> read(document)).getMessage();
    assertTrue(complaint.matches("p.json:1:\\d+: /" + field + "/0: 'Empty' is not one of: .*EmptyBatch.*stateless.*"), complaint);
    assertFalse(violations(document).isEmpty());
  }
}
