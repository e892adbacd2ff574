package org.bnoracle.bench.compare;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes what was measured, for people and for programs. */
final class BenchmarkReport {
  private BenchmarkReport() {}

  static void write(
      Path folder, Conditions conditions, boolean isShort, List<Measurement> found, Map<String, String> absent)
      throws IOException {
    List<Measurement> rounded = found.stream().map(BenchmarkReport::rounded).toList();
    StringBuilder json = new StringBuilder("[\n");
    ObjectMapper mapper = new ObjectMapper();
    for (Measurement measurement : rounded) {
      json.append(json.length() > 2 ? ",\n" : "").append(mapper.writeValueAsString(measurement));
    }
    Files.writeString(folder.resolve("benchmarks.json"), json.append("\n]\n"));
    Files.writeString(folder.resolve("benchmarks.md"), text(conditions, isShort, rounded, absent));
    SpeedChart.write(folder.resolve("benchmarks.png"), tables(rounded).values().iterator().next());
  }

  private static Measurement rounded(Measurement m) {
    return new Measurement(m.operation(), m.shape(), m.layout(), m.threads(), m.jdk(), m.mode(), m.contender(),
        rounded(m.milliseconds(), 4), rounded(m.ratioToCopy(), 3), rounded(m.ratioToOurs(), 3), m.correctlyRounded(),
        m.worstUlp() == null ? null : rounded(m.worstUlp(), 3));
  }

  private static double rounded(double value, int digits) {
    return Double.parseDouble(String.format(Locale.ROOT, "%." + (digits - 1) + "e", value));
  }

  private static String text(
      Conditions conditions, boolean isShort, List<Measurement> found, Map<String, String> absent) {
    StringBuilder text = new StringBuilder();
    text.append("""
        # Benchmarks

        Written by `src/bench/compare%s`; do not edit. Double precision throughout.
        On %s, %d cores, %s; load %.2f before, %.2f after.

        Contenders take short turns, each in a process of its own, round after round; ratios are those within a round,
        the median over the rounds, and times are medians too, of the later half of a turn; those in Java have run for
        four seconds before. Results lie in memory that is there already: in arrays of the caller's, or, where a library
        has no such call (PyTorch's gradients, MXNet's), in pages that it has used before. *New arrays* and *new
        tensors* are made by each call, by the means of the JVM and of the C library as they are. *Copies* is the time
        over that of copying x to another array with as many threads; the JVM does that past the caches, as programs in
        Java cannot. *One pass in Java* reads x, in a backward dy too, and writes a result for each: the limit to any
        loop in Java that does not find x in a cache. *Of ours* is the time over that of bn-oracle,
        correctly rounded, in the same run. *Right* is the fraction of y or dx that is correctly rounded, against the
        oracle, over all elements of a few channels (about 200,000 elements); *worst* is the greatest distance from
        the right result in its units in the last place.

        ![milliseconds of the first workload, by contender](benchmarks.png)

        """.formatted(isShort ? " short" : "", conditions.processor(), conditions.cores(), conditions.system(),
            conditions.load(), Conditions.presentLoad()));
    absent.forEach((name, why) -> text.append("- ").append(name).append(": ").append(why.replaceFirst("^unsupported ", ""))
        .append(", and is left out there.\n"));
    if (absent.containsKey("ONNX Runtime")) {
      text.append("- MXNet's backward is timed together with its forward, which autograd needs.\n");
    }
    tables(found).forEach((title, rows) -> table(text, title, rows));
    text.append("""

        ## What needs exact evaluation

        Training of 2,000,000 elements in 20 channels, in one thread: how many results only exact evaluation decided, elements
        and results of channels together, and the least time. The last line is the worst case: every y is decided exactly.

        """).append(Fallbacks.table());
    return text.toString();
  }

  /** The measurements by what they have in common but for the number of threads. */
  private static Map<String, List<Measurement>> tables(List<Measurement> found) {
    Map<String, List<Measurement>> tables = new LinkedHashMap<>();
    found.forEach(m -> tables.computeIfAbsent(title(m), key -> new ArrayList<>()).add(m));
    return tables;
  }

  static String title(Measurement m) {
    return "%s, %s %s, JDK %s".formatted(m.operation(), m.shape(), m.layout(), m.jdk());
  }

  /** The contender, and its mode where it has two. */
  static String name(Measurement m) {
    return m.contender() + (m.contender().equals(Seat.Entrant.OURS) ? ", " + m.mode() : "");
  }

  private static void table(StringBuilder text, String title, List<Measurement> rows) {
    text.append("\n## ").append(title).append("\n\n");
    text.append("| contender | threads | ms | copies | of ours | right | worst, ulp |\n| --- | --- | --- | --- | --- | --- | --- |\n");
    for (Measurement m : rows) {
      text.append("| %s | %d | %s | %.2f | %.2f | %s | %s |%n".formatted(
          name(m), m.threads(), plainly(m.milliseconds()), m.ratioToCopy(), m.ratioToOurs(),
          m.correctlyRounded() == null ? "" : m.correctlyRounded() == 1 ? "all" : "%.4f".formatted(m.correctlyRounded()),
          m.worstUlp() == null ? "" : plainly(m.worstUlp())));
    }
  }

  private static String plainly(double value) {
    return value == Math.rint(value) && value < 1e6 ? Integer.toString((int) value) : Double.toString(value);
  }
}
