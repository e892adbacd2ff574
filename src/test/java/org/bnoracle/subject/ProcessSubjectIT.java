package org.bnoracle.subject;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.bnoracle.document.Answer;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.operation.Case;
import org.bnoracle.operation.Slot;
import org.bnoracle.subject.SubjectException.Failure;
import org.bnoracle.tensor.Shape;
import org.bnoracle.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProcessSubjectIT {
  private static final Duration PATIENT = Duration.ofSeconds(30);
  private static final Duration SHORT = Duration.ofSeconds(3);
  private static final Answer GOOD =
      new Answer.Results(Map.of(Slot.Y, new Tensor(BinaryFormat.F32, new Shape(2), 1, 2)));

  @TempDir
  Path folder;

  private ProcessSubject puppet(Duration limit, String... actions) {
    return new ProcessSubject(Puppet.command(actions), folder, limit);
  }

  private static Answer ask(Subject subject, String id) {
    return subject.answer(Questions.of(id), List.of(Slot.Y));
  }

  private static SubjectException failure(Subject subject, String id) {
    return assertThrows(SubjectException.class, () -> ask(subject, id));
  }

  private static String who(Subject subject, String id) {
    return assertInstanceOf(Answer.Unsupported.class, ask(subject, id)).why();
  }

  private static void assertFails(Failure failure, String message, SubjectException e) {
    assertEquals(failure, e.failure());
    assertEquals(message, e.getMessage());
  }

  @Test
  void aGoodSubjectIsStartedOnceAndAnswers() {
    try (Subject subject = puppet(PATIENT, "who=" + Puppet.WHO)) {
      assertEquals("puppet", subject.hello().name());
      assertEquals(GOOD, ask(subject, "a"));
      String first = who(subject, "who");
      assertEquals(first, who(subject, "who"));
    }
  }

  @Test
  void closingEndsTheProcess() {
    long pid;
    try (Subject subject = puppet(PATIENT, "who=" + Puppet.WHO)) {
      pid = Long.parseLong(who(subject, "who"));
    }
    assertTrue(isGone(pid));
  }

  @Test
  void aCommandThatIsNotThereIsACrash() {
    try (Subject subject = new ProcessSubject(List.of("./no-such-program"), folder, PATIENT)) {
      SubjectException e = assertThrows(SubjectException.class, subject::hello);
      assertEquals(Failure.CRASHED, e.failure());
      assertTrue(e.getMessage().startsWith("cannot start './no-such-program': "), e.getMessage());
    }
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "start=exit 3 no GPU | ended with exit code 3; it said: no GPU",
    "hello=exit 0 bye    | ended with exit code 0; it said: bye",
    "hello=exit 1 a/b/c/d | ended with exit code 1; it said: b / c / d"
  })
  void anEndBeforeTheHelloIsACrash(String action, String message) {
    try (Subject subject = puppet(PATIENT, action)) {
      assertFails(Failure.CRASHED, message, assertThrows(SubjectException.class, subject::hello));
    }
  }

  @Test
  void aHelloThatIsNoneIsMalformed() {
    try (Subject subject = puppet(PATIENT, "hello=Loading weights...")) {
      SubjectException e = assertThrows(SubjectException.class, subject::hello);
      assertEquals(Failure.MALFORMED, e.failure());
      assertTrue(e.getMessage().startsWith("hello:1:1: malformed JSON: "), e.getMessage());
    }
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
    "exit 139 Segmentation fault | CRASHED | ended with exit code 139; it said: Segmentation fault",
    "warning: slow | MALFORMED | answer:1:1: malformed JSON: Unrecognized token 'warning': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')",
    "[1] | MALFORMED | answer:1:1: an object is expected",
    "{\"id\": \"b\", \"unsupported\": \"\"} | MALFORMED | answer:1:30: wrong id: expected bad, got b",
    "{\"id\": \"bad\", \"outputs\": {\"y\": {\"format\": \"f32\", \"shape\": [2, 1], \"data\": [1, 2]}}} | MALFORMED | answer:1:81: /outputs/y: wrong shape: expected [2], got [2, 1]",
    "{\"id\": \"bad\", \"outputs\": {\"y\": {\"format\": \"f64\", \"shape\": [2], \"data\": [1, 2]}}} | MALFORMED | answer:1:78: /outputs/y: wrong format: expected f32, got f64",
    "{\"id\": \"bad\", \"outputs\": {\"y\": {\"format\": \"f32\", \"shape\": [2], \"data\": [1, 1e39]}}} | MALFORMED | answer:1:76: /outputs/y/data/1: f32 cannot hold 1e39; the largest value is 3.4028234663852886E38",
    "{\"id\": \"bad\", \"outputs\": {}} | MALFORMED | answer:1:28: missing output: y"
  })
  void aFailureEndsTheProcessAndTheNextCaseGetsAFreshOne(String action, Failure failure, String message) {
    try (Subject subject = puppet(PATIENT, "who=" + Puppet.WHO, "bad=" + action)) {
      String first = who(subject, "who");
      assertFails(failure, message, failure(subject, "bad"));
      assertTrue(isGone(Long.parseLong(first)));
      assertNotEquals(first, who(subject, "who"));
      assertEquals(GOOD, ask(subject, "a"));
    }
  }

  @Test
  void aHangIsEndedAfterTheLimit() {
    try (Subject subject = puppet(SHORT, "bad=hang")) {
      assertFails(Failure.TIMED_OUT, "no answer within 3 s", failure(subject, "bad"));
      assertEquals(GOOD, ask(subject, "a"));
    }
  }

  @Test
  void aSubjectThatReadsNothingIsEndedAfterTheLimit() {
    Case large = Questions.of("large", 20_000);
    try (Subject subject = puppet(SHORT, "hello=deafen")) {
      subject.hello();
      SubjectException e = assertThrows(SubjectException.class, () -> subject.answer(large, List.of(Slot.Y)));
      assertFails(Failure.TIMED_OUT, "no answer within 3 s", e);
    }
  }

  @Test
  void anOutputThatIsClosedIsACrash() {
    try (Subject subject = puppet(PATIENT, "bad=close")) {
      assertFails(Failure.CRASHED, "closed its output", failure(subject, "bad"));
      assertEquals(GOOD, ask(subject, "a"));
    }
  }

  @Test
  void refusalsAreAnswersOfTheSameProcess() {
    try (Subject subject = puppet(PATIENT, "who=" + Puppet.WHO, "odd={\"id\": \"odd\", \"refused\": \"rank 1\"}")) {
      String first = who(subject, "who");
      assertEquals(new Answer.Refused("rank 1"), ask(subject, "odd"));
      assertEquals(first, who(subject, "who"));
    }
  }

  @Test
  void aSecondLineSpoilsTheNextCaseOnly() {
    try (Subject subject = puppet(PATIENT, "twice=" + Puppet.GOOD + "\n" + Puppet.GOOD)) {
      assertEquals(GOOD, ask(subject, "twice"));
      SubjectException e = failure(subject, "a");
      assertEquals(Failure.MALFORMED, e.failure());
      assertTrue(e.getMessage().endsWith("wrong id: expected a, got twice"), e.getMessage());
      assertEquals(GOOD, ask(subject, "b"));
    }
  }

  @Test
  void whatASubjectStartedIsEndedWithIt() {
    try (Subject subject = puppet(SHORT, "f=fork", "bad=hang")) {
      long grandchild = Long.parseLong(who(subject, "f"));
      assertTrue(ProcessHandle.of(grandchild).map(ProcessHandle::isAlive).orElse(false));
      failure(subject, "bad");
      assertTrue(isGone(grandchild));
    }
  }

  /** Processes end a moment after they were killed. */
  private static boolean isGone(long pid) {
    return ProcessHandle.of(pid).map(process -> {
      try {
        process.onExit().get(10, TimeUnit.SECONDS);
        return true;
      } catch (ExecutionException | TimeoutException e) {
        return false;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }).orElse(true);
  }
}
