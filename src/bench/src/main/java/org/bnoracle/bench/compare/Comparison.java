package org.bnoracle.bench.compare;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.bnoracle.bench.compare.Seat.Entrant;

/** Measures all contenders and writes reports/benchmarks.md and reports/benchmarks.json. */
public final class Comparison {
  private static final int[][] SHAPES = {{32, 64, 56, 56}, {32, 256, 14, 14}, {256, 1024}, {8, 16, 224, 224}};
  private static final int CHANNELS_OF_GROWTH = 10;
  private static final int ROUNDS = 5;

  private final Path top;
  private final Path log;
  private final boolean isShort;
  private final List<Measurement> found = new ArrayList<>();
  /** Why a contender does not take part, by its name. */
  private final Map<String, String> absent = new LinkedHashMap<>();

  private Comparison(Path top, boolean isShort) {
    this.top = top;
    this.isShort = isShort;
    this.log = top.resolve("src/bench/target/players.log");
  }

  /** @param args the project's top folder; "short" or "full"; where JDKs are, one or more */
  public static void main(String[] args) throws IOException {
    Comparison comparison = new Comparison(Path.of(args[0]).toAbsolutePath(), args[1].equals("short"));
    Conditions conditions = Conditions.now();
    boolean isFirst = true;
    for (String home : Arrays.copyOfRange(args, 2, args.length)) {
      comparison.on(Path.of(home), isFirst);
      isFirst = false;
    }
    Path reports = comparison.top.resolve(comparison.isShort ? "src/bench/target" : "reports");
    BenchmarkReport.write(reports, conditions, comparison.isShort, comparison.found, comparison.absent);
  }

  /** All contenders with the first JDK, those that run in the JVM and PyTorch with the others, and fewer workloads. */
  private void on(Path home, boolean isFirst) throws IOException {
    String jdk = Conditions.versionOf(home);
    for (int threads = 1; threads <= 2; threads++) {
      measure(home, jdk, threads, workloads(isFirst), entrant -> isFirst || entrant.runsWithEveryJdk());
    }
    if (isFirst && !isShort) {
      measure(home, jdk, 1, growing(), entrant -> entrant.isOurs() || entrant.isLimit());
    }
  }

  private List<Workload> workloads(boolean isFirst) {
    List<Workload> workloads = new ArrayList<>();
    for (int[] shape : Arrays.copyOf(SHAPES, isShort ? 1 : isFirst ? SHAPES.length : 2)) {
      for (boolean isForward : new boolean[] {true, false}) {
        if (shape.length == 2) {
          workloads.add(new Workload(isForward, shape, Workload.Layout.NC));
        } else {
          workloads.add(new Workload(isForward, shape, Workload.Layout.NCHW));
          if (!isShort && isFirst) {
            workloads.add(new Workload(isForward, shape, Workload.Layout.NHWC));
          }
        }
      }
    }
    return workloads;
  }

  /** 10^4 to 10^8 elements. */
  private static List<Workload> growing() {
    List<Workload> workloads = new ArrayList<>();
    for (int positions = 100; positions <= 1_000_000; positions *= 10) {
      workloads.add(new Workload(true, new int[] {10, CHANNELS_OF_GROWTH, positions}, Workload.Layout.NCHW));
    }
    return workloads;
  }

  private void measure(Path home, String jdk, int threads, List<Workload> workloads, Predicate<Entrant> isWanted)
      throws IOException {
    List<Seat> seats = new ArrayList<>();
    try {
      for (Entrant entrant : Entrant.ALL) {
        if (isWanted.test(entrant)) {
          seats.add(new Seat(entrant, home.resolve("bin/java"), threads, top, log));
        }
      }
      for (Workload work : workloads) {
        measure(jdk, threads, work, seats);
      }
    } finally {
      seats.forEach(Seat::close);
    }
  }

  private void measure(String jdk, int threads, Workload work, List<Seat> all) throws IOException {
    System.err.printf("JDK %s, %d threads: %s%n", jdk, threads, work);
    List<Seat> seats = new ArrayList<>();
    all.forEach(seat -> seat.prepare(work));
    for (Seat seat : all) {
      String answer = seat.answer();
      if (answer.equals("ok")) {
        seats.add(seat);
      } else {
        absent.putIfAbsent(seat.entrant.name(), answer);
      }
    }
    Round round = new Round(seats, ROUNDS);
    Seat copy = seats.stream().filter(seat -> seat.entrant.isLimit()).findFirst().orElseThrow();
    Seat ours = seats.stream().filter(seat -> seat.entrant.isOurs()).findFirst().orElseThrow();
    for (Seat seat : seats) {
      Truth.Quality quality = quality(work, seat);
      Measurement measurement = new Measurement(
          work.operation(), work.shape(), work.layout(), threads, jdk,
          seat.entrant.isLimit() ? null : seat.entrant.kind(), seat.entrant.name(), round.milliseconds(seat),
          round.ratio(seat, copy), round.ratio(seat, ours), quality == null ? null : quality.correctlyRounded(),
          quality == null ? null : quality.worstUlps());
      found.add(measurement);
      System.err.printf("  %-32s %-17s %9.3f ms  %6.2f copies  %6.2f of ours  %s%n", measurement.contender(), measurement.mode(),
          measurement.milliseconds(), measurement.ratioToCopy(), measurement.ratioToOurs(), quality);
    }
  }

  private static Truth.Quality quality(Workload work, Seat seat) throws IOException {
    if (seat.entrant.isLimit()) {
      return null;
    }
    Truth truth = Truth.of(work);
    return truth.judge(Player.parse(seat.ask("values " + Player.channels(truth.channels))));
  }
}
