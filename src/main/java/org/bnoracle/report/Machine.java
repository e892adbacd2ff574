package org.bnoracle.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where this program runs; what a native kernel gives may depend on it. */
public final class Machine {
  private static final Path CPUINFO = Path.of("/proc/cpuinfo");
  private static final List<String> EXTENSIONS =
      List.of("avx2", "fma", "avx512f", "avx512_bf16", "avx512_fp16", "amx_bf16", "asimd", "sve");

  private Machine() {}

  /** The processor's name, with those of its extensions that kernels choose by. */
  public static String processor() {
    List<String> lines = cpuinfo();
    String name = Stream.of("model name", "CPU part").flatMap(key -> values(lines, key)).findFirst().orElse("");
    List<String> flags = Stream.of("flags", "Features").flatMap(key -> values(lines, key)).limit(1)
        .flatMap(line -> Stream.of(line.split(" "))).filter(EXTENSIONS::contains).toList();
    return String.join(" ", Stream.concat(Stream.of(System.getProperty("os.arch"), name), flags.stream())
        .filter(part -> !part.isEmpty()).toList());
  }

  /** The name and version of the Java virtual machine. */
  static String java() {
    return System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version");
  }

  private static List<String> cpuinfo() {
    try {
      return Files.isReadable(CPUINFO) ? Files.readAllLines(CPUINFO) : List.of();
    } catch (IOException e) {
      return List.of();
    }
  }

  private static Stream<String> values(List<String> lines, String key) {
    return lines.stream().filter(line -> line.startsWith(key)).map(line -> line.substring(line.indexOf(':') + 1).strip());
  }
}
