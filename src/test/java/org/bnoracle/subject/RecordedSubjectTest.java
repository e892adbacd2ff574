package org.bnoracle.subject;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.bnoracle.document.Answer;
import org.bnoracle.document.Hello;
import org.bnoracle.document.Recording;
import org.bnoracle.exchange.Npy;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.operation.Case;
import org.bnoracle.operation.CaseBuilder;
import org.bnoracle.operation.Operation;
import org.bnoracle.operation.Slot;
import org.bnoracle.subject.SubjectException.Failure;
import org.bnoracle.tensor.Shape;
import org.bnoracle.tensor.Tensor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordedSubjectTest {
  private static final Case QUESTION =
      CaseBuilder.of(Operation.TRAINING_FORWARD, 2, 1).format(BinaryFormat.F32).input(Slot.X, 1, 3).build();
  private static final Hello HELLO = Hello.of(
      "device", "1", Map.of(Operation.TRAINING_FORWARD, Hello.Support.of(Operation.TRAINING_FORWARD, BinaryFormat.F32)));
  private static final List<Slot> OWED = List.of(Slot.Y, Slot.MEAN);
  private static final Tensor Y = new Tensor(BinaryFormat.F32, new Shape(2, 1), -1, 1);
  private static final Tensor MEAN = new Tensor(BinaryFormat.F32, new Shape(1), 2);

  @TempDir
  Path folder;

  @BeforeEach
  void record() throws IOException {
    new Recording("", List.of()).write(folder, List.of(QUESTION));
  }

  private void write(Slot slot, Tensor tensor) throws IOException {
    Files.write(folder.resolve(Recording.place(QUESTION, slot)), Npy.bytes(tensor));
  }

  private Answer answer(boolean partial) {
    try (RecordedSubject subject = new RecordedSubject(HELLO, folder, partial)) {
      assertEquals(HELLO, subject.hello());
      return subject.answer(QUESTION, OWED);
    }
  }

  private void assertMalformed(String message, boolean partial) {
    SubjectException e = assertThrows(SubjectException.class, () -> answer(partial));
    assertEquals(Failure.MALFORMED, e.failure());
    assertEquals(message, e.getMessage());
  }

  @Test
  void theAnswerIsWhatIsOwedOfTheFiles() throws IOException {
    write(Slot.Y, Y);
    write(Slot.MEAN, MEAN);
    Files.writeString(folder.resolve(Recording.place(QUESTION, Slot.VARIANCE)), "not owed");
    assertEquals(new Answer.Results(Map.of(Slot.Y, Y, Slot.MEAN, MEAN)), answer(false));
    assertEquals(answer(false), answer(true));
  }

  @Test
  void aMissingOutputIsMalformed() throws IOException {
    write(Slot.Y, Y);
    assertMalformed("missing output: test/mean.npy", false);
    assertMalformed("missing output: test/mean.npy", true);
  }

  @Test
  void aMissingCaseIsMalformedUnlessItMayBeMissing() {
    assertMalformed("missing output: test/y.npy", false);
    assertEquals(new Answer.Unsupported("no results recorded"), answer(true));
  }

  @Test
  void aFolderIsNoOutput() throws IOException {
    Files.createDirectory(folder.resolve(Recording.place(QUESTION, Slot.Y)));
    assertMalformed("missing output: test/y.npy", false);
  }

  @Test
  void anotherTypeOrShapeIsMalformed() throws IOException {
    write(Slot.MEAN, MEAN);
    write(Slot.Y, new Tensor(BinaryFormat.F32, new Shape(1, 2), -1, 1));
    String file = folder.resolve("test/y.npy").toString();
    assertMalformed(file + ": wrong shape: expected [2, 1], got [1, 2]", true);
    write(Slot.Y, new Tensor(BinaryFormat.F16, new Shape(2, 1), -1, 1));
    assertMalformed(file + ": the .npy file holds <f2, expected <f4 for f32", true);
  }

  @Test
  void recordedResultsAnswerNoNewCase() {
    try (RecordedSubject subject = new RecordedSubject(HELLO, folder, false)) {
      assertFalse(subject.takesNewCases());
    }
  }
}
