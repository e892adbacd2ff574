package org.bnoracle.subject;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.bnoracle.Program;
import org.bnoracle.accuracy.AlgorithmClass;
import org.bnoracle.document.Answer;
import org.bnoracle.equations.VarianceConvention;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.operation.Attribute;
import org.bnoracle.operation.Attributes;
import org.bnoracle.operation.Case;
import org.bnoracle.operation.Operation;
import org.bnoracle.operation.Slot;
import org.bnoracle.subject.SubjectException.Failure;
import org.bnoracle.tensor.Shape;
import org.bnoracle.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The kits, in the languages that are installed here. */
class KitsIT {
  private static final Path ROOT = Path.of("").toAbsolutePath();
  private static final Duration PATIENT = Duration.ofSeconds(60);
  private static final List<Slot> OWED = List.of(Slot.Y, Slot.MEAN, Slot.RUNNING_MEAN, Slot.RUNNING_VARIANCE);

  /** How the echo subject is started. */
  enum Echo {
    PYTHON, PYTHON_WITHOUT_NUMPY, JAVASCRIPT, JAVASCRIPT_IN_BASE64, C_IN_BASE64, JAVA, JAVA_IN_BASE64;

    private List<String> command() throws IOException {
      return switch (this) {
        case PYTHON -> Commands.python("src/test/kits/echo.py");
        case PYTHON_WITHOUT_NUMPY -> Commands.python("src/test/kits/echo.py", "lists");
        case JAVASCRIPT -> Commands.node("src/test/kits/echo.mjs");
        case JAVASCRIPT_IN_BASE64 -> Commands.node("src/test/kits/echo.mjs", "base64");
        case C_IN_BASE64 -> Commands.c("src/test/kits/echo.c");
        case JAVA -> Commands.java("src/test/kits/Echo.java");
        case JAVA_IN_BASE64 -> Commands.java("src/test/kits/Echo.java", "base64");
      };
    }

    Subject subject() throws IOException {
      return new ProcessSubject(command(), ROOT, PATIENT);
    }
  }

  @ParameterizedTest
  @EnumSource
  @Execution(ExecutionMode.CONCURRENT)
  void everyValueComesBackBitForBitInEveryForm(Echo echo) throws IOException {
    try (Subject subject = echo.subject()) {
      assertEquals(AlgorithmClass.TWO_PASS, subject.hello().arithmetic().algorithmClass().orElseThrow());
      for (BinaryFormat format : BinaryFormat.ALL) {
        double[] few = values(format, 999);
        double[] many = values(format, 200_001);
        assertEchoes(subject, question(format, new Shape(333, 3), few));
        assertEchoes(subject, question(format, new Shape(66_667, 3), many));
      }
    }
  }

  /** Values of all kinds: from random bits, and the edges of the format. */
  private static double[] values(BinaryFormat format, int count) {
    Random random = new Random(20154);
    double least = format.minValue();
    DoubleStream edges = DoubleStream.of(0, -0.0, least, -least, format.minNormal(), format.minNormal() - least,
        format.maxValue(), -format.maxValue(), 1 / 0.0, -1 / 0.0, 0 / 0.0, 1, format.up(1), format.down(1));
    DoubleStream drawn = random.longs().mapToDouble(format::fromBits);
    return DoubleStream.concat(edges, drawn).limit(count).toArray();
  }

  private static Case question(BinaryFormat format, Shape shape, double[] data) {
    BinaryFormat statistics = format.bytes() == Short.BYTES ? format : BinaryFormat.F32;
    Attributes attributes = Attributes.of(1, 0.25, BinaryFormat.F32).withState(0.5, VarianceConvention.SAMPLE)
        .with(Attribute.STATISTICS_FORMAT, statistics);
    Tensor state = new Tensor(statistics, new Shape(3), Arrays.copyOf(data(statistics, data), 3));
    return new Case("echo/" + format + "/\u00b5", "", List.of(), Operation.TRAINING_FORWARD, attributes,
        Map.of(Slot.X, new Tensor(format, shape, data), Slot.RUNNING_MEAN, state, Slot.RUNNING_VARIANCE, state));
  }

  private static double[] data(BinaryFormat format, double[] data) {
    return Arrays.stream(data).map(format::nearest).toArray();
  }

  private static void assertEchoes(Subject subject, Case question) {
    Map<Slot, Tensor> outputs = assertInstanceOf(Answer.Results.class, subject.answer(question, OWED)).outputs();
    assertSameBits(question.data(), outputs.get(Slot.Y));
    assertSameBits(question.inputs().get(Slot.RUNNING_MEAN), outputs.get(Slot.RUNNING_MEAN));
    assertSameBits(question.inputs().get(Slot.RUNNING_VARIANCE), outputs.get(Slot.RUNNING_VARIANCE));
    double third = question.formatOf(Slot.MEAN).nearest(1 / 3.0);
    assertSameBits(new Tensor(question.formatOf(Slot.MEAN), new Shape(3), third, third, third), outputs.get(Slot.MEAN));
  }

  private static void assertSameBits(Tensor expected, Tensor actual) {
    assertArrayEquals(bits(expected), bits(actual));
  }

  private static long[] bits(Tensor tensor) {
    long[] bits = new long[tensor.size()];
    Arrays.setAll(bits, i -> Double.doubleToLongBits(tensor.get(i)));
    return bits;
  }

  @ParameterizedTest
  @EnumSource
  void declinedCasesAndCrashes(Echo echo) throws IOException {
    try (Subject subject = echo.subject()) {
      assertEquals(new Answer.Unsupported("no \"1\""), subject.answer(inference(1), List.of(Slot.Y)));
      assertEquals(new Answer.Refused("no 2"), subject.answer(inference(2), List.of(Slot.Y)));
      SubjectException crash = assertThrows(SubjectException.class, () -> subject.answer(inference(3), List.of(Slot.Y)));
      assertEquals(Failure.CRASHED, crash.failure());
      assertTrue(crash.getMessage().startsWith("ended with exit code 1; it said: "), crash.getMessage());
      assertEquals(new Answer.Refused("no 2"), subject.answer(inference(2), List.of(Slot.Y)));
    }
  }

  private static Case inference(double epsilon) {
    Tensor one = new Tensor(BinaryFormat.F32, new Shape(1), 1);
    return new Case("c", "", List.of(), Operation.INFERENCE_FORWARD, Attributes.of(0, epsilon, BinaryFormat.F32),
        Map.of(Slot.X, one, Slot.RUNNING_MEAN, one, Slot.RUNNING_VARIANCE, one));
  }

  @Test
  void theUnitTestsOfThePythonKit() throws IOException {
    Program.run(Map.of(), Commands.python("-m", "unittest", "discover", "-s", "src/test/python")).assertSuccess();
  }

  @Test
  void theUnitTestsOfTheJavaScriptKit() throws IOException {
    Program.run(Map.of(), Commands.node("--test", "src/test/javascript/bn-subject.test.mjs")).assertSuccess();
  }
}
