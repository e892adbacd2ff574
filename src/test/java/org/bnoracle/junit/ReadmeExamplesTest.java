package org.bnoracle.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.bnoracle.catalogue.Selection;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.operation.Operation;
import org.bnoracle.subject.Subject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** The Java of README.md, compiled and run. */
class ReadmeExamplesTest {
  private static final String AROUND = """
      import java.io.PrintWriter;
      import java.util.List;
      import org.bnoracle.catalogue.Selection;
      import org.bnoracle.conformance.Conformance;
      import org.bnoracle.gate.Gate;
      import org.bnoracle.gate.Verdict;
      import org.bnoracle.report.ReportText;
      import org.bnoracle.subject.Subject;

      public class Example implements java.util.function.BiConsumer<Subject, Selection> {
        public void accept(Subject subject, Selection selection) {
          %s
        }
      }
      """;

  @TempDir
  private Path folder;

  private static String example(String name) throws IOException {
    Matcher block = Pattern.compile("<!-- example: " + name + " -->\n```java\n(.*?)```", Pattern.DOTALL)
        .matcher(Files.readString(Path.of("README.md")));
    assertTrue(block.find(), "README.md has no example '" + name + "'");
    return block.group(1);
  }

  private URLClassLoader compiled(String name, String source) throws IOException {
    Path file = Files.writeString(folder.resolve(name + ".java"), source);
    ByteArrayOutputStream complaints = new ByteArrayOutputStream();
    assertEquals(0, ToolProvider.getSystemJavaCompiler().run(null, null, complaints, "-Xlint:all", "-Werror", "-proc:none",
        "-cp", System.getProperty("java.class.path"), "-d", folder.toString(), file.toString()), complaints::toString);
    return new URLClassLoader(new URL[] {folder.toUri().toURL()});
  }

  @Test
  void theTestOfAKernelPasses() throws IOException, ClassNotFoundException {
    try (URLClassLoader loader = compiled("MyKernelTest", example("junit"))) {
      EngineExecutionResults results = EngineTestKit.engine("junit-jupiter")
          .selectors(selectClass(loader.loadClass("MyKernelTest"))).execute();
      assertEquals(0, results.testEvents().failed().count());
      assertTrue(results.testEvents().succeeded().count() > 30, results.testEvents().succeeded().count() + " passed");
    }
  }

  @Test
  void theRunWithoutJUnitPrintsAReport() throws Exception {
    String one = "inference-forward/well-scaled/f32/0001";
    String body = example("conformance").replace("Selection.ALL", "selection");
    Selection selection = new Selection(Selection.ALL.operations(), Selection.ALL.formats(), Selection.ALL.families(),
        Selection.ALL.own(), Optional.of(one));
    Implementation subject = Implementation.of("mine", "1").operation(
        Operation.INFERENCE_FORWARD, List.of(BinaryFormat.F32), Kernels::inference);
    PrintStream before = System.out;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (URLClassLoader loader = compiled("Example", AROUND.formatted(body))) {
      System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
      @SuppressWarnings("unchecked")
      var example = (BiConsumer<Subject, Selection>) loader.loadClass("Example").getDeclaredConstructor().newInstance();
      example.accept(subject, selection);
    } finally {
      System.setOut(before);
    }
    String said = out.toString(StandardCharsets.UTF_8);
    assertTrue(said.contains("mine 1: 1 graded") && said.contains("gate: passed"), said);
  }
}
