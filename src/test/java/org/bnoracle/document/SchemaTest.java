package org.bnoracle.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.bnoracle.document.Sample.change;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import org.bnoracle.operation.Operation;
import org.bnoracle.oracle.Oracle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SchemaTest {
  private static final String GOOD = good();

  private static String good() {
    VectorFile file = Sample.read(Sample.DOCUMENT);
    List<Vector> answered = file.vectors().stream()
        .map(v -> new Vector(v.question(), Oracle.evaluate(v.question()).outputs())).toList();
    return new String(Vectors.bytes(file.with("me", answered)), UTF_8).replaceAll("\\s+", " ");
  }

  private static List<String> violations(String document) throws IOException {
    return Schema.of(Operation.TRAINING_FORWARD).violations(document.getBytes(UTF_8));
  }

  @Test
  void aGoodDocumentIsValid() throws IOException {
    assertEquals(List.of(), violations(GOOD));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
    "{ \"format\": 1                   | { \"extra\": 1, \"format\": 1",
    "\"id\": \"a\"                     | \"id\": \"a\", \"extra\": 1",
    "\"attributes\": {                 | \"attributes\": { \"extra\": 1,",
    "\"inputs\": {                     | \"inputs\": { \"extra\": { \"format\": \"f32\", \"shape\": [ 1 ], \"data\": [ 1.0 ] },",
    "\"inputs\": { \"x\": {            | \"inputs\": { \"x\": { \"extra\": 1,",
    "\"inputs\": { \"x\": {            | \"inputs\": { \"x\": { \"accept\": { \"0\": [ 1.0, 2.0 ] },",
    "\"outputs\": {                    | \"outputs\": { \"extra\": { \"undefined\": \"m=0\" },",
    "\"outputs\": { \"y\": {           | \"outputs\": { \"y\": { \"extra\": 1,",
    "\"outputs\": { \"y\": {           | \"outputs\": { \"y\": { \"undefined\": \"m=0\",",
    "\"outputs\": { \"y\": {           | \"outputs\": { \"y\": { \"accept\": { \"one\": [ 1.0, 2.0 ] },",
    "\"outputs\": { \"y\": {           | \"outputs\": { \"y\": { \"accept\": { \"0\": [ 1.0 ] },",
    "\"fault\": \"f\"                  | \"fault\": \"f\", \"extra\": 1",
    "\"fault\": \"f\",                 | ``",
    "\"format\": 1,                    | ``",
    "\"format\": 1,                    | \"format\": 2,",
    "training-forward                  | training-backward",
    "\"family\": \"own\",              | \"family\": 1,",
    "\"data\": [ 1.0, 2.0, 3.0 ]       | \"data\": { \"file\": \"x.npy\" }",
    "\"data\": [ 1.0, 2.0, 3.0 ]       | \"data\": { \"base64\": \"\", \"extra\": 1 }",
    "\"generator\": \"me\",            | \"generator\": 1,",
    "\"id\": \"a\",                    | ``",
    "\"epsilon\": 0.25,                | ``",
    "\"epsilon\": 0.25                 | \"epsilon\": -0.25",
    "\"epsilon\": 0.25                 | \"epsilon\": \"0.25\"",
    "\"epsilon_format\": \"f32\"       | \"epsilon_format\": \"f31\"",
    "\"channel_axis\": 1               | \"channel_axis\": 1.5",
    "\"channel_axis\": 1               | \"channel_axis\": 6",
    "\"momentum\": 0.5,                | ``",
    "\"momentum\": 0.5,                | \"momentum\": 0.5, \"batch_index\": 2,",
    "\"momentum\": 0.5,                | \"batch_index\": 0,",
    "\"variance_convention\": \"sample\" | \"variance_convention\": \"unbiased\"",
    "\"shape\": [ 2, 3 ]               | \"shape\": [ ]",
    "\"shape\": [ 2, 3 ]               | \"shape\": [ 1, 1, 1, 1, 1, 2, 3 ]",
    "\"shape\": [ 2, 3 ]               | \"shape\": [ -2, 3 ]",
    "\"data\": [ 1.0,                  | \"data\": [ null,",
    "\"data\": [ 1.0,                  | \"data\": [ \"1.0\",",
    "\"data\": [ 1.0,                  | \"data\": [ \"-NaN\",",
    "\"cases\": [ {                    | \"cases\": [ 0, {"
  })
  void aSingleCorruptionIsInvalid(String part, String replacement) throws IOException {
    assertFalse(violations(change(GOOD, part, replacement)).isEmpty());
  }

  @ParameterizedTest
  @CsvSource({"inputs, running_mean", "inputs, running_variance", "outputs, running_mean", "outputs, running_variance",
    "attributes, momentum", "attributes, variance_convention", "inputs, x", "outputs, y", "outputs, inverse_std"})
  void halfAnOptionIsInvalid(String place, String name) throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    JsonNode root = mapper.readTree(GOOD);
    ((ObjectNode) root.at("/cases/0/" + place)).remove(name);
    assertFalse(violations(mapper.writeValueAsString(root)).isEmpty());
  }

  @ParameterizedTest
  @EnumSource(Operation.class)
  void everyObjectOfTheSchemaIsClosed(Operation operation) throws IOException {
    JsonNode schema = new ObjectMapper().readTree(Schema.of(operation).bytes());
    List<JsonNode> properties = schema.findParents("required").stream().filter(node -> node.has("title")).toList();
    assertTrue(properties.size() >= 5, "only " + properties.size() + " objects were seen");
    properties.forEach(node -> assertEquals("false", node.path("additionalProperties").toString(), node.path("title").asText()));
  }
}
