package org.bnoracle.subject;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.bnoracle.Program;
import org.bnoracle.accuracy.Grade;
import org.bnoracle.catalogue.Suite;
import org.bnoracle.conformance.Cell;
import org.bnoracle.conformance.Conformance;
import org.bnoracle.conformance.Report;
import org.bnoracle.gate.Gate;
import org.bnoracle.operation.Slot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples of subjects, in the languages that are installed here, through two families of the suite. */
class ExamplesIT {
  @Test
  void theExampleInNumPy() throws IOException {
    Program.require("NumPy", "examples/numpy_two_pass.py", "python3", "-c", "import numpy");
    Report report = run(Commands.python("examples/numpy_two_pass.py"));
    assertEquals(2 * 4, groups(report), "four operations in two formats");
  }

  @Test
  void theExampleInC() throws IOException {
    assertEquals(2, groups(run(Commands.c("examples/c_kernel.c"))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"examples/kernel.mjs", "examples/JavaKernel.java"})
  void theExamplesThatComputeInDoubleAreFaithful(String source) throws IOException {
    Report report = run(source.endsWith(".mjs") ? Commands.node(source) : Commands.java(source));
    assertEquals(2, groups(report));
    for (Cell cell : report.cells()) {
      assertTrue(cell.worst().grade() != Grade.WRONG, cell.toString());
    }
  }

  @Test
  void theExampleWithTheBugIsFoundOut() throws IOException {
    Report report = report(Commands.python("examples/one_pass.py"));
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
    try (Subject subject = new ProcessSubject(command, Path.of("").toAbsolutePath(), Duration.ofSeconds(60))) {
      int cases = parts.stream().mapToInt(part -> part.questions().size()).sum();
      return Conformance.run(subject, new Report.SuiteIdentity("test", "", cases), parts, () -> {});
    }
  }

  /** How many pairs of operation and format were graded. */
  private static long groups(Report report) {
    return report.cells().stream().map(cell -> List.of(cell.operation(), cell.format())).distinct().count();
  }
}
