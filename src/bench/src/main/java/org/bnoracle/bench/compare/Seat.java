package org.bnoracle.bench.compare;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The process of a contender, as the comparison sees it. */
final class Seat implements AutoCloseable {
  /** The C library keeps memory that is freed, so that results of libraries that allocate them lie in pages that are there. */
  private static final Map<String, String> KEEPING_MEMORY =
      Map.of("MALLOC_MMAP_MAX_", "0", "MALLOC_TRIM_THRESHOLD_", "100000000000", "MALLOC_ARENA_MAX", "1");

  final Entrant entrant;
  private final Process process;
  private final PrintStream to;
  private final BufferedReader from;

  Seat(Entrant entrant, Path java, int threads, Path top, Path log) throws IOException {
    this.entrant = entrant;
    ProcessBuilder builder = new ProcessBuilder(
        Stream.concat(Stream.of(java.toString()), entrant.command(top, threads).stream()).toList());
    if (!entrant.allocates()) {
      builder.environment().putAll(KEEPING_MEMORY);
    }
    builder.environment().put("OMP_NUM_THREADS", Integer.toString(threads));
    builder.environment().put("MXNET_CPU_WORKER_NTHREADS", "1");
    builder.redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
    this.process = builder.start();
    this.to = new PrintStream(process.getOutputStream(), true);
    this.from = new BufferedReader(new InputStreamReader(process.getInputStream()));
  }

  String ask(String line) throws IOException {
    tell(line);
    return answer();
  }

  void tell(String line) {
    to.println(line);
  }

  /** Takes up a workload; {@link #answer} says whether it can. */
  void prepare(Workload work) {
    tell("prepare " + work);
  }

  String answer() throws IOException {
    for (String answer = from.readLine(); answer != null; answer = from.readLine()) {
      if (answer.startsWith(Player.MARK)) {
        return answer.substring(Player.MARK.length());
      }
    }
    throw new IOException(entrant.name() + " ended");
  }

  /** Milliseconds of so many runs, one after the other. */
  double[] play(int runs) throws IOException {
    String answer = ask("play " + runs);
    if (!answer.startsWith("nanos ")) {
      throw new IOException(entrant.name() + ": " + answer);
    }
    return Arrays.stream(answer.split(" ")).skip(1).mapToDouble(nanos -> Long.parseLong(nanos) / 1e6).toArray();
  }

  @Override
  public void close() {
    process.destroy();
  }

  /**
   * A contender, and how it is started.
   *
   * @param kind "limit", "correctly-rounded" or "plain"
   * @param subject the folder in src/subjects where its libraries are; null for one in Java
   * @param program its argument in Java, or its player's source
   * @param allocates whether each call makes the memory of its results, as libraries do by default
   */
  record Entrant(String name, String kind, String subject, String program, boolean allocates) {
    static final String OURS = "bn-oracle";
    private static final String PYTORCH = "PyTorch";
    static final List<Entrant> ALL = List.of(
        new Entrant("array copy", "limit", null, "copy", false),
        new Entrant("one pass in Java", "limit", null, "pass", false),
        new Entrant(OURS, "correctly-rounded", null, "ours", false),
        new Entrant(OURS, "plain", null, "plain", false),
        new Entrant(OURS + " without the Vector API", "correctly-rounded", null, "scalar", false),
        new Entrant(OURS + ", new arrays", "correctly-rounded", null, "allocating", true),
        new Entrant("loop in Java", "plain", null, "loop", false),
        new Entrant(PYTORCH, "plain", "pytorch", "PyTorchPlayer", false),
        new Entrant(PYTORCH + ", new tensors", "plain", "pytorch", "PyTorchPlayer", true),
        new Entrant("ONNX Runtime", "plain", "onnxruntime", "OnnxRuntimePlayer", false),
        new Entrant("ND4J", "plain", "dl4j", "Nd4jPlayer", false),
        new Entrant("MXNet", "plain", "mxnet", "MxNetPlayer", false));

    /** Whether it matters which JVM runs it, or it is what others are measured by. */
    boolean runsWithEveryJdk() {
      return isJava() || name.startsWith(PYTORCH);
    }

    /** Whether the JVM itself computes. */
    boolean isJava() {
      return subject == null;
    }

    boolean isOurs() {
      return name.equals(OURS) && kind.equals("correctly-rounded");
    }

    boolean isLimit() {
      return kind.equals("limit");
    }

    List<String> command(Path top, int threads) {
      String own = top.resolve("target/classes") + File.pathSeparator + top.resolve("src/bench/target/benchmarks.jar");
      List<String> options = List.of("-Xmx3g", "--add-modules", "jdk.incubator.vector", "--enable-native-access=ALL-UNNAMED");
      if (isJava()) {
        return concat(options, "-cp", own, InJava.class.getName(), program, Integer.toString(threads));
      }
      Path libraries = top.resolve("src/subjects").resolve(subject).resolve("target");
      return concat(options, "-Dorg.bytedeco.javacpp.cachedir=" + libraries.resolve("cache"), "-Djava.io.tmpdir=" + libraries,
          "-Dai.djl.offline=true", "-cp", own + File.pathSeparator + libraries.resolve("lib") + "/*",
          top.resolve("src/bench/players/" + program + ".java").toString(),
          allocates ? "allocating" : "", Integer.toString(threads));
    }

    private static List<String> concat(List<String> first, String... second) {
      return Stream.concat(first.stream(), Arrays.stream(second)).toList();
    }
  }
}
