package org.bnoracle.document;

import static org.bnoracle.document.Sample.BACKWARD;
import static org.bnoracle.document.Sample.DOCUMENT;
import static org.bnoracle.document.Sample.change;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each complaint is one line: source, line, column, path, and what is wrong. */
class BadDocumentTest {
  private static String complaint(String text) {
    String message = assertThrows(DocumentException.class, () -> Sample.read(text)).getMessage();
    assertEquals(1, message.lines().count(), message);
    return message;
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
    "\"format\": 1          | \"format\": 2         | my.json:2:13: /format: this program reads format 1, was 2",
    "training-forward       | training              | my.json:3:16: /operation: unknown operation 'training', choose from <operations>",
    "\"family\": \"own\"    | \"family\": 5         | my.json:4:13: /family: a string is expected",
    "\"family\"             | \"famile\"            | my.json:4:13: /famile: unknown field 'famile', expected one of: format, operation, family, generator, flags, cases",
    "\"family\"             | \"generator\"         | my.json:5:14: malformed JSON: Duplicate field 'generator'",
    "\"fault\"              | \"foult\"             | my.json:6:30: /flags/Odd/foult: unknown field 'foult', expected one of: bug_class, fault, effect, references",
    "\"references\": []     | \"references\": [1]   | my.json:6:65: /flags/Odd/references/0: a string is expected",
    "\"cases\": [{          | \"cases\": [0, {      | my.json:7:13: /cases/0: an object is expected",
    "\"id\": \"a\"          | \"id\": null          | my.json:8:11: /cases/0/id: a string is expected",
    "\"comment\"            | \"id\"                | my.json:9:9: malformed JSON: Duplicate field 'id'",
    "\"comment\"            | \"remark\"            | my.json:9:15: /cases/0/remark: unknown field 'remark', expected one of: id, comment, flags, attributes, inputs, outputs",
    "[\"Odd\"]              | \"Odd\"               | my.json:10:14: /cases/0/flags: an array is expected"
  })
  void aFaultOutsideTheTensorsIsNamed(String part, String replacement, String message) {
    assertEquals(Sample.withNames(message), complaint(change(DOCUMENT, part, replacement)));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
    "\"channel_axis\": 1    | \"channel_axis\": 2   | my.json:7:13: /cases/0/attributes/channel_axis: must be 0 to 1 for the shape [2, 3], was 2",
    "\"channel_axis\": 1    | \"channel_axis\": -1  | my.json:7:13: /cases/0/attributes/channel_axis: must be 0 to 1 for the shape [2, 3], was -1",
    "\"channel_axis\": 1    | \"channel_axis\": 1.0 | my.json:11:36: /cases/0/attributes/channel_axis: a whole number is expected",
    "\"channel_axis\": 1    | \"channel_axis\": 99999999999 | my.json:11:36: /cases/0/attributes/channel_axis: must be below 2^31, was 99999999999",
    "\"channel_axis\": 1,   | ``                    | my.json:7:13: /cases/0/attributes: channel_axis is missing",
    "\"epsilon\": 0.25      | \"epsilon\": -0.25    | my.json:7:13: /cases/0/attributes/epsilon: must be a number >= 0, was -0.25",
    "\"epsilon\": 0.25      | \"epsilon\": \"NaN\"  | my.json:7:13: /cases/0/attributes/epsilon: must be a number >= 0, was NaN",
    "\"epsilon\": 0.25      | \"epsilon\": \"Infinity\" | my.json:7:13: /cases/0/attributes/epsilon: must be a number >= 0, was Infinity",
    "\"epsilon\": 0.25      | \"epsilon\": \"0.25\" | my.json:11:50: /cases/0/attributes/epsilon: a number, \"NaN\", \"Infinity\" or \"-Infinity\" is expected",
    "\"epsilon\": 0.25      | \"epsilon\": 16777217 | my.json:11:50: /cases/0/attributes/epsilon: f32 cannot hold 16777217; the nearest value is 1.6777216E7",
    "\"epsilon\": 0.25      | \"epsilon\": 1e39     | my.json:11:50: /cases/0/attributes/epsilon: f32 cannot hold 1e39; the largest value is 3.4028234663852886E38",
    "\"epsilon_format\": \"f32\" | \"epsilon_format\": \"f31\" | my.json:11:74: /cases/0/attributes/epsilon_format: unknown format 'f31', choose from f64, f32, f16, bf16",
    "\"epsilon_format\": \"f32\", | ``              | my.json:7:13: /cases/0/attributes: epsilon_format is missing",
    "\"momentum\": 0.5      | \"momentum\": 1.5     | my.json:7:13: /cases/0/attributes/momentum: must be a number from 0 to 1, was 1.5",
    "\"momentum\": 0.5      | \"momentum\": -0.5    | my.json:7:13: /cases/0/attributes/momentum: must be a number from 0 to 1, was -0.5",
    "\"momentum\": 0.5,     | ``                    | my.json:7:13: /cases/0/attributes: momentum is missing",
    "\"momentum\"           | \"moment\"            | my.json:12:17: /cases/0/attributes/moment: unknown field 'moment', expected one of: <attributes>",
    "sample                 | unbiased              | my.json:12:47: /cases/0/attributes/variance_convention: must be population or sample, was 'unbiased'"
  })
  void aBadAttributeIsNamed(String part, String replacement, String message) {
    assertEquals(Sample.withNames(message), complaint(change(DOCUMENT, part, replacement)));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
    "4, 5, 6]               | 4, 5, 6, 7]           | my.json:14:74: /cases/0/inputs/x/data/6: the shape [2, 3] has only 6 elements",
    "4, 5, 6]               | 4, 5]                 | my.json:14:12: /cases/0/inputs/x: the shape [2, 3] has 6 elements, data has 5",
    "4, 5, 6]               | 4, 5, \"six\"]        | my.json:14:71: /cases/0/inputs/x/data/5: a number, \"NaN\", \"Infinity\" or \"-Infinity\" is expected",
    "4, 5, 6]               | 4, 5, null]           | my.json:14:71: /cases/0/inputs/x/data/5: a number, \"NaN\", \"Infinity\" or \"-Infinity\" is expected",
    "4, 5, 6]               | 4, 5, 16777217]       | my.json:14:71: /cases/0/inputs/x/data/5: f32 cannot hold 16777217; the nearest value is 1.6777216E7",
    "4, 5, 6]               | 4, 5, 1e39]           | my.json:14:71: /cases/0/inputs/x/data/5: f32 cannot hold 1e39; the largest value is 3.4028234663852886E38",
    "[1, 2, 3]}             | [1, 2, 2049]}         | my.json:15:63: /cases/0/inputs/gamma/data/2: f16 cannot hold 2049; the nearest value is 2048.0",
    "[2, 3]                 | [65536, 65536]        | my.json:14:52: /cases/0/inputs/x/shape: a tensor has fewer than 2^31 elements, was [65536, 65536]",
    "[2, 3]                 | [1, 1, 1, 1, 1, 2, 3] | my.json:14:59: /cases/0/inputs/x/shape: rank must be 1 to 6, was 7",
    "[2, 3]                 | []                    | my.json:14:40: /cases/0/inputs/x/shape: rank must be 1 to 6, was 0",
    "[2, 3]                 | [-2, 3]               | my.json:14:45: /cases/0/inputs/x/shape: dimension 0 must be >= 0, was -2 in [-2, 3]",
    "[2, 3]                 | [2.0, 3]              | my.json:14:40: /cases/0/inputs/x/shape/0: a whole number is expected",
    "[2, 3]                 | [46340, 46340]        | my.json:14:12: /cases/0/inputs/x: the shape [46340, 46340] has 2147395600 elements, data has 6",
    "\"shape\": [2, 3],     | ``                    | my.json:14:12: /cases/0/inputs/x: a tensor needs format, shape and data",
    "\"f16\"                | \"float16\"           | my.json:15:27: /cases/0/inputs/gamma/format: unknown format 'float16', choose from f64, f32, f16, bf16",
    "\"f16\", \"shape\": [3] | \"f16\", \"shape\": [1, 3] | my.json:7:13: /cases/0/inputs/gamma/shape: must be [3], one value a channel, was [1, 3]",
    "[3], \"data\": [1, 2, 3] | [2], \"data\": [1, 2] | my.json:7:13: /cases/0/inputs/gamma/shape: must be [3], one value a channel, was [2]",
    "\"running_mean\": {\"format\": \"f32\" | \"running_mean\": {\"format\": \"f64\" | my.json:7:13: /cases/0/inputs/running_mean/format: must be f32, the statistics_format, was f64",
    "\"x\"                  | \"beta\"              | my.json:7:13: /cases/0/inputs: x is missing",
    "\"gamma\"              | \"gemma\"             | my.json:15:16: /cases/0/inputs/gemma: unknown field 'gemma', expected one of: <slots>",
    "\"gamma\"              | \"x\"                 | my.json:15:10: malformed JSON: Duplicate field 'x'",
    "\"running_mean\"       | \"beta\"              | my.json:7:13: /cases/0/inputs: running_mean is missing beside running_variance",
    "\"running_mean\"       | \"dy\"                | my.json:7:13: /cases/0/inputs/dy: training-forward has no such input"
  })
  void aBadTensorIsNamed(String part, String replacement, String message) {
    assertEquals(Sample.withNames(message), complaint(change(DOCUMENT, part, replacement)));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
    "\"dy\": {\"format\": \"f64\" | \"dy\": {\"format\": \"f32\" | my.json:3:13: /cases/0/inputs/dy/format: must be f64, that of x, was f32",
    "\"dy\": {\"format\": \"f64\", \"shape\": [2] | \"dy\": {\"format\": \"f64\", \"shape\": [1, 2] | my.json:3:13: /cases/0/inputs/dy/shape: must be [2] like x, was [1, 2]",
    "\"dy\"                 | \"dmean\"             | my.json:3:13: /cases/0/inputs: dy is missing",
    "\"epsilon\": 1         | \"momentum\": 0.5, \"epsilon\": 1 | my.json:3:13: /cases/0/attributes/momentum: training-backward with these inputs has no such attribute",
    "[3, 4]}                | [3, 4]}, \"dvariance\": {\"format\": \"f64\", \"shape\": [2], \"data\": [1, 1]} | my.json:3:13: /cases/0/inputs: dmean is missing beside dvariance"
  })
  void aBadBackwardCaseIsNamed(String part, String replacement, String message) {
    assertEquals(Sample.withNames(message), complaint(change(BACKWARD, part, replacement)));
  }

  @Test
  void malformedJsonIsLocated() {
    assertEquals("my.json:1:0: is empty; a JSON object is expected", complaint(""));
    assertEquals("my.json:1:0: is empty; a JSON object is expected", complaint("  \n "));
    assertEquals("my.json:1:1: an object is expected", complaint("[]"));
    assertEquals("my.json:1:1: a document needs an operation and at least one case", complaint("{}"));
    assertEquals(
        "my.json:1:15: malformed JSON: Unexpected character ('}' (code 125)): expected a value",
        complaint("{\"operation\": }"));
    assertEquals(
        "my.json:1:1: a document needs an operation and at least one case",
        complaint("{\"operation\": \"training-forward\", \"cases\": []}"));
    assertEquals("my.json:21:1: has more after the end of the JSON object", complaint(DOCUMENT + "{}"));
    assertEquals(
        "my.json:21:1: malformed JSON: Unexpected close marker ']': no open Array to close",
        complaint(DOCUMENT + "]"));
    assertEquals(
        "my.json:12:32: malformed JSON: Unexpected end-of-input in field name",
        complaint(DOCUMENT.substring(0, DOCUMENT.length() / 2)));
    assertEquals(
        "my.json:14:74: malformed JSON: write \"NaN\", \"Infinity\" and \"-Infinity\" as strings",
        complaint(change(DOCUMENT, "4, 5, 6", "4, 5, NaN")));
    assertEquals(
        "my.json:14:72: malformed JSON: Invalid numeric value: Leading zeroes not allowed",
        complaint(change(DOCUMENT, "4, 5, 6", "4, 5, 06")));
    assertEquals(
        "my.json:14:73: malformed JSON: Unexpected character (']' (code 93)): expected a value",
        complaint(change(DOCUMENT, "4, 5, 6", "4, 5, 6,")));
  }

  @Test
  void aNumberOfMoreThanAThousandDigitsIsLocated() {
    String complaint = complaint(change(DOCUMENT, "4, 5, 6", "4, 5, 6." + "0".repeat(1200)));
    assertTrue(complaint.startsWith("my.json:14:71: /cases/0/inputs/x/data/5: Number value length (1201) exceeds"), complaint);
  }

  @Test
  void aSecondCaseOfTheSameNameIsRefused() {
    String one = BACKWARD.substring(BACKWARD.indexOf("[{") + 1, BACKWARD.lastIndexOf(']'));
    String two = change(BACKWARD, "[{", "[" + one.replace("{\n    \"attr", "{\"id\": \"case-2\", \"attr") + ", {");
    assertEquals("my.json:8:6: /cases/1: a second case with the id 'case-2'", complaint(two));
  }

  @Test
  void complaintsQuoteControlCharactersOnOneLine() {
    assertEquals(
        "my.json:1:22: /a?b??: unknown field 'a?b??', expected one of: format, operation, family, generator, flags, cases",
        complaint("{\"a\\nb\\u001b\\u2028\": 1}"));
    assertTrue(complaint("{\"operation\": \"a\\r\\nb\"}").contains("'a??b'"));
  }
}
