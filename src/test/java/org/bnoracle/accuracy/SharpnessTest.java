package org.bnoracle.accuracy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.apache.commons.numbers.core.DD;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.operation.Case;
import org.bnoracle.operation.Operation;
import org.bnoracle.operation.Slot;
import org.junit.jupiter.api.Test;

/** The bounds are not idle: a search for bad data and orders comes near them. Figures in reports/bounds.md. */
class SharpnessTest {
  private static final Path REPORT = Path.of("reports", "bounds.md");
  private static final long SEED = 4;
  private static final int SHORTEST = 8;
  private static final int LONGEST = 64;
  private static final int CASES = 800;
  private static final int RUNS = 8;
  private static final double LEAST = 0.05;

  /** The nearest that a run came to its bound. */
  private record Found(double ratio, int m, long seed) {
    Found or(Found other) {
      return ratio > other.ratio || ratio == other.ratio && seed <= other.seed ? this : other;
    }
  }

  @Test
  void aSearchComesNearTheBoundsOfEveryClass() throws IOException {
    List<String> lines = new ArrayList<>();
    for (AlgorithmClass algorithms : AlgorithmClass.values()) {
      for (Slot output : List.of(Slot.Y, Slot.DX)) {
        for (BinaryFormat format : formats(algorithms)) {
          Found found = search(algorithms, output, format);
          lines.add(String.format(Locale.ROOT, "| %s | %s | %s | %.2f | %d | %d |",
              algorithms.label(), output.label(), format, found.ratio, found.m, found.seed));
          assertTrue(found.ratio >= LEAST && found.ratio <= 1, lines.get(lines.size() - 1));
        }
      }
    }
    compareWithTheReport(String.join("\n", lines));
  }

  /** Storing matters where data are narrower than what is computed with. */
  private static List<BinaryFormat> formats(AlgorithmClass algorithms) {
    return algorithms == AlgorithmClass.STORED
        ? List.of(BinaryFormat.F16, BinaryFormat.BF16) : List.of(BinaryFormat.F32, BinaryFormat.F64);
  }

  private static Found search(AlgorithmClass algorithms, Slot output, BinaryFormat format) {
    return LongStream.range(0, CASES).parallel().mapToObj(k -> worst(algorithms, output, format, SEED + k))
        .reduce(new Found(0, 0, 0), Found::or);
  }

  private static Found worst(AlgorithmClass algorithms, Slot output, BinaryFormat format, long seed) {
    Operation operation = output == Slot.Y ? Operation.TRAINING_FORWARD : Operation.TRAINING_BACKWARD;
    Case question = new ChannelCases(seed).next(operation, format, LONGEST);
    if (question.view().count() < SHORTEST) {
      return new Found(0, 0, 0);
    }
    Settings settings = Settings.usual(question);
    Machine machine = algorithms == AlgorithmClass.STORED ? settings.stored(question) : settings.anyOrder(question);
    SplittableRandom random = new SplittableRandom(seed);
    List<Implementation> members = algorithms.members(question, 0);
    Runs runs = new Runs(question, members.get(random.nextInt(members.size())), machine);
    RoughArithmetic.Order[] orders = RoughArithmetic.Order.values();
    double ratio = 0;
    for (int run = 0; run < RUNS; run++) {
      ratio = Math.max(ratio, ratio(runs, output, random.nextLong(), orders[run]));
    }
    return new Found(ratio, question.view().count(), seed);
  }

  /** The largest part of its bound that an element's error takes, where it is more than storage. */
  private static double ratio(Runs runs, Slot output, long seed, RoughArithmetic.Order order) {
    Region region = runs.region(output);
    double[] results = runs.run(seed, order).get(output);
    double ratio = 0;
    for (int i = 0; i < results.length; i++) {
      double error = Math.abs(DD.of(results[i]).subtract(region.value(i)).hi());
      double bound = region.error(i).size();
      if (Double.isFinite(bound) && region.terms(i, "").storage() < error / 8) {
        ratio = Math.max(ratio, error / bound);
      }
    }
    return ratio;
  }

  private static void compareWithTheReport(String table) throws IOException {
    String text = Files.readString(REPORT);
    int from = text.indexOf("| --- |");
    int start = text.indexOf('\n', from) + 1;
    String written = text.substring(0, start) + table + "\n";
    if (Boolean.getBoolean("bnoracle.update")) {
      Files.writeString(REPORT, written);
    }
    assertEquals(written, Files.readString(REPORT), "run with -Dbnoracle.update=true to write the figures that were found");
  }
}
