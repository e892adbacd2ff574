package org.bnoracle.oracle;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bnoracle.Once;
import org.bnoracle.Program;
import org.bnoracle.document.AtomicFile;
import org.bnoracle.document.Vector;
import org.bnoracle.document.VectorFile;
import org.bnoracle.document.Vectors;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.operation.Case;
import org.bnoracle.operation.Operation;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** src/test/python/second_opinion.py, which shares no code with this project, finds the same values. */
class SecondOpinionIT {
  private static final long SEED = Long.getLong("bnoracle.seed", 20150211);
  private static final int CASES_PER_FILE = 300;
  private static final Path FOLDER = Path.of("target", "second-opinion");

  @BeforeAll
  static void pythonIsThere() throws IOException {
    Program.require("python3", "the second opinion", "python3", "--version");
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void randomCasesAreConfirmed() throws IOException {
    RandomCases cases = new RandomCases(SEED);
    List<Path> files = new ArrayList<>();
    for (Operation operation : Operation.values()) {
      for (BinaryFormat format : BinaryFormat.ALL) {
        files.add(write(cases, operation, format));
      }
    }
    assertConfirmed(files, 45_000);
  }

  private static Path write(RandomCases cases, Operation operation, BinaryFormat format) throws IOException {
    List<Vector> vectors = new ArrayList<>();
    for (int i = 0; i < CASES_PER_FILE; i++) {
      String id = "seed-%d/%s/%s/%d".formatted(SEED, operation.label(), format, i);
      Case question = cases.next(id, operation, format);
      vectors.add(new Vector(question, Oracle.evaluate(question).outputs()));
    }
    Path file = FOLDER.resolve(operation.label() + "." + format + ".json");
    AtomicFile.write(file, Vectors.bytes(new VectorFile(operation, "", "SecondOpinionIT", List.of(), vectors)));
    return file;
  }

  /** Python reads the committed files; no JDK takes part. */
  @Once
  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void theGoldenVectorsAreConfirmed() throws IOException {
    try (Stream<Path> paths = Files.walk(Path.of("golden-vectors"))) {
      List<Path> files = paths.filter(path -> path.toString().matches(".*\\.(f64|f32|f16|bf16)\\.json")).sorted().toList();
      assertTrue(files.size() >= 200, "only " + files.size() + " files");
      assertConfirmed(files, 50_000);
    }
  }

  private static void assertConfirmed(List<Path> files, int leastValues) throws IOException {
    List<String> command = new ArrayList<>(List.of("python3", "src/test/python/second_opinion.py"));
    files.forEach(file -> command.add(file.toString()));
    String said = Program.run(Map.of(), command).assertSuccess().said();
    Matcher tally = Pattern.compile("(\\d+) values, 0 mismatches, (\\d+) skipped\n").matcher(said);
    assertTrue(tally.matches(), said);
    int values = Integer.parseInt(tally.group(1));
    int skipped = Integer.parseInt(tally.group(2));
    assertTrue(values >= leastValues, said);
    assertTrue(skipped <= values / 10, said);
  }
}
