package org.bnoracle.subject;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;
import org.bnoracle.accuracy.AlgorithmClass;
import org.bnoracle.accuracy.Grade;
import org.bnoracle.catalogue.Suite;
import org.bnoracle.conformance.Cell;
import org.bnoracle.conformance.Conformance;
import org.bnoracle.conformance.Report;
import org.bnoracle.document.Answer;
import org.bnoracle.equations.VarianceConvention;
import org.bnoracle.gate.Gate;
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
import org.junit.jupiter.params.provider.ValueSource;

/** The kits and the examples, in the languages that are installed here. */
class KitsIT {
  private static final Path ROOT = Path.of("").toAbsolutePath();
  private static final Path BUILT = ROOT.resolve("target/kits");
  private static final Duration PATIENT = Duration.ofSeconds(60);
  private static final String JAVA_HOME = System.getProperty("java.home");
  private static final String JAVA = JAVA_HOME + "/bin/java";
  private static final Map<String, List<String>> COMMANDS = new HashMap<>();
  private static final List<Slot> OWED = List.of(Slot.Y, Slot.MEAN, Slot.RUNNING_MEAN, Slot.RUNNING_VARIANCE);

  /** How the echo subject is started. */
  enum Echo {
    PYTHON {
      @Override
      List<String> command() throws IOException {
        requirePython();
        return List.of("python3", "src/test/kits/echo.py");
      }
    },
    PYTHON_WITHOUT_NUMPY {
      @Override
      List<String> command() throws IOException {
        requirePython();
        return List.of("python3", "src/test/kits/echo.py", "lists");
      }
    },
    JAVASCRIPT {
      @Override
      List<String> command() throws IOException {
        requireNode();
        return List.of("node", "src/test/kits/echo.mjs");
      }
    },
    JAVASCRIPT_IN_BASE64 {
      @Override
      List<String> command() throws IOException {
        requireNode();
        return List.of("node", "src/test/kits/echo.mjs", "base64");
      }
    },
    C_IN_BASE64 {
      @Override
      List<String> command() throws IOException {
        return compiledC("src/test/kits/echo.c");
      }
    },
    JAVA {
      @Override
      List<String> command() throws IOException {
        return compiledJava("src/test/kits/Echo.java");
      }
    },
    JAVA_IN_BASE64 {
      @Override
      List<String> command() throws IOException {
        return List.of(KitsIT.JAVA, "-cp", compiledJava("src/test/kits/Echo.java").get(2), "Echo", "base64");
      }
    };

    abstract List<String> command() throws IOException;

    Subject subject() throws IOException {
      return new ProcessSubject(command(), ROOT, PATIENT);
    }
  }

  private static void requirePython() throws IOException {
    assumeTrue(succeeds("python3", "--version"), "python3 is not installed; the Python kit is not tested");
  }

  private static void requireNode() throws IOException {
    assumeTrue(succeeds("node", "--version"), "node is not installed; the JavaScript kit is not tested");
  }

  private static synchronized List<String> compiledC(String source) throws IOException {
    if (COMMANDS.containsKey(source)) {
      return COMMANDS.get(source);
    }
    assumeTrue(succeeds("cc", "--version"), "cc is not installed; the C kit is not tested");
    String program = BUILT.resolve(Path.of(source).getFileName() + ".out").toString();
    Files.createDirectories(BUILT);
    run("cc", "-std=c11", "-O2", "-Wall", "-Wextra", "-Werror", "-pedantic", "-o", program, source, "-lm");
    return keep(source, List.of(program));
  }

  private static synchronized List<String> compiledJava(String source) throws IOException {
    if (COMMANDS.containsKey(source)) {
      return COMMANDS.get(source);
    }
    String main = Path.of(source).getFileName().toString().replace(".java", "");
    String classes = BUILT.resolve(main).toString();
    run(JAVA_HOME + "/bin/javac", "--release", "11", "-Xlint:all,-options", "-Werror", "-d", classes,
        "src/subjects/java/BnSubject.java", source);
    return keep(source, List.of(JAVA, "-cp", classes, main));
  }

