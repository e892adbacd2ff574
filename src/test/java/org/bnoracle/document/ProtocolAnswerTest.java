package org.bnoracle.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.operation.Case;
import org.bnoracle.operation.Slot;
import org.bnoracle.tensor.Shape;
import org.bnoracle.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProtocolAnswerTest {
  private static final Case QUESTION = Sample.question();
  private static final String MEAN = "{\"id\": \"a\", \"outputs\": {\"mean\": {\"format\": \"f32\", \"shape\": [3], \"data\": [1, 2, 3]}}}";

  private static Answer answer(String line) {
    return Protocol.answer(line, QUESTION, List.of(Slot.MEAN), null);
  }

  @Test
  void aQuestionIsOneLineThatReadsAsTheCase() throws IOException {
    String line = Protocol.line(QUESTION, Set.of(), null);
    assertEquals(1, line.lines().count());
    String body = line.replace("\"operation\":\"training-forward\",", "");
    Case read = Sample.read("{\"operation\": \"training-forward\", \"cases\": [" + body + "]}").vectors().get(0).question();
    assertEquals(QUESTION.attributes(), read.attributes());
    assertEquals(QUESTION.inputs(), read.inputs());
    assertEquals(QUESTION.id(), read.id());
  }

  @Test
  void owedOutputsAreTaken() {
    Tensor mean = new Tensor(BinaryFormat.F32, new Shape(3), 1, 2, 3);
    assertEquals(new Answer.Results(Map.of(Slot.MEAN, mean)), answer(MEAN));
  }

  @Test
  void outputsThatTheCaseDoesNotHaveAreIgnored() {
    assertEquals(answer(MEAN), answer(Sample.change(MEAN, "{\"mean\"", "{\"dx\": [[]], \"debug\": {\"a\": 1}, \"mean\"")));
  }

  @Test
  void reasonsAreTaken() {
    assertEquals(new Answer.Unsupported("later"), answer("{\"id\": \"a\", \"unsupported\": \"later\"}"));
    assertEquals(new Answer.Refused("rank"), answer("{\"refused\": \"rank\", \"id\": \"a\"}"));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
    "\"a\"      | \"b\"         | answer:1:84: wrong id: expected a, got b",
    "\"id\": \"a\", | ``        | answer:1:74: wrong id: expected a, got null",
    "\"mean\"   | \"average\"   | answer:1:87: missing output: mean",
    "[3]        | [1, 3]        | answer:1:85: /outputs/mean: wrong shape: expected [3], got [1, 3]",
    "f32        | f64           | answer:1:82: /outputs/mean: wrong format: expected f32, got f64",
    "3]}        | 16777217]}    | answer:1:80: /outputs/mean/data/2: f32 cannot hold 16777217; the nearest value is 1.6777216E7",
    "1, 2       | 1             | answer:1:33: /outputs/mean: the shape [3] has 3 elements, data has 2",
    "[1, 2, 3]  | \"AAAA\"      | answer:1:73: /outputs/mean/data: an array is expected",
    "\"outputs\" | \"result\"   | answer:1:23: /result: unknown field 'result', expected one of: id, outputs, unsupported, refused"
  })
  void aBadAnswerIsRefused(String part, String replacement, String message) {
    String line = Sample.change(MEAN, part, replacement);
    assertEquals(message, assertThrows(DocumentException.class, () -> answer(line)).getMessage());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
    "warning: slow | answer:1:1: malformed JSON: Unrecognized token 'warning': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')",
    "[]            | answer:1:1: an object is expected",
    "``            | answer:1:0: is empty; a JSON object is expected",
    "{\"id\": 1}   | answer:1:8: /id: a string is expected"
  })
  void whatIsNoAnswerIsRefused(String line, String message) {
    assertEquals(message, assertThrows(DocumentException.class, () -> answer(line)).getMessage());
  }
}
