package org.bnoracle.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.bnoracle.exchange.Npy;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.operation.Attribute;
import org.bnoracle.operation.Case;
import org.bnoracle.operation.CaseBuilder;
import org.bnoracle.operation.Operation;
import org.bnoracle.operation.Slot;
import org.bnoracle.tensor.Shape;
import org.bnoracle.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordingTest {
  private static final Case QUESTION = CaseBuilder.of(Operation.TRAINING_FORWARD, 2, 1).format(BinaryFormat.BF16)
      .with(Attribute.EPSILON, 0.5).input(Slot.X, 1, -0.0).format(BinaryFormat.F32).input(Slot.GAMMA, 3).build();
  private static final Recording RECORDING = new Recording("abc", List.of("--format=bf16", "--case=test"));

  @TempDir
  Path folder;

  private Path write() throws IOException {
    RECORDING.write(folder, List.of(QUESTION));
    return folder.resolve(Recording.FILE_NAME);
  }

  private DocumentException refused(byte[] y) throws IOException {
    write();
    Files.write(folder.resolve("test/y.npy"), y);
    return assertThrows(DocumentException.class, () -> Recording.result(folder, QUESTION, Slot.Y));
  }

  @Test
  void everyInputIsAFileOfItsCase() throws IOException {
    write();
    assertEquals(QUESTION.data(), Npy.tensor(Files.readAllBytes(folder.resolve("test/x.npy")), BinaryFormat.BF16));
    assertEquals(new Tensor(BinaryFormat.F32, new Shape(1), 3),
        Npy.tensor(Files.readAllBytes(folder.resolve("test/gamma.npy")), BinaryFormat.F32));
    try (Stream<Path> files = Files.walk(folder)) {
      assertEquals(3, files.filter(Files::isRegularFile).count());
    }
  }

  @Test
  void theDocumentSaysWhatToReadAndWhatToWrite() throws IOException {
    String document = Files.readString(write()).replaceAll("\\s+", "");
    assertEquals("{\"format\":1,\"sha256\":\"abc\",\"selection\":[\"--format=bf16\",\"--case=test\"],\"cases\":[{\"id\":\"test\","
        + "\"operation\":\"training-forward\",\"attributes\":{\"channel_axis\":1,\"epsilon\":0.5,\"epsilon_format\":\"f64\"},"
        + "\"inputs\":{\"x\":{\"format\":\"bf16\",\"shape\":[2,1]},\"gamma\":{\"format\":\"f32\",\"shape\":[1]}},"
        + "\"outputs\":{\"y\":{\"format\":\"bf16\",\"shape\":[2,1]},\"mean\":{\"format\":\"f32\",\"shape\":[1]},"
        + "\"variance\":{\"format\":\"f32\",\"shape\":[1]},\"inverse_std\":{\"format\":\"f32\",\"shape\":[1]}}}]}", document);
  }

  @Test
  void whatIsWrittenIsRead() throws IOException {
    assertEquals(RECORDING, Recording.read(Files.readAllBytes(write()), "run.json"));
  }

  @Test
  void noDraftsAreLeft() throws IOException {
    write();
    try (Stream<Path> files = Files.walk(folder)) {
      assertFalse(files.anyMatch(file -> file.toString().endsWith(".part")));
    }
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
    "``                | is empty; a JSON object is expected",
    "[]                | an object is expected",
    "{\"sha256\": 1}   | a string is expected",
    "{\"selection\": 1} | an array is expected",
    "{\"what\": 1}     | unknown field"
  })
  void whatIsNoRecordingIsRefused(String document, String complaint) {
    String message =
        assertThrows(DocumentException.class, () -> Recording.read(document.getBytes(UTF_8), "run.json")).getMessage();
    assertTrue(message.startsWith("run.json:1:") && message.contains(complaint), message);
  }

  @Test
  void aResultIsTheTensorOfItsFile() throws IOException {
    write();
    Tensor y = new Tensor(BinaryFormat.BF16, new Shape(2, 1), -1, Double.NaN);
    Files.write(folder.resolve(Recording.place(QUESTION, Slot.Y)), Npy.bytes(y));
    assertEquals(y, Recording.result(folder, QUESTION, Slot.Y));
  }

  @Test
  void aResultOfAnotherShapeIsRefused() throws IOException {
    assertEquals(folder.resolve("test/y.npy") + ": wrong shape: expected [2, 1], got [2]",
        refused(Npy.bytes(new Tensor(BinaryFormat.BF16, new Shape(2), 1, 2))).getMessage());
  }

  @Test
  void aResultOfAnotherTypeIsRefused() throws IOException {
    assertEquals(folder.resolve("test/y.npy") + ": the .npy file holds <f4, expected <u2 for bf16",
        refused(Npy.bytes(new Tensor(BinaryFormat.F32, new Shape(2, 1), 1, 2))).getMessage());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 5, 9, 20, 127, 131})
  void aResultThatIsCutShortIsRefused(int length) throws IOException {
    byte[] whole = Npy.bytes(new Tensor(BinaryFormat.BF16, new Shape(2, 1), 1, 2));
    assertEquals(132, whole.length);
    String message = refused(Arrays.copyOf(whole, length)).getMessage();
    assertTrue(message.startsWith(folder.resolve("test/y.npy") + ": "), message);
  }
}
