package org.bnoracle.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import org.bnoracle.Once;
import org.bnoracle.catalogue.Suite;
import org.bnoracle.document.AtomicFile;
import org.bnoracle.document.Manifest;
import org.bnoracle.document.Vector;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.operation.Case;
import org.bnoracle.operation.Operation;
import org.bnoracle.oracle.Oracle;
import org.bnoracle.oracle.Output;
import org.bnoracle.oracle.RandomCases;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Every value that the project publishes, and thousands that it does not, go through the checker proved in spec/coq. */
@Once
@ExtendWith(FormalPart.class)
class ProvedVectorsIT {
  private static final long SEED = Long.getLong("bnoracle.seed", 20150211);
  private static final int CASES_PER_KIND = 60;

  private static List<Vector> golden;
  private static SortedMap<Findings.Kind, Long> finite;

  @BeforeAll
  static void readTheVectors() throws IOException {
    golden = GoldenVectors.all();
    finite = GoldenVectors.count(golden, Double::isFinite);
  }

  private static SortedMap<Findings.Kind, Long> by(Findings findings, ToLongFunction<Findings.Count> number) {
    SortedMap<Findings.Kind, Long> numbers = new TreeMap<>();
    findings.counts().forEach((kind, count) -> numbers.put(kind, number.applyAsLong(count)));
    return numbers;
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void everyPublishedValueIsProved() throws IOException {
    Findings findings = GoldenVectors.findings();
    Findings.Count total = findings.total();
    assertEquals(List.of(), findings.wrong());
    assertEquals(finite, by(findings, count -> count.finite() + count.ruled()));
    assertEquals(GoldenVectors.count(golden, v -> !Double.isFinite(v)), by(findings, count -> count.overflown() + count.special()));
    assertTrue(total.ruled() < 100, "so many numbers without proof: " + total);
    FormalPart.report(FormalPart.Finding.VALUES_CHECKED, "all %d of %d golden vectors, %d finite and %d overflown as proved, %d special and %d after them by rules",
        total.values(), golden.size(), total.finite(), total.overflown(), total.special(), total.ruled());
    Manifest manifest = Suite.CORE.published();
    assertEquals(manifest.proof(), Optional.of(Verdict.of(findings, Path.of("")).of(manifest)));
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void everyValueMovedByOneUlpIsRejected() throws IOException {
    List<Vector> moved = new ArrayList<>();
    golden.forEach(vector -> moved.add(GoldenVectors.moved(vector, true)));
    golden.forEach(vector -> moved.add(GoldenVectors.moved(vector, false)));
    Findings findings = BuiltChecker.check(moved);
    SortedMap<Findings.Kind, Long> expected = new TreeMap<>();
    finite.forEach((kind, count) -> expected.put(kind, 2 * count));
    assertEquals(expected, by(findings, count -> count.wrong() + count.ruled()));
    assertEquals(0, findings.total().finite());
    FormalPart.report(FormalPart.Finding.MUTANTS_REJECTED, "all %d values moved by one ulp", findings.total().wrong());
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void randomCasesAreProved() throws IOException {
    RandomCases cases = new RandomCases(SEED);
    List<Vector> vectors = new ArrayList<>();
    for (Operation operation : Operation.values()) {
      for (BinaryFormat format : BinaryFormat.ALL) {
        for (int i = 0; i < CASES_PER_KIND; i++) {
          Case question = cases.next("seed-%d/%s/%s/%d".formatted(SEED, operation.label(), format, i), operation, format);
          vectors.add(new Vector(question, Oracle.evaluate(question).outputs()));
        }
      }
    }
    Findings findings = BuiltChecker.check(vectors);
    Findings.Count total = findings.total();
    assertEquals(List.of(), findings.wrong());
    assertTrue(total.proved() > 10_000, "only " + total);
    FormalPart.report(FormalPart.Finding.RANDOM_VALUES_CHECKED, "%d of %d cases, seed %d", total.proved(), vectors.size(), SEED);
  }

  /** The smallest vector of each operation and format whose values are all numbers. */
  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void aVectorOfEachKindIsProvedInTheKernel() throws IOException, InterruptedException {
    Map<String, Vector> smallest = new TreeMap<>();
    for (Vector vector : golden) {
      if (numbers(vector) > 0) {
        String kind = vector.question().operation().label() + " " + vector.question().data().format();
        smallest.merge(kind, vector, (a, b) -> numbers(b) < numbers(a) ? b : a);
      }
    }
    KernelFile file = new KernelFile();
    smallest.values().forEach(file::add);
    Path place = Path.of("target", "checker", "Kernel.v");
    AtomicFile.write(place, file.toString().getBytes(StandardCharsets.US_ASCII));
    BuiltChecker.coqc(place);
    assertEquals(Operation.values().length * BinaryFormat.ALL.size(), smallest.size());
    FormalPart.report(FormalPart.Finding.VALUES_CHECKED_BY_THE_KERNEL, "%d of %d vectors",
        smallest.values().stream().mapToLong(ProvedVectorsIT::numbers).sum(), smallest.size());
    FormalPart.report(FormalPart.Finding.MUTANTS_REJECTED, "all %d f16 outputs moved by one ulp, by the kernel", file.refuted());
  }

  /** How many values the outputs have; 0 if one has none, or a value that is not a number. */
  private static long numbers(Vector vector) {
    long count = 0;
    for (Output output : vector.outputs().values()) {
      if (!(output instanceof Output.Values values) || values.tensor().size() == 0
          || !IntStream.range(0, values.tensor().size()).allMatch(i -> Double.isFinite(values.tensor().get(i)))) {
        return 0;
      }
      count += values.tensor().size();
    }
    return count;
  }
}
