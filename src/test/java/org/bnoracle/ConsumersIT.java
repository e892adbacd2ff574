package org.bnoracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.bnoracle.catalogue.Suite;
import org.bnoracle.document.AtomicFile;
import org.bnoracle.document.AtomicFolder;
import org.bnoracle.document.Manifest;
import org.bnoracle.document.Vector;
import org.bnoracle.document.VectorFile;
import org.bnoracle.document.Vectors;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.operation.Attribute;
import org.bnoracle.operation.Case;
import org.bnoracle.operation.Operation;
import org.bnoracle.operation.Slot;
import org.bnoracle.oracle.Output;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** The examples in examples/consumers: each passes on the vectors, and names the case where a golden value is changed. */
class ConsumersIT {
  private static final Path GOLDEN = Path.of("golden-vectors").toAbsolutePath();
  private static final Path BUILT = Path.of("target/consumers").toAbsolutePath();
  private static final String CHANGED = "inference-forward/well-scaled/f32/0002";
  private static final String EXAMPLES = "examples/consumers/";

  @TempDir
  private Path folder;

  /** What an earlier build left may be of an earlier state. */
  @BeforeAll
  static void removeWhatWasBuilt() throws IOException {
    AtomicFolder.delete(BUILT);
  }

  /** What a consumer says: how many cases passed and failed. */
  private record Tally(int passed, int failed, String said) {
    static Tally of(Program run, String passed, String failed) {
      return new Tally(count(run.said(), passed), count(run.said(), failed), run.said());
    }

    private static int count(String said, String pattern) {
      Matcher count = Pattern.compile(pattern).matcher(said);
      return count.find() ? Integer.parseInt(count.group(1)) : 0;
    }
  }

  enum Consumer {
    PYTHON(EnumSet.of(Operation.INFERENCE_FORWARD, Operation.TRAINING_FORWARD), Set.of(BinaryFormat.F64, BinaryFormat.F32)) {
      @Override
      Tally run(Path vectors) throws IOException {
        Program.require("python3 with pytest", "the consumer in Python", "python3", "-m", "pytest", "--version");
        return Tally.of(Program.run(
            Map.of("BN_VECTORS", vectors.toString(), "PYTHONDONTWRITEBYTECODE", "1"),
            List.of("python3", "-m", "pytest", "-q", "-p", "no:cacheprovider", EXAMPLES + "python/test_kernel.py")),
            "(\\d+) passed", "(\\d+) failed");
      }
    },
    JAVASCRIPT(EnumSet.of(Operation.INFERENCE_FORWARD), Set.of(BinaryFormat.F32)) {
      @Override
      Tally run(Path vectors) throws IOException {
        Program.require("node", "the consumer in JavaScript", "node", "--version");
        return Tally.of(Program.run(Map.of("BN_VECTORS", vectors.toString()),
            List.of("node", "--test", "--test-reporter=tap", EXAMPLES + "javascript/kernel.test.mjs")),
            "# pass (\\d+)", "# fail (\\d+)");
      }
    },
    CPP(EnumSet.of(Operation.INFERENCE_FORWARD), Set.of(BinaryFormat.F32)) {
      @Override
      Tally run(Path vectors) throws IOException {
        Program.require("c++ with nlohmann/json", "the consumer in C++",
            "sh", "-c", "echo '#include <nlohmann/json.hpp>' | c++ -fsyntax-only -x c++ -");
        Path program = BUILT.resolve("kernel_test");
        if (!Files.exists(program)) {
          Files.createDirectories(BUILT);
          Program.run("c++", "-std=c++17", "-Wall", "-Wextra", "-Werror", "-pedantic",
              "-o", program.toString(), EXAMPLES + "cpp/kernel_test.cpp").assertSuccess();
        }
        return Tally.of(Program.run(program.toString(), vectors.toString()), "(\\d+) passed", "(\\d+) failed");
      }
    },
    JAVA(EnumSet.of(Operation.INFERENCE_FORWARD), Set.of(BinaryFormat.F32)) {
      @Override
      Tally run(Path vectors) throws IOException {
        Files.createDirectories(BUILT);
        assertEquals(0, ToolProvider.getSystemJavaCompiler().run(null, null, null, "-Xlint:all", "-Werror", "-proc:none",
            "-cp", System.getProperty("java.class.path"), "-d", BUILT.toString(),
            EXAMPLES + "java/GoldenVectors.java", EXAMPLES + "java/KernelTest.java"));
        System.setProperty("bn.vectors", vectors.toString());
        try (URLClassLoader loader = new URLClassLoader(new URL[] {BUILT.toUri().toURL()})) {
          EngineExecutionResults results = EngineTestKit.engine("junit-jupiter")
              .selectors(selectClass(loader.loadClass("KernelTest"))).execute();
          StringBuilder said = new StringBuilder();
          results.testEvents().failed().stream().forEach(event -> said.append(event.getPayload().orElse("")).append('\n'));
          return new Tally((int) results.testEvents().succeeded().count(), (int) results.testEvents().failed().count(), said.toString());
        } catch (ClassNotFoundException e) {
          throw new IOException(e);
        }
      }
    };