  private static List<String> keep(String source, List<String> command) {
    COMMANDS.put(source, command);
    return command;
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
    requirePython();
    run("python3", "-m", "unittest", "discover", "-s", "src/test/python");
  }

  @Test
  void theUnitTestsOfTheJavaScriptKit() throws IOException {
    requireNode();
    run("node", "--test", "src/test/javascript/bn-subject.test.mjs");
  }

  @Test
  void theExampleInNumPy() throws IOException {
    requirePython();
    assumeTrue(succeeds("python3", "-c", "import numpy"), "NumPy is not installed; examples/numpy_two_pass.py is not tested");
    Report report = run(List.of("python3", "examples/numpy_two_pass.py"));
    assertEquals(2 * 4, groups(report), "four operations in two formats");
  }

  @Test
  void theExampleInC() throws IOException {
    assertEquals(2, groups(run(compiledC("examples/c_kernel.c"))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"examples/kernel.mjs", "examples/JavaKernel.java"})
  void theExamplesThatComputeInDoubleAreFaithful(String source) throws IOException {
    if (source.endsWith(".mjs")) {
      requireNode();
    }
    Report report = run(source.endsWith(".mjs") ? List.of("node", source) : compiledJava(source));
    assertEquals(2, groups(report));
    for (Cell cell : report.cells()) {
      assertTrue(cell.worst().grade() != Grade.WRONG, cell.toString());
    }
  }

  @Test
  void theExampleWithTheBugIsFoundOut() throws IOException {
    requirePython();
    Report report = report(List.of("python3", "examples/one_pass.py"));
    assertFalse(Gate.DEFAULT.judge(report).passed());
    Cell variance = report.cells().stream()
        .filter(c -> c.family().equals("large-offset") && c.output() == Slot.VARIANCE).findFirst().orElseThrow();
    assertTrue(variance.worst().ulps() > 0x1p24, variance.toString() + " is not wrong in every bit");
  }

  /** Runs a subject through two families; it must pass the gate. */
  private static Report run(List<String> command) {
    Report report = report(command);
    assertEquals(List.of(), Gate.DEFAULT.judge(report).reasons(), report.failures().toString());
    assertEquals(0, report.counts().get("unsupported"));
    return report;
  }

  private static Report report(List<String> command) {
    Predicate<Suite.Part> isWanted = part -> List.of("well-scaled", "large-offset").contains(part.family().name());
    List<Suite.Evaluated> parts = Suite.evaluate(Suite.CORE.parts().stream().filter(isWanted).toList(), "test", part -> {});
    try (Subject subject = new ProcessSubject(command, ROOT, PATIENT)) {
      int cases = parts.stream().mapToInt(part -> part.questions().size()).sum();
      return Conformance.run(subject, new Report.SuiteIdentity("test", "", cases), parts, () -> {});
    }
  }

  /** How many pairs of operation and format were graded. */
  private static long groups(Report report) {
    return report.cells().stream().map(cell -> List.of(cell.operation(), cell.format())).distinct().count();
  }

  private static boolean succeeds(String... command) throws IOException {
    boolean isThere = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, command[0])));
    return isThere && Finished.of(command).code == 0;
  }

  /** Runs a command that must succeed. */
  private static void run(String... command) throws IOException {
    Finished finished = Finished.of(command);
    assertEquals(0, finished.code, () -> String.join(" ", command) + " said:\n" + finished.said);
  }

  /** What a command said, and how it ended. */
  private record Finished(int code, String said) {
    static Finished of(String... command) throws IOException {
      Process process = new ProcessBuilder(command).directory(ROOT.toFile()).redirectErrorStream(true).start();
      process.getOutputStream().close();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Finished(process.onExit().join().exitValue(), said);
    }
  }
}
