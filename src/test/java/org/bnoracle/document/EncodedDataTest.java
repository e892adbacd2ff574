package org.bnoracle.document;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bnoracle.exchange.Npy;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.operation.Attributes;
import org.bnoracle.operation.Case;
import org.bnoracle.operation.Operation;
import org.bnoracle.operation.Slot;
import org.bnoracle.tensor.Shape;
import org.bnoracle.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EncodedDataTest {
  private static final String OWED = "{\"id\": \"a\", \"outputs\": {\"mean\": {\"format\": \"f32\", \"shape\": [3], \"data\": %s}}}";

  @TempDir
  Path folder;

  private Answer answer(String data) {
    return Protocol.answer(OWED.formatted(data), Sample.question(), List.of(Slot.MEAN), folder);
  }

  private String complaint(String data) {
    return assertThrows(DocumentException.class, () -> answer(data)).getMessage();
  }

  /** The bits of 1, -0 and NaN in f32, little-endian. */
  @Test
  void base64HoldsTheBits() {
    Tensor mean = new Tensor(BinaryFormat.F32, new Shape(3), 1, -0.0, Double.NaN);
    assertEquals(new Answer.Results(Map.of(Slot.MEAN, mean)), answer("{\"base64\": \"AACAPwAAAIAAAMB/\"}"));
  }

  @Test
  void filesLieInTheFolder() throws IOException {
    Tensor mean = new Tensor(BinaryFormat.F32, new Shape(3), 1, 2, 3);
    Files.write(folder.resolve("m.npy"), Npy.bytes(mean));
    assertEquals(new Answer.Results(Map.of(Slot.MEAN, mean)), answer("{\"file\": \"m.npy\"}"));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
    "{\"base64\": \"AAAA\"}  | answer:1:33: /outputs/mean: data: [3] in f32 has 12 bytes, found 3",
    "{\"base64\": \"A\"}     | answer:1:84: /outputs/mean/data/base64: Input byte[] should at least have 2 bytes for base64 bytes",
    "{\"base64\": [1]}       | answer:1:84: /outputs/mean/data/base64: a string is expected",
    "{\"file\": \"no.npy\"}  | answer:1:82: /outputs/mean/data/file: there is no file 'no.npy' beside the document",
    "{\"file\": \"../x\"}    | answer:1:82: /outputs/mean/data/file: there is no file '../x' beside the document",
    "{\"hex\": \"00\"}       | answer:1:81: /outputs/mean/data/hex: unknown field 'hex', expected one of: base64, file",
    "{}                      | answer:1:33: /outputs/mean: a tensor needs format, shape and data"
  })
  void badEncodedDataAreRefused(String data, String message) {
    assertEquals(message, complaint(data));
  }

  @Test
  void aFileOfAnotherShapeOrFormatIsRefused() throws IOException {
    Files.write(folder.resolve("m.npy"), Npy.bytes(new Tensor(BinaryFormat.F32, new Shape(1, 3), 1, 2, 3)));
    assertEquals("answer:1:33: /outputs/mean: data: the file has shape [1, 3], expected [3]", complaint("{\"file\": \"m.npy\"}"));
    Files.write(folder.resolve("m.npy"), Npy.bytes(new Tensor(BinaryFormat.F64, new Shape(3), 1, 2, 3)));
    assertEquals(
        "answer:1:33: /outputs/mean: data: the .npy file holds <f8, expected <f4 for f32", complaint("{\"file\": \"m.npy\"}"));
  }

  @Test
  void documentsOfOneFileNameNoOthers() {
    String text = Sample.change(Sample.DOCUMENT, "[1, 2, 3, 4, 5, 6]", "{\"file\": \"x.npy\"}");
    assertTrue(assertThrows(DocumentException.class, () -> Sample.read(text)).getMessage().contains("this document cannot name files"));
  }

  @Test
  void aLargeTensorIsSentInTheBestEncodingThatTheSubjectReads() throws IOException {
    Case question = large(Encoding.LARGE + 1);
    assertTrue(Protocol.line(question, EnumSet.of(Encoding.DECIMAL), null).contains("\"data\":[0.0,1.0,"));
    assertTrue(Protocol.line(question, EnumSet.of(Encoding.DECIMAL, Encoding.BASE64), null).contains("\"data\":{\"base64\":\"AAA"));
    String line = Protocol.line(question, EnumSet.allOf(Encoding.class), folder);
    assertTrue(line.contains("\"data\":{\"file\":\"x.npy\"}"), line);
    assertTrue(line.contains("\"folder\":\"" + folder + "\""), line);
    assertEquals(question.data(), Npy.tensor(Files.readAllBytes(folder.resolve("x.npy")), BinaryFormat.F32));
    assertTrue(Protocol.line(large(10), EnumSet.allOf(Encoding.class), folder).contains("\"data\":[0.0,1.0,"));
  }

  @Test
  void aLargeDocumentIsReadAsItWasWritten() {
    Case question = large(Encoding.LARGE + 1);
    VectorFile file = new VectorFile(Operation.TRAINING_FORWARD, "", "me", List.of(), List.of(new Vector(question, Map.of())));
    VectorFile read = Vectors.read(Vectors.bytes(file), "large");
    assertEquals(question.inputs(), read.vectors().get(0).question().inputs());
    assertArrayEquals(Vectors.bytes(file), Vectors.bytes(read));
  }

  private static Case large(int size) {
    double[] data = new double[size];
    Arrays.setAll(data, i -> i);
    return new Case("a", "", List.of(), Operation.TRAINING_FORWARD, Attributes.of(1, 1, BinaryFormat.F32),
        Map.of(Slot.X, new Tensor(BinaryFormat.F32, new Shape(size, 1), data)));
  }

  @Test
  void encodingsAreDeclaredInTheHello() {
    String hello = "{\"protocol\": 1, \"name\": \"n\", \"version\": \"v\", \"operations\": {\"training-forward\": {\"formats\": [\"f32\"]}}%s}";
    assertEquals(Set.of(Encoding.DECIMAL), Protocol.hello(hello.formatted("")).encodings());
    assertEquals(Set.of(Encoding.DECIMAL, Encoding.NPY), Protocol.hello(hello.formatted(", \"encodings\": [\"npy\"]")).encodings());
    assertTrue(assertThrows(DocumentException.class, () -> Protocol.hello(hello.formatted(", \"encodings\": [\"hex\"]")))
        .getMessage().endsWith("/encodings/0: 'hex' is not one of: decimal, base64, npy"));
  }
}