    private static final Set<Attribute> KNOWN = EnumSet.of(Attribute.CHANNEL_AXIS, Attribute.EPSILON, Attribute.EPSILON_FORMAT,
        Attribute.STATISTICS_FORMAT, Attribute.MOMENTUM, Attribute.VARIANCE_CONVENTION);

    private final Set<Operation> operations;
    private final Set<BinaryFormat> formats;

    Consumer(Set<Operation> operations, Set<BinaryFormat> formats) {
      this.operations = operations;
      this.formats = formats;
    }

    abstract Tally run(Path vectors) throws IOException;

    /** The cases that its kernel takes. */
    long cases() {
      return Suite.CORE.parts().stream().filter(part -> operations.contains(part.operation()) && formats.contains(part.format()))
          .flatMap(part -> part.cases().stream()).filter(Consumer::isPlain).count();
    }

    private static boolean isPlain(Case question) {
      return KNOWN.containsAll(question.attributes().values().keySet());
    }
  }

  @ParameterizedTest
  @EnumSource
  void aSoundKernelPasses(Consumer consumer) throws IOException {
    Tally tally = consumer.run(GOLDEN);
    assertEquals(0, tally.failed, tally.said);
    assertEquals(consumer.cases(), tally.passed, tally.said);
  }

  @ParameterizedTest
  @EnumSource
  void aWrongValueIsNamed(Consumer consumer) throws IOException {
    writeChanged();
    Tally tally = consumer.run(folder);
    assertEquals(1, tally.failed, tally.said);
    assertTrue(tally.passed > 0, tally.said);
    assertTrue(Pattern.compile(Pattern.quote(CHANGED) + ": y\\[3\\] is \\S+, right is \\S+ within ").matcher(tally.said).find(), tally.said);
  }

  /** One file of the vectors, with one golden value changed by more than its bound. */
  private void writeChanged() throws IOException {
    String path = "inference-forward/well-scaled.f32.json";
    VectorFile file = Vectors.read(Files.readAllBytes(GOLDEN.resolve(path)), path);
    List<Vector> vectors = file.vectors().stream().map(v -> v.question().id().equals(CHANGED) ? changed(v) : v).toList();
    assertNotEquals(file.vectors(), vectors);
    byte[] bytes = Vectors.bytes(file.with(file.generator(), vectors));
    AtomicFile.write(folder.resolve(path), bytes);
    AtomicFile.write(folder.resolve(Manifest.FILE_NAME),
        new Manifest("test", "test", List.of(Manifest.Entry.of(path, bytes, vectors.size()))).bytes());
  }

  private static Vector changed(Vector vector) {
    Output.Values y = (Output.Values) vector.outputs().get(Slot.Y);
    double value = BinaryFormat.F32.nearest(y.tensor().get(3) + 2 * y.bound().orElseThrow().get(3) + 0x1p-20);
    Map<Slot, Output> outputs = new LinkedHashMap<>(vector.outputs());
    outputs.put(Slot.Y, new Output.Values(y.tensor().with(3, value), y.accept(), y.bound()));
    return new Vector(vector.question(), outputs);
  }

  @Test
  void onnxRunsTheExport() throws IOException {
    Program.require("python3 with onnx, onnxruntime and pytest", "ONNX's runner on the export",
        "python3", "-c", "import onnx, onnxruntime, pytest");
    Path tests = folder.resolve("onnx");
    Program.run(System.getProperty("java.home") + "/bin/java", "-jar", "target/bn-oracle.jar", "export",
        "--to", "onnx", "--operation", "training-forward,inference-forward", "--out", tests.toString()).assertSuccess();
    Program run = Program.run(Map.of("BN_ONNX", tests.toString(), "PYTHONDONTWRITEBYTECODE", "1"),
        List.of("python3", "-W", "ignore", "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:warnings", EXAMPLES + "python/test_onnx.py"));
    run.assertSuccess();
    System.out.println("ONNX's runner, reference evaluator and ONNX Runtime: " + run.said().lines().reduce("", (a, b) -> b));
  }
}
